// Hashes of 64 bits for the lines of accepted records, which nobody compares with the lines
// themselves; server/src/core/scan/wideHash.ts is the reference.

import { findAcceptedLine, lineFrom, lineStop } from './acceptedLine';

/** Writes a hash a row of the block at hand to `out`, two words each; zeros for other rows. */
export function hashRowsWide(rows: u32, out: usize): void {
  for (let row: u32 = 0; row < rows; row++) {
    const at = out + (<usize>row << 3);
    if (findAcceptedLine(row)) hashText(lineFrom, lineStop, at);
    else store<u64>(at, 0);
  }
}

// @ts-ignore: decorator
@inline
function hashText(from: usize, stop: usize, out: usize): void {
  let a: u32 = 0x243f6a88;
  let b: u32 = 0x85a308d3 ^ <u32>(stop - from);
  let c: u32 = 0x13198a2e;
  let d: u32 = 0x03707344;
  let at = from;
  for (; at + 8 <= stop; at += 8) {
    const words = load<u64>(at);
    a = mixA(a ^ <u32>words);
    b = mixB(b + <u32>words);
    c = mixA(c ^ <u32>(words >> 32));
    d = mixB(d + <u32>(words >> 32));
  }
  if (at < stop) {
    const words = load<u64>(at) & ((<u64>1 << (<u64>(stop - at) << 3)) - 1);
    a = mixA(a ^ <u32>words);
    b = mixB(b + <u32>words);
    c = mixA(c ^ <u32>(words >> 32));
    d = mixB(d + <u32>(words >> 32));
  }
  const low = mixA(mixA(a) ^ c);
  const high = mixB(mixB(b) + d);
  store<u32>(out, low | <u32>((low | high) == 0));
  store<u32>(out, high, 4);
}

// @ts-ignore: decorator
@inline
function mixA(word: u32): u32 {
  const product = word * 0x85ebca6b;
  return product ^ (product >> 15);
}

// @ts-ignore: decorator
@inline
function mixB(word: u32): u32 {
  const product = word * 0xc2b2ae35;
  return product ^ (product >> 15);
}
