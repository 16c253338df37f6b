// Hashes of 32 bits, the same as those of the host (server/src/core/summary/group/hash.ts).

import { addressHashes, seed } from './memory';

/** Spreads every bit of a word over all of them (finaliser by C. Wellons, lowbias32). */
// @ts-ignore: decorator
@inline
export function mix(word: u32): u32 {
  let h = word;
  h = (h ^ (h >> 16)) * 0x21f0aaad;
  h = (h ^ (h >> 15)) * 0x735a2d97;
  return h ^ (h >> 15);
}

/** The hash of two things, in their order, from theirs. */
// @ts-ignore: decorator
@inline
export function combine(a: u32, b: u32): u32 {
  return mix(a * 0x9e3779b1 + b);
}

/** The hash of an address, given by its number if it is IPv6. */
// @ts-ignore: decorator
@inline
export function addressHash(word: u32, v6: u32): u32 {
  return v6 ? load<u32>(addressHashes + (<usize>word << 2)) : mix(word ^ seed);
}
