// Sums by key in bounded memory; server/src/core/summary/group/groupTable.ts says how and is the
// reference.

import { column } from './memory';
import * as COLUMN from './columns';
import { prune } from './prune';

/** Bytes of a header, and of an entry (host: entry.ts). */
export const HEADER: usize = 64;
export const ENTRY: usize = 48;

/** The index holds an entry's number plus one in these bits and the uppermost of its hash. */
const ENTRY_BITS: u32 = 0xfffff;
const TAG: u32 = ~ENTRY_BITS;

const MARKS: u32 = 0xe0000000;
const SEVERAL_POINTS: u32 = 0x80000000;
const MAY_BE_BACK: u32 = 0x20000000;

// Fields of a header, by their place in bytes: written by the host but for count and spilled.
export const COUNT: usize = 0;
export const ENTRIES: usize = 4;
export const INDEX: usize = 8;
export const MASK: usize = 12;
export const MOST: usize = 16;
export const KIND: usize = 20;
export const SPILL_BUCKETS: usize = 24;
export const SPILL_SEEN: usize = 28;
export const SPILL_SHIFT: usize = 32;
export const SPILL_SEEN_MASK: usize = 36;
export const SPILLED: usize = 40;
/** One bit a key that is counted again; 0 in a first pass (details.ts). */
export const DOUBTS: usize = 44;

/** Records of the last call whose key was not in the table; their places stand in FRESH. */
export let freshCount: u32 = 0;
/** Keeps the reads of {@link touch} from being left out. */
export let touched: u32 = 0;
/** Line of the first row of the batch. */
let firstLine: f64 = 0;

export function setFirstLine(line: f64): void {
  firstLine = line;
}

/** Adds the records of a batch at the places `picks[0, count)` by keys of two addresses. */
export function addPairs(
  table: usize, hash: usize, a: usize, b: usize, c: usize, picks: usize, count: u32, points: usize,
): void {
  freshCount = 0;
  const step = stepOf(table);
  for (let from: u32 = 0; from < count; from += step) {
    const to = makeReady(table, hash, picks, from, min(count, from + step));
    addSome(
      table, column(hash), column(a), column(b), column(c), column(picks), from, to, column(points),
      true,
    );
  }
}

/** The same by keys of an address or of one word: `b` is none. */
export function addSingles(
  table: usize, hash: usize, a: usize, c: usize, picks: usize, count: u32,
): void {
  freshCount = 0;
  const step = stepOf(table);
  for (let from: u32 = 0; from < count; from += step) {
    const to = makeReady(table, hash, picks, from, min(count, from + step));
    addSome(table, column(hash), column(a), 0, column(c), column(picks), from, to, 0, false);
  }
}

/** Records that are added between two looks at whether there is room. */
// @ts-ignore: decorator
@inline
function stepOf(table: usize): u32 {
  return max<u32>(1, load<u32>(table, MOST) >> 1);
}

/** Makes room for as many new keys as the picks may have; gives the last of these. */
function makeReady(table: usize, hash: usize, picks: usize, from: u32, to: u32): u32 {
  const most = load<u32>(table, MOST);
  if (load<u32>(table, COUNT) + to - from > most) prune(table, (most * 3) >> 3);
  touch(table, column(hash), column(picks), from, to);
  return to;
}

/**
 * Reads where the keys are likely to stand, each on its own, so that the waits for memory overlap:
 * the loop that adds would wait for one after the other.
 */
function touch(table: usize, hash: usize, picks: usize, from: u32, to: u32): void {
  const entries = <usize>load<u32>(table, ENTRIES);
  const index = <usize>load<u32>(table, INDEX);
  const mask = load<u32>(table, MASK);
  const helds = column(COLUMN.HELD);
  for (let n = from; n < to; n++) {
    const h = load<u32>(hash + (<usize>load<u32>(picks + (<usize>n << 2)) << 2));
    store<u32>(helds + (<usize>n << 2), load<u32>(index + (<usize>(h & mask) << 2)));
  }
  let sum: u32 = 0;
  for (let n = from; n < to; n++) {
    // An empty slot stands for no entry, and reads what is before the first: harmless.
    const held = load<u32>(helds + (<usize>n << 2)) & ENTRY_BITS;
    sum ^= load<u32>(entries + <usize>held * ENTRY - ENTRY);
  }
  touched = sum;
}

// @ts-ignore: decorator
@inline
function addSome(
  table: usize, hash: usize, a: usize, b: usize, c: usize, picks: usize, from: u32, to: u32,
  points: usize, isPair: bool,
): void {
  const entries = <usize>load<u32>(table, ENTRIES);
  const index = <usize>load<u32>(table, INDEX);
  const mask = load<u32>(table, MASK);
  const newMark = load<u32>(table, SPILLED) ? MAY_BE_BACK : 0;
  const packets = column(COLUMN.PACKETS);
  const bytes = column(COLUMN.BYTES);
  let count = load<u32>(table, COUNT);
  let fresh: u32 = 0;
  for (let n = from; n < to; n++) {
    const i = <usize>load<u32>(picks + (<usize>n << 2));
    const at = i << 2;
    const h = load<u32>(hash + at);
    const keyA = load<u32>(a + at);
    const keyB = isPair ? load<u32>(b + at) : 0;
    const keyC = load<u32>(c + at);
    const packetCount = load<f64>(packets + (i << 3));
    const byteCount = load<f64>(bytes + (i << 3));
    let slot = h & mask;
    let entry: usize = 0;
    for (;;) {
      const held = load<u32>(index + (<usize>slot << 2));
      if (held == 0) break;
      if (((held ^ h) & TAG) == 0) {
        const known = entries + <usize>((held & ENTRY_BITS) - 1) * ENTRY;
        const sameB = isPair ? load<u32>(known, 4) == keyB : true;
        if (load<u32>(known) == keyA && sameB && load<u32>(known, 8) == keyC) {
          entry = known;
          break;
        }
      }
      slot = (slot + 1) & mask;
    }
    if (entry != 0) {
      store<f64>(entry, load<f64>(entry, 16) + 1, 16);
      store<f64>(entry, load<f64>(entry, 24) + packetCount, 24);
      store<f64>(entry, load<f64>(entry, 32) + byteCount, 32);
      if (!isPair) continue;
      const pointWord = load<u32>(points + at);
      const before = load<u32>(entry, 12);
      if ((before ^ pointWord) & ~MAY_BE_BACK) store<u32>(entry, joinPoints(before, pointWord), 12);
      continue;
    }
    store<u32>(index + (<usize>slot << 2), (h & TAG) | (count + 1));
    entry = entries + <usize>count * ENTRY;
    count++;
    store<u32>(entry, keyA);
    store<u32>(entry, keyB, 4);
    store<u32>(entry, keyC, 8);
    store<u32>(entry, (isPair ? load<u32>(points + at) : 0) | newMark, 12);
    store<f64>(entry, 1, 16);
    store<f64>(entry, packetCount, 24);
    store<f64>(entry, byteCount, 32);
    store<f64>(entry, firstLine + <f64>i, 40);
    store<u32>(column(COLUMN.FRESH) + (<usize>(freshCount + fresh) << 2), <u32>i);
    fresh++;
  }
  store<u32>(table, count, COUNT);
  freshCount += fresh;
}

/** The word of the points of a key, given that of the records so far and that of one more. */
function joinPoints(before: u32, more: u32): u32 {
  const both = (before | more) & MARKS;
  const known = before & ~MARKS;
  const point = more & ~MARKS;
  if (known == 0 || point == 0 || known == point) return known | point | both;
  return known | both | SEVERAL_POINTS;
}
