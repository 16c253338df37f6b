// Hashes of keys (host: keys.ts).

import { addressHash, combine, mix } from './hash';
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
