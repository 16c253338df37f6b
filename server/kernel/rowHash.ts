// Hashes the lines of accepted records; server/src/core/scan/rowHash.ts is the reference.

import * as FLAG from './flags';
import { flags, input, kind, lineStarts } from './memory';

const RECORD: u8 = 3;
/** Rows with these flags are the host's. */
const NOT_ACCEPTED: u16 = <u16>(FLAG.WRAPPED | FLAG.SUSPECT);

/** The line that was found last, without blanks around it. */
export let lineFrom: usize = 0;
export let lineStop: usize = 0;

/** Finds the line of a row of the block at hand; false if that is no accepted record. */
// @ts-ignore: decorator
@inline
export function acceptedLine(row: u32): bool {
  const by4 = <usize>row << 2;
  if (load<u8>(kind + row) != RECORD) return false;
  if (load<u16>(flags + (<usize>row << 1)) & NOT_ACCEPTED) return false;
  let from = input + load<u32>(lineStarts + by4);
  let stop = input + load<u32>(lineStarts + by4, 4);
  while (load<u8>(stop - 1) <= 0x20) stop--;
  while (load<u8>(from) <= 0x20) from++;
  lineFrom = from;
  lineStop = stop;
  return true;
}

/** Writes a hash a row of the block at hand to `out`; 0 for rows that are no accepted record. */
export function hashRows(rows: u32, out: usize): void {
  for (let row: u32 = 0; row < rows; row++) {
    const hash = acceptedLine(row) ? hashText(lineFrom, lineStop) : 0;
    store<u32>(out + (<usize>row << 2), hash);
  }
}

// @ts-ignore: decorator
@inline
function hashText(from: usize, stop: usize): u32 {
  let lanes = i32x4(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344);
  let at = from;
  for (; at + 16 <= stop; at += 16) lanes = step(lanes, v128.load(at));
  if (at < stop) {
    const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    const kept = i8x16.lt_u(places, i8x16.splat(<i8>(stop - at)));
    lanes = step(lanes, v128.and(v128.load(at), kept));
  }
  let hash = <u32>(stop - from);
  hash = mix(hash ^ <u32>i32x4.extract_lane(lanes, 0));
  hash = mix(hash ^ <u32>i32x4.extract_lane(lanes, 1));
  hash = mix(hash ^ <u32>i32x4.extract_lane(lanes, 2));
  hash = mix(hash ^ <u32>i32x4.extract_lane(lanes, 3));
  return hash == 0 ? 1 : hash;
}

// @ts-ignore: decorator
@inline
function step(lanes: v128, text: v128): v128 {
  const product = i32x4.mul(v128.xor(lanes, text), i32x4.splat(0x21f0aaad));
  return v128.xor(product, i32x4.shr_u(product, 15));
}

// @ts-ignore: decorator
@inline
function mix(word: u32): u32 {
  const product = word * 0x735a2d97;
  return product ^ (product >> 15);
}
