// Which entries carry most by any of the three figures; the reference is
// server/src/core/summary/group/heaviest.ts.

import { BINS, bins } from '../fixed';

/** A figure's sign, exponent and first five binary places: how finely figures are told apart. */
const SHIFT: u32 = 15;
/** Of figures below one; there are so few bins that they stay in the cache, and 2^127 is in the last. */
const FIRST_BIN: i32 = 1022 << 5;
const BINS_SIZE: usize = <usize>BINS << 2;

/** How much a heavy entry has at least, by one figure or another. */
let leastRecords: f64 = 0;
let leastPackets: f64 = 0;
let leastBytes: f64 = 0;

export function clearBins(): void {
  memory.fill(bins, 0, BINS_SIZE * 3);
}

/** Takes an entry into account. */
// @ts-ignore: decorator
@inline
export function weigh(records: f64, packets: f64, bytes: f64): void {
  countIn(bins, records);
  countIn(bins + BINS_SIZE, packets);
  countIn(bins + BINS_SIZE * 2, bytes);
}

/** Decides how much an entry must have, by each figure, for so many to have as much. */
export function cutAfter(each: u32): void {
  leastRecords = above(cutOf(bins, each));
  leastPackets = above(cutOf(bins + BINS_SIZE, each));
  leastBytes = above(cutOf(bins + BINS_SIZE * 2, each));
}

/** Whether an entry has that much. */
// @ts-ignore: decorator
@inline
export function isHeavy(records: f64, packets: f64, bytes: f64): bool {
  // Without a branch, which nobody could guess.
  const heavy =
    <u32>(records >= leastRecords) | <u32>(packets >= leastPackets) | <u32>(bytes >= leastBytes);
  return heavy != 0;
}

// @ts-ignore: decorator
@inline
function binOf(figure: f64): i32 {
  return max(0, <i32>(<u32>(reinterpret<u64>(figure) >> 32) >> SHIFT) - FIRST_BIN);
}

// @ts-ignore: decorator
@inline
function countIn(histogram: usize, figure: f64): void {
  const bin = histogram + (<usize>binOf(figure) << 2);
  store<u32>(bin, load<u32>(bin) + 1);
}

/** The bin above which no more than so many entries are. */
function cutOf(histogram: usize, most: u32): i32 {
  let cut = BINS - 1;
  for (let kept: u32 = 0; cut >= 0; cut--) {
    kept += load<u32>(histogram + (<usize>cut << 2));
    if (kept > most) break;
  }
  return cut;
}

/** The least figure that is in none of the bins up to one. */
function above(bin: i32): f64 {
  return bin < 0 ? 0 : reinterpret<f64>(<u64>(<u32>(bin + 1 + FIRST_BIN) << SHIFT) << 32);
}
