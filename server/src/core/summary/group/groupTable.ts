import { joinPoints, SUM, SUMS, WORD, WORDS } from './entry';
import { EntryTable } from './entryTable';
import type { KeyHash } from './keys';
import { heaviest } from './heaviest';
import { Spill, type SpillData } from './spill';

export { MOST_ENTRIES } from './entryTable';

/** Keys of a batch of records, one a place, with their hashes. */
export interface KeyColumns {
  readonly hash: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
}

/** What the records of a batch add to their keys. */
export interface ValueColumns {
  readonly packets: Float64Array;
  readonly bytes: Float64Array;
  readonly lines: Float64Array;
  /** The word of each record's observation point (see entry.ts). */
  readonly points: Int32Array;
}

/** Sums of a key and the word of its points. */
export interface KeySums {
  readonly records: number;
  readonly packets: number;
  readonly bytes: number;
  readonly line: number;
  readonly point: number;
}

/** What a thread hands on of a table. */
export interface GroupData {
  readonly entries: Float64Array;
  readonly spill: SpillData | undefined;
}

const FEWEST = 64;

/**
 * Sums by key in bounded memory: a table that, when full, puts its lightest entries out into a
 * {@link Spill}, which bounds what any key can have lost. Keys that carry much stay.
 */
export class GroupTable extends EntryTable {
  spill: Spill | undefined;
  /** Places in the last batch of the records whose key was not in the table. */
  readonly fresh: Int32Array;
  freshCount = 0;

  /** `most` entries at most, with room for `expected` from the start; batches of up to `batch`. */
  constructor(
    readonly most: number,
    hashOf: KeyHash,
    expected = FEWEST,
    batch = 1024,
  ) {
    super(hashOf, Math.min(most, Math.max(FEWEST, expected)));
    this.fresh = new Int32Array(batch);
  }

  /** Adds the records of a batch at the places `picks[0, count)`. */
  add(keys: KeyColumns, picks: Int32Array, count: number, values: ValueColumns): void {
    this.freshCount = 0;
    const step = Math.max(1, this.most >> 1);
    for (let from = 0; from < count; from += step) {
      const to = Math.min(count, from + step);
      this.makeRoom(to - from);
      this.addSome(keys, picks, from, to, values);
    }
  }

  private addSome(
    { hash, a, b, c }: KeyColumns,
    picks: Int32Array,
    from: number,
    to: number,
    { packets, bytes, lines, points }: ValueColumns,
  ): void {
    const { words, sums, fresh } = this;
    for (let n = from; n < to; n++) {
      const i = picks[n]!;
      const known = this.count;
      const entry = this.place(hash[i]!, a[i]!, b[i]!, c[i]!);
      if (entry === known) fresh[this.freshCount++] = i;
      const at = entry * SUMS;
      if (lines[i]! < sums[at + SUM.line]!) sums[at + SUM.line] = lines[i]!;
      sums[at + SUM.records]! += 1;
      sums[at + SUM.packets]! += packets[i]!;
      sums[at + SUM.bytes]! += bytes[i]!;
      const point = points[i]!;
      const before = words[entry * WORDS + WORD.point]!;
      if (point !== before) words[entry * WORDS + WORD.point] = joinPoints(before, point);
    }
  }

  /** Adds sums to one key. */
  addSums(a: number, b: number, c: number, more: KeySums): void {
    this.makeRoom(1);
    const { sums, words } = this;
    const entry = this.place(this.hashOf(a, b, c), a, b, c);
    const at = entry * SUMS;
    sums[at + SUM.line] = Math.min(sums[at + SUM.line]!, more.line);
    sums[at + SUM.records]! += more.records;
    sums[at + SUM.packets]! += more.packets;
    sums[at + SUM.bytes]! += more.bytes;
    const word = entry * WORDS + WORD.point;
    words[word] = joinPoints(words[word]!, more.point);
  }

  /** Puts the lightest entries out so that about `most` are left. */
  prune(most: number): void {
    if (this.count <= most) return;
    const { sums } = this;
    const keep = heaviest(this.words, this.count, most);
    const spill = (this.spill ??= Spill.sizedFor(this.most));
    for (let entry = 0; entry < this.count; entry++) {
      if (keep[entry] === 1) continue;
      const at = entry * SUMS;
      const [records, packets, bytes] = [SUM.records, SUM.packets, SUM.bytes];
      spill.take(
        this.entryHash(entry),
        sums[at + records]!,
        sums[at + packets]!,
        sums[at + bytes]!,
      );
    }
    this.keep(keep);
  }

  data(): GroupData {
    return { entries: this.sums.slice(0, this.count * SUMS), spill: this.spill?.data() };
  }

  /** Adds what another table of the same size holds, its keys' words translated. */
  merge(
    { entries, spill }: GroupData,
    translate: (word: number, c: number, place: 0 | 1) => number,
    shift: number,
  ): void {
    if (spill) (this.spill ??= Spill.sizedFor(this.most)).merge(spill);
    const words = new Int32Array(entries.buffer, entries.byteOffset, entries.length * 2);
    for (let entry = 0; entry * SUMS < entries.length; entry++) {
      const word = entry * WORDS;
      const c = words[word + WORD.c]!;
      const a = translate(words[word + WORD.a]!, c, 0);
      const b = translate(words[word + WORD.b]!, c, 1);
      this.addSums(a, b, c, sumsAt(entries, words, entry, shift));
    }
  }

  private makeRoom(entries: number): void {
    if (this.count + entries <= this.room) return;
    if (this.room < this.most) {
      this.grow(Math.min(this.most, Math.max(this.room * 2, this.count + entries)));
    }
    if (this.count + entries > this.room) this.prune((this.most * 3) >> 3);
  }
}

/** What an entry holds beside its key, its line counted from `shift` on. */
export function sumsAt(sums: Float64Array, words: Int32Array, entry: number, shift = 0): KeySums {
  const at = entry * SUMS;
  return {
    records: sums[at + SUM.records]!,
    packets: sums[at + SUM.packets]!,
    bytes: sums[at + SUM.bytes]!,
    line: sums[at + SUM.line]! + shift,
    point: words[entry * WORDS + WORD.point]!,
  };
}
