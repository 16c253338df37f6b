// Hashes the lines of accepted records; server/src/core/scan/rowHash.ts is the reference.

import { findAcceptedLine, lineFrom, lineStop } from './acceptedLine';

/** Writes a hash a row of the block at hand to `out`; 0 for rows that are no accepted record. */
export function hashRows(rows: u32, out: usize): void {
  for (let row: u32 = 0; row < rows; row++) {
    const hash = findAcceptedLine(row) ? hashText(lineFrom, lineStop) : 0;
    store<u32>(out + (<usize>row << 2), hash);
  }
}

// @ts-ignore: decorator
@inline
function hashText(from: usize, stop: usize): u32 {
  let lanes = i32x4(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344);
  let others = i32x4(0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89);
  let at = from;
  for (; at + 32 <= stop; at += 32) {
    lanes = step(lanes, v128.load(at));
    others = step(others, v128.load(at, 16));
  }
  if (at + 16 <= stop) {
    lanes = step(lanes, v128.load(at));
    others = step(others, head(at + 16, stop));
  } else lanes = step(lanes, head(at, stop));
  lanes = step(lanes, others);
  let hash = <u32>(stop - from);
  hash = mix(hash ^ <u32>i32x4.extract_lane(lanes, 0));
  hash = mix(hash ^ <u32>i32x4.extract_lane(lanes, 1));
  hash = mix(hash ^ <u32>i32x4.extract_lane(lanes, 2));
  hash = mix(hash ^ <u32>i32x4.extract_lane(lanes, 3));
  return hash == 0 ? 1 : hash;
}

/** What stands before `stop`, of 16 bytes at the most; zeros behind it. */
// @ts-ignore: decorator
@inline
function head(at: usize, stop: usize): v128 {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return v128.and(v128.load(at), i8x16.lt_u(places, i8x16.splat(<i8>(stop - at))));
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
