// Gives IPv6 addresses numbers (host: addressBook.ts). The host sees to it that there is room.

import { addressBytes, addressHashes, addressIndex, addressMask, seed } from './memory';
import { mix } from './hash';

let used: u32 = 0;

export function emptyAddressBook(): void {
  used = 0;
}

export function addressCount(): u32 {
  return used;
}

/** The number of the address whose 16 bytes stand at `at`. */
export function internAddress(at: usize): u32 {
  const hash = hashAt(at);
  let slot = hash & addressMask;
  for (;;) {
    const held = load<u32>(addressIndex + (<usize>slot << 2));
    if (held == 0) break;
    const number = held - 1;
    if (
      load<u32>(addressHashes + (<usize>number << 2)) == hash &&
      compareAddresses(addressBytes + (<usize>number << 4), at) == 0
    ) return number;
    slot = (slot + 1) & addressMask;
  }
  const number = used++;
  memory.copy(addressBytes + (<usize>number << 4), at, 16);
  store<u32>(addressHashes + (<usize>number << 2), hash);
  store<u32>(addressIndex + (<usize>slot << 2), number + 1);
  return number;
}

function hashAt(at: usize): u32 {
  let h = seed;
  for (let i: usize = 0; i < 16; i += 4) h = mix(h ^ load<u32>(at + i));
  return h;
}

/** Below, at or above 0 as the address at one place comes before, is, or comes after another. */
export function compareAddresses(one: usize, other: usize): i32 {
  return memory.compare(one, other, 16);
}
