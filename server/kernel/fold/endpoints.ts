// Sums by address, which has one number in all roles: as source, as destination, as source of what
// was rejected, as client of new conversations. For the host each role is a table (readTables.ts).

import * as COLUMN from './columns';
import { addressHash } from './hash';
import {
  column, endpointApart, endpointIndex, endpointKeys, endpointSums, mostEndpoints, mostEndpointSlots,
} from './memory';
import { addTo, APART_SIZE, SUMS } from './sums';

export const AS_SOURCE: usize = 0;
export const AS_DESTINATION: usize = 1;
export const AS_REJECTED: usize = 2;
export const AS_CLIENT: usize = 3;
export const ROLES: usize = 4;

/** Slots to begin with: few enough to stay in the cache while there are few addresses. */
const FEWEST_SLOTS: u32 = 4096;

/** A key is the address's word and these marks: whether it is IPv6; whether it may have been put out. */
const V6: u64 = 1 << 32;
const MAY_BE_BACK: u64 = 1 << 33;

/** How many addresses have a number. */
let count: u32 = 0;
let slots: u32 = 0;
/** The mark of new keys. */
let newMark: u64 = 0;

export function emptyEndpoints(): void {
  newMark = 0;
  count = 0;
  slots = min(FEWEST_SLOTS, mostEndpointSlots);
  memory.fill(endpointIndex, 0, <usize>slots << 3);
}

export function endpointCount(): u32 {
  return count;
}

/** Writes the numbers of the listed addresses; keys follow `hash`. */
export function findEndpoints(hash: usize, picks: usize, picked: u32, out: usize): void {
  const hashes = column(hash);
  const words = column(hash + 1);
  const kinds = column(hash + 2);
  const list = column(picks);
  const places = column(out);
  for (let n: usize = 0; n < <usize>picked; n++) {
    const at = <usize>load<u32>(list + (n << 2)) << 2;
    const key = <u64>load<u32>(words + at) | (<u64>load<u32>(kinds + at) << 32);
    store<u32>(places + at, endpointOf(key, load<u32>(hashes + at)));
  }
}

/** The number of a key. A slot holds the key, and above it the number plus one. */
// @ts-ignore: decorator
@inline
function endpointOf(key: u64, hash: u32): u32 {
  const mask = slots - 1;
  let slot = hash & mask;
  let held = load<u64>(endpointIndex + (<usize>slot << 3));
  while (held != 0 && (held ^ key) << 31 != 0) {
    slot = (slot + 1) & mask;
    held = load<u64>(endpointIndex + (<usize>slot << 3));
  }
  if (held == 0) return addEndpoint(key, hash);
  return <u32>(held >> 33) - 1;
}

function addEndpoint(key: u64, hash: u32): u32 {
  const number = count++;
  if (count << 1 > slots && slots < mostEndpointSlots) doubleSlots();
  store<u64>(endpointKeys + (<usize>number << 3), key | newMark);
  enter(key, hash, number);
  for (let role: usize = 0; role < ROLES; role++) memory.fill(sumsOf(role, number), 0, SUMS);
  return number;
}

// @ts-ignore: decorator
@inline
function enter(key: u64, hash: u32, number: u32): void {
  let slot = hash & (slots - 1);
  while (load<u64>(endpointIndex + (<usize>slot << 3)) != 0) slot = (slot + 1) & (slots - 1);
  store<u64>(endpointIndex + (<usize>slot << 3), key | ((<u64>number + 1) << 33));
}

function doubleSlots(): void {
  slots <<= 1;
  // The newest one has no key yet.
  enterAll(count - 1);
}

function enterAll(endpoints: u32): void {
  memory.fill(endpointIndex, 0, <usize>slots << 3);
  for (let number: u32 = 0; number < endpoints; number++) {
    const key = keyOf(number) & (V6 | 0xffffffff);
    enter(key, hashOf(key), number);
  }
}

// @ts-ignore: decorator
@inline
export function sumsOf(role: usize, number: u32): usize {
  return endpointSums + (role * mostEndpoints + <usize>number) * SUMS;
}

/** Where what belongs to an endpoint's sums stands. */
// @ts-ignore: decorator
@inline
export function apartOf(role: usize, number: u32): usize {
  return endpointApart + (role * mostEndpoints + <usize>number) * APART_SIZE;
}

/** Adds the listed records to what their addresses have in a role. */
export function addRole(role: usize, picks: usize, picked: u32, places: usize): void {
  const sums = sumsOf(role, 0);
  const apart = apartOf(role, 0);
  const list = column(picks);
  const found = column(places);
  for (let n: usize = 0; n < <usize>picked; n++) {
    const place = <usize>load<u32>(list + (n << 2));
    const number = <usize>load<u32>(found + (place << 2));
    addTo(sums + number * SUMS, apart + number * APART_SIZE, place);
  }
}

/** Adds the records that were new to the table of conversations to their clients. */
export function addClients(picked: u32): void {
  const sums = sumsOf(AS_CLIENT, 0);
  const apart = apartOf(AS_CLIENT, 0);
  for (let n: usize = 0; n < <usize>picked; n++) {
    const place = <usize>load<u32>(column(COLUMN.FRESH) + (n << 2));
    const word = place << 2;
    const isSource =
      load<u32>(column(COLUMN.CONVERSATION_A) + word) == load<u32>(column(COLUMN.SOURCE) + word) &&
      load<u32>(column(COLUMN.CLIENT_C) + word) == load<u32>(column(COLUMN.SOURCE_C) + word);
    const found = column(isSource ? COLUMN.SOURCE_AT : COLUMN.DESTINATION_AT);
    const number = <usize>load<u32>(found + word);
    addTo(sums + number * SUMS, apart + number * APART_SIZE, place);
  }
}

// @ts-ignore: decorator
@inline
export function keyOf(number: u32): u64 {
  return load<u64>(endpointKeys + (<usize>number << 3));
}

// @ts-ignore: decorator
@inline
export function hashOf(key: u64): u32 {
  return addressHash(<u32>key, <u32>((key & V6) != 0));
}

/** Moves an endpoint to a lower number. */
export function moveEndpoint(from: u32, to: u32): void {
  store<u64>(endpointKeys + (<usize>to << 3), keyOf(from));
  for (let role: usize = 0; role < ROLES; role++) {
    memory.copy(sumsOf(role, to), sumsOf(role, from), SUMS);
    store<u64>(apartOf(role, to), load<u64>(apartOf(role, from)));
  }
}

/** Goes on with the first endpoints only; any other may have been put out from now on. */
export function keepEndpoints(kept: u32): void {
  count = kept;
  newMark = MAY_BE_BACK;
  enterAll(kept);
}
