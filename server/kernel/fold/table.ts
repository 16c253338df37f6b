// What tables of sums by key have in common; server/src/core/summary/group/groupTable.ts says how
// they work and is the reference.

import { column } from '../fixed';
import * as COLUMN from './columns';
import { COUNT, ENTRIES, INDEX, MASK, MOST } from './header';
import { prune } from './prune';

/** The index holds an entry's number plus one in these bits and the uppermost of its hash. */
export const ENTRY_BITS: u32 = 0xfffff;
export const TAG: u32 = ~ENTRY_BITS;

export const MAY_BE_BACK: u32 = 0x20000000;

/** Keeps the reads of {@link touch} from being left out. */
export let touched: u32 = 0;

/** Records that are added between two looks at whether there is room. */
// @ts-ignore: decorator
@inline
export function stepOf(table: usize): u32 {
  return max<u32>(1, load<u32>(table, MOST) >> 1);
}

/** Makes room for as many new keys as the picks may have; `size` is an entry's, in bytes. */
export function makeReady(
  table: usize, hash: usize, picks: usize, from: u32, to: u32, size: usize,
): void {
  const most = load<u32>(table, MOST);
  if (load<u32>(table, COUNT) + to - from > most) prune(table, (most * 3) >> 3);
  touch(table, column(hash), column(picks), from, to, size);
}

/**
 * Reads where the keys are likely to stand, each on its own, so that the waits for memory overlap:
 * the loop that adds would wait for one after the other.
 */
function touch(
  table: usize, hash: usize, picks: usize, from: u32, to: u32, size: usize,
): void {
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
    sum ^= load<u32>(entries + <usize>held * size - size);
  }
  touched = sum;
}
