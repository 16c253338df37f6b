// What tables put out, so far as it bounds what any key has lost; the reference is
// server/src/core/summary/group/spill.ts.

import { mix } from './hash';
import { roundFigures } from './memory';
import { SPILL_BUCKETS, SPILL_SEEN, SPILL_SEEN_MASK, SPILL_SHIFT, SPILLED } from './header';

let shift: u32 = 0;
let seen: usize = 0;
let seenMask: u32 = 0;

/** Begins a round of a table, in which a key is put out once at most. */
export function beginRound(table: usize): void {
  shift = load<u32>(table, SPILL_SHIFT);
  seen = <usize>load<u32>(table, SPILL_SEEN);
  seenMask = load<u32>(table, SPILL_SEEN_MASK);
  memory.fill(roundFigures, 0, figuresSize());
}

/** Keeps the reads of {@link touchSpill} from being left out. */
export let touched: u32 = 0;

/** Reads what {@link putOut} changes for each of the listed hashes. */
export function touchSpill(hashes: usize, list: usize, picked: usize): void {
  let sum: u32 = 0;
  for (let n: usize = 0; n < picked; n++) {
    const hash = load<u32>(hashes + (<usize>load<u32>(list + (n << 2)) << 2));
    sum ^= load<u32>(seen + (<usize>((hash & seenMask) >> 5) << 2));
    sum ^= load<u32>(roundFigures + <usize>(hash >> shift) * 24);
  }
  touched = sum;
}

/** Takes what a key had. */
// @ts-ignore: decorator
@inline
export function putOut(hash: u32, records: f64, packets: f64, bytes: f64): void {
  const bucket = roundFigures + <usize>(hash >> shift) * 24;
  const two = f64x2.replace_lane(f64x2.splat(records), 1, packets);
  v128.store(bucket, f64x2.pmax(v128.load(bucket), two));
  const third = f64x2.pmax(v128.load64_zero(bucket + 16), f64x2.splat(bytes));
  v128.store64_lane(bucket + 16, third, 0);
  const word = seen + (<usize>((hash & seenMask) >> 5) << 2);
  store<u32>(word, load<u32>(word) | bitsOf(hash));
}

/** Whether a filter knows a key; if not, the key was never put out. */
// @ts-ignore: decorator
@inline
export function hasSeen(filter: usize, mask: u32, hash: u32): bool {
  const bits = bitsOf(hash);
  return (load<u32>(filter + (<usize>((hash & mask) >> 5) << 2)) & bits) == bits;
}

/** Two bits of one word of the filter. */
// @ts-ignore: decorator
@inline
function bitsOf(hash: u32): u32 {
  return (1 << (hash & 31)) | (1 << (mix(hash) & 31));
}

export function endRound(table: usize): void {
  const buckets = <usize>load<u32>(table, SPILL_BUCKETS);
  for (let i: usize = 0; i < figuresSize(); i += 8) {
    store<f64>(buckets + i, load<f64>(buckets + i) + load<f64>(roundFigures + i));
  }
  store<u32>(table, 1, SPILLED);
}

// @ts-ignore: decorator
@inline
function figuresSize(): usize {
  return (<usize>1 << <usize>(32 - shift)) * 24;
}
