// Hashes of keys (host: keys.ts).

import { addressHash, combine, mix } from './hash';
import { combineFour, mixFour } from './hashFour';
import { seed } from './memory';

// Kinds of keys, in the host's order (tableMemory.ts).
const OF_PAIR: u32 = 1;
const OF_CONVERSATION: u32 = 2;
export const OF_PORT: u32 = 3;

// @ts-ignore: decorator
@inline
export function isOfPairs(kind: u32): bool {
  return kind == OF_PAIR || kind == OF_CONVERSATION;
}

/** The hash of the key at a place: its words a, b and c. */
// @ts-ignore: decorator
@inline
export function keyHash(kind: u32, key: usize): u32 {
  const a = load<u32>(key);
  if (kind == OF_PORT) return mix(a ^ seed);
  const c = load<u32>(key, 8);
  const first = addressHash(a, c & 1);
  if (!isOfPairs(kind)) return first;
  const both = combine(first, addressHash(load<u32>(key, 4), c & 2));
  return kind == OF_PAIR ? both : combine(both, c >> 2);
}

/**
 * Writes the hashes of so many keys of two addresses, `size` bytes from each to the next. Keys are read
 * four at a time: up to three behind the last may be read, and as many hashes more be written.
 */
export function pairHashes(kind: u32, keys: usize, size: usize, count: u32, out: usize): void {
  const seeds = i32x4.splat(<i32>seed);
  for (let n: u32 = 0; n < count; n += 4) {
    const at = keys + <usize>n * size;
    const to = out + (<usize>n << 2);
    const first = v128.load(at);
    const second = v128.load(at + size);
    const third = v128.load(at + size * 2);
    const fourth = v128.load(at + size * 3);
    // Words a and b of two keys each, and c, to four of each kind.
    const ab = v128.shuffle<u32>(first, second, 0, 4, 1, 5);
    const otherAb = v128.shuffle<u32>(third, fourth, 0, 4, 1, 5);
    const a = v128.shuffle<u64>(ab, otherAb, 0, 2);
    const b = v128.shuffle<u64>(ab, otherAb, 1, 3);
    const c = v128.shuffle<u64>(
      v128.shuffle<u32>(first, second, 2, 6, 2, 6), v128.shuffle<u32>(third, fourth, 2, 6, 2, 6), 0, 2,
    );
    const both = combineFour(mixFour(v128.xor(a, seeds)), mixFour(v128.xor(b, seeds)));
    v128.store(to, kind == OF_PAIR ? both : combineFour(both, i32x4.shr_u(c, 2)));
    if (v128.any_true(v128.and(c, i32x4.splat(3)))) {
      // What stands behind the last key is none, and names no address.
      const end = to + (<usize>min<u32>(4, count - n) << 2);
      for (let key = at, hash = to; hash < end; key += size, hash += 4) hashIfV6(kind, key, hash);
    }
  }
}

/** Writes the hash of a key if an address of it is IPv6. */
function hashIfV6(kind: u32, key: usize, to: usize): void {
  if (load<u32>(key, 8) & 3) store<u32>(to, keyHash(kind, key));
}
