// Finds the keys of key:value records.

import { KEY_SIZE, keyCount, keys } from './memory';

/**
 * The key that the token begins with; the one that stood at the same place of the last line is
 * tried first. A key is its length, its target, and at byte 8 its letters and the colon.
 */
// @ts-ignore: decorator
@inline
export function findKey(at: usize, stop: usize, plan: usize, column: i32): usize {
  const guessAt = plan + 72 + <usize>min(column, 63);
  const guess = keys + <usize>load<u8>(guessAt) * KEY_SIZE;
  if (beginsWith(at, stop, guess)) return guess;
  for (let i = 0; i < keyCount; i++) {
    const key = keys + <usize>i * KEY_SIZE;
    if (!beginsWith(at, stop, key)) continue;
    store<u8>(guessAt, <u8>i);
    return key;
  }
  return 0;
}

// @ts-ignore: decorator
@inline
function beginsWith(at: usize, stop: usize, key: usize): bool {
  const length = <usize>load<u8>(key) + 1;
  if (stop - at < length) return false;
  if (length <= 8) {
    const shift = <u64>((8 - length) << 3);
    return ((load<u64>(at) ^ load<u64>(key, 8)) << shift) == 0;
  }
  if (load<u64>(at) != load<u64>(key, 8)) return false;
  return memory.compare(at + 8, key + 16, length - 8) == 0;
}
