import { SUM, SUMS, WORD, WORDS } from './entry';
import { HEAP, type Ground } from './ground';
import type { KeyColumns, KeyHash } from './keys';

/** The index holds an entry's number plus one in these bits and the uppermost of its hash. */
const ENTRY_BITS = 20;
const ENTRY = (1 << ENTRY_BITS) - 1;
const TAG = ~ENTRY;
const ENTRY_BYTES = WORDS * 4;
/** More entries a table never has. */
export const MOST_ENTRIES = ENTRY - 1;

/** Entries whose keys are read at a time. */
export const STEP = 1024;
/** The keys that are read at a time; the same for all tables, one at a time. */
export const stepKeys: KeyColumns = {
  hash: new Int32Array(STEP),
  a: new Int32Array(STEP),
  b: new Int32Array(STEP),
  c: new Int32Array(STEP),
};

/**
 * Entries by key, one after the other in the order in which they came, and an index of them that is
 * searched from the slot of a key's hash on.
 */
export class EntryTable {
  count = 0;
  /** The word of the points of a new entry, before its first record. */
  newPoint = 0;
  words!: Int32Array;
  sums!: Float64Array;
  index!: Int32Array;

  constructor(
    readonly hashOf: KeyHash,
    public room: number,
    readonly ground: Ground = HEAP,
  ) {
    this.placeEntries();
    this.placeIndex();
  }

  /** The entry of a key; a new one, empty but for the key, if there was none. There must be room. */
  place(hash: number, a: number, b: number, c: number): number {
    const { index, words } = this;
    const mask = index.length - 1;
    let slot = hash & mask;
    for (let held = index[slot]!; held !== 0; held = index[slot]!) {
      if (((held ^ hash) & TAG) === 0) {
        const at = ((held & ENTRY) - 1) * WORDS;
        if (words[at] === a && words[at + 1] === b && words[at + 2] === c)
          return (held & ENTRY) - 1;
      }
      slot = (slot + 1) & mask;
    }
    index[slot] = (hash & TAG) | (this.count + 1);
    return this.append(a, b, c);
  }

  /** The entry of a key; -1 if there is none. */
  find(a: number, b: number, c: number): number {
    if (this.index.length === 0) this.indexEntries();
    const { index, words } = this;
    const hash = this.hashOf.of(a, b, c);
    const mask = index.length - 1;
    for (let slot = hash & mask; index[slot] !== 0; slot = (slot + 1) & mask) {
      const at = ((index[slot]! & ENTRY) - 1) * WORDS;
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c) return at / WORDS;
    }
    return -1;
  }

  /** The hash of an entry's key. */
  entryHash(entry: number): number {
    const at = entry * WORDS;
    return this.hashOf.of(this.words[at]!, this.words[at + 1]!, this.words[at + 2]!);
  }

  /** Makes the table larger. */
  grow(room: number): void {
    const before = this.sums.subarray(0, this.count * SUMS);
    this.room = room;
    this.placeEntries();
    this.sums.set(before);
    if (slotsFor(room) > this.index.length) {
      this.placeIndex();
      this.reindex();
    }
  }

  /** Keeps the marked entries, in their order. */
  keep(marked: Uint8Array): void {
    const { sums } = this;
    let kept = 0;
    for (let entry = 0; entry < this.count; entry++) {
      if (marked[entry] !== 1) continue;
      for (let i = 0; i < SUMS; i++) sums[kept * SUMS + i] = sums[entry * SUMS + i]!;
      kept++;
    }
    this.count = kept;
    this.reindex();
  }

  /** Shows entries that stand elsewhere, without an index until a key is looked for. */
  protected showEntries(sums: Float64Array): void {
    this.sums = sums;
    this.words = new Int32Array(sums.buffer, sums.byteOffset, sums.length * 2);
    this.count = this.room = sums.length / SUMS;
    this.index = new Int32Array(0);
  }

  private indexEntries(): void {
    this.placeIndex();
    this.reindex();
  }

  private placeEntries(): void {
    const { buffer, at } = this.ground.take(this.room * ENTRY_BYTES);
    this.sums = new Float64Array(buffer, at, this.room * SUMS);
    this.words = new Int32Array(buffer, at, this.room * WORDS);
  }

  private placeIndex(): void {
    const slots = slotsFor(this.room);
    const { buffer, at } = this.ground.take(slots * 4);
    this.index = new Int32Array(buffer, at, slots).fill(0);
  }

  private append(a: number, b: number, c: number): number {
    const { words, sums } = this;
    const entry = this.count++;
    const word = entry * WORDS;
    words[word + WORD.a] = a;
    words[word + WORD.b] = b;
    words[word + WORD.c] = c;
    words[word + WORD.point] = this.newPoint;
    const sum = entry * SUMS;
    sums[sum + SUM.records] = 0;
    sums[sum + SUM.packets] = 0;
    sums[sum + SUM.bytes] = 0;
    sums[sum + SUM.line] = Infinity;
    return entry;
  }

  private reindex(): void {
    const { index, count, words } = this;
    index.fill(0);
    const mask = index.length - 1;
    const { hash } = stepKeys;
    for (let first = 0; first < count; first += STEP) {
      const size = Math.min(STEP, count - first);
      this.hashOf.read(words, first, size, undefined, stepKeys);
      for (let i = 0; i < size; i++) {
        let slot = hash[i]! & mask;
        while (index[slot] !== 0) slot = (slot + 1) & mask;
        index[slot] = (hash[i]! & TAG) | (first + i + 1);
      }
    }
  }
}

/** Slots of an index, filled to two thirds at most. */
export function slotsFor(entries: number): number {
  return 2 ** Math.ceil(Math.log2(entries * 1.5 + 1));
}
