// Tables with keys of two addresses. An entry is its key, the word of its observation points, and
// sums (sums.ts): two of them fill a cache line.

import { column } from '../fixed';
import * as COLUMN from './columns';
import { APART, COUNT, ENTRIES, INDEX, MASK, SPILLED } from './header';
import { addMore, APART_SIZE, beginSums } from './sums';
import { ENTRY_BITS, makeReady, MAY_BE_BACK, stepOf, TAG } from './table';

/** Bytes of an entry, and where its sums stand in it. */
export const PAIR: usize = 32;
export const PAIR_SUMS: usize = 16;

const MARKS: u32 = 0xe0000000;
const SEVERAL_POINTS: u32 = 0x80000000;

/** Records of the last call whose key was not in the table; their places stand in FRESH. */
export let freshCount: u32 = 0;

/** Adds the records of a batch at the places `picks[0, count)`. */
export function addPairs(
  table: usize, hash: usize, a: usize, b: usize, c: usize, picks: usize, count: u32, points: usize,
): void {
  freshCount = 0;
  const step = stepOf(table);
  for (let from: u32 = 0; from < count; from += step) {
    const to = min(count, from + step);
    makeReady(table, hash, picks, from, to, PAIR);
    addSome(
      table, column(hash), column(a), column(b), column(c), column(picks), from, to, column(points),
    );
  }
}

function addSome(
  table: usize, hash: usize, a: usize, b: usize, c: usize, picks: usize, from: u32, to: u32,
  points: usize,
): void {
  const entries = <usize>load<u32>(table, ENTRIES);
  const apart = <usize>load<u32>(table, APART);
  const index = <usize>load<u32>(table, INDEX);
  const mask = load<u32>(table, MASK);
  const newMark = load<u32>(table, SPILLED) ? MAY_BE_BACK : 0;
  let count = load<u32>(table, COUNT);
  let fresh = freshCount;
  for (let n = from; n < to; n++) {
    const place = <usize>load<u32>(picks + (<usize>n << 2));
    const at = place << 2;
    const h = load<u32>(hash + at);
    const keyA = load<u32>(a + at);
    const keyB = load<u32>(b + at);
    const keyC = load<u32>(c + at);
    const point = load<u32>(points + at);
    let slot = h & mask;
    let number: u32 = 0;
    for (;;) {
      const held = load<u32>(index + (<usize>slot << 2));
      if (held == 0) break;
      if (((held ^ h) & TAG) == 0) {
        const known = entries + <usize>((held & ENTRY_BITS) - 1) * PAIR;
        if (
          load<u32>(known) == keyA && load<u32>(known, 4) == keyB && load<u32>(known, 8) == keyC
        ) {
          number = held & ENTRY_BITS;
          break;
        }
      }
      slot = (slot + 1) & mask;
    }
    if (number != 0) {
      const entry = entries + <usize>(number - 1) * PAIR;
      addMore(entry + PAIR_SUMS, apart + <usize>(number - 1) * APART_SIZE, place);
      const before = load<u32>(entry, 12);
      if ((before ^ point) & ~MAY_BE_BACK) store<u32>(entry, joinPoints(before, point), 12);
      continue;
    }
    const entry = entries + <usize>count * PAIR;
    beginSums(entry + PAIR_SUMS, apart + <usize>count * APART_SIZE, place);
    count++;
    store<u32>(index + (<usize>slot << 2), (h & TAG) | count);
    store<u32>(entry, keyA);
    store<u32>(entry, keyB, 4);
    store<u32>(entry, keyC, 8);
    store<u32>(entry, point | newMark, 12);
    store<u32>(column(COLUMN.FRESH) + (<usize>fresh << 2), <u32>place);
    fresh++;
  }
  store<u32>(table, count, COUNT);
  freshCount = fresh;
}

/** The word of the points of a key, given that of the records so far and that of one more. */
export function joinPoints(before: u32, more: u32): u32 {
  const both = (before | more) & MARKS;
  const known = before & ~MARKS;
  const point = more & ~MARKS;
  if (known == 0 || point == 0 || known == point) return known | point | both;
  return known | both | SEVERAL_POINTS;
}
