// Addresses, each with an entry of a line of the processor's cache that stands where its hash says:
// to find it is to have its sums (endpoints.ts). An address keeps its number when its entry moves.

import { addressHash } from './hash';
import {
  endpointApart, endpointEntries, endpointNumbers, endpointRejected, mostEndpoints,
  mostEndpointSlots,
} from './memory';
import { APART_SIZE, SUMS } from './sums';

const ENTRY_BITS: usize = 6;
const ENTRY: usize = 1 << ENTRY_BITS;

/** Entries to begin with: few enough to stay in the cache while there are few addresses. */
const FEWEST_SLOTS: u32 = 4096;

/**
 * An entry begins with a key: the address's word and these marks, whether it is IPv6 and whether it
 * may have been put out. Above them stands its number plus one.
 */
const V6: u64 = 1 << 32;
const MAY_BE_BACK: u64 = 1 << 33;
const NUMBER_SHIFT: u64 = 34;
/** Takes what is above the word and the first mark of a key away. */
const ABOVE_V6: u64 = 31;

/** How many addresses have an entry. */
let count: u32 = 0;
let slots: u32 = 0;
/** The mark of new keys. */
let newMark: u64 = 0;

/** Begins with no address, in memory that is zero. */
export function emptyEndpoints(): void {
  newMark = 0;
  count = 0;
  slots = min(FEWEST_SLOTS, mostEndpointSlots);
}

export function endpointCount(): u32 {
  return count;
}

// @ts-ignore: decorator
@inline
function entryIn(slot: u32): usize {
  return endpointEntries + (<usize>slot << ENTRY_BITS);
}

/** The entry of an endpoint, by its number. */
// @ts-ignore: decorator
@inline
export function entryOf(endpoint: u32): usize {
  return <usize>load<u32>(endpointNumbers + (<usize>endpoint << 2));
}

// @ts-ignore: decorator
@inline
export function numberIn(entry: usize): u32 {
  return <u32>(load<u64>(entry) >> NUMBER_SHIFT) - 1;
}

/** The key of an endpoint, with the first two marks. */
// @ts-ignore: decorator
@inline
export function keyOf(endpoint: u32): u64 {
  return load<u64>(entryOf(endpoint)) & ((1 << NUMBER_SHIFT) - 1);
}

// @ts-ignore: decorator
@inline
export function hashOf(key: u64): u32 {
  return addressHash(<u32>key, <u32>((key & V6) != 0));
}

/** Where what belongs to an endpoint's sums in a role stands. */
// @ts-ignore: decorator
@inline
export function apartOf(role: usize, endpoint: u32): usize {
  return endpointApart + (role * <usize>mostEndpoints + <usize>endpoint) * APART_SIZE;
}

/** The entry of a key without marks but the first; a new one if there is none. */
// @ts-ignore: decorator
@inline
export function entryFor(key: u64, hash: u32): usize {
  const mask = slots - 1;
  let slot = hash & mask;
  let held = load<u64>(entryIn(slot));
  while (held != 0 && (held ^ key) << ABOVE_V6 != 0) {
    slot = (slot + 1) & mask;
    held = load<u64>(entryIn(slot));
  }
  if (held == 0) beginEntry(entryIn(slot), key);
  return entryIn(slot);
}

/** Keeps the reads of {@link touchEntries} from being left out. */
export let touched: u64 = 0;

/**
 * Reads where the entries of the listed hashes are likely to stand, each on its own: the loop that finds
 * them waits for one after the other where it guesses wrongly how far it has to look.
 */
export function touchEntries(hashes: usize, list: usize, picked: u32): void {
  const entries = endpointEntries;
  const mask = slots - 1;
  let sum: u64 = 0;
  for (let n: usize = 0; n < <usize>picked; n++) {
    const hash = load<u32>(hashes + (<usize>load<u32>(list + (n << 2)) << 2));
    sum ^= load<u64>(entries + (<usize>(hash & mask) << ENTRY_BITS));
  }
  touched = sum;
}

function beginEntry(entry: usize, key: u64): void {
  const endpoint = count++;
  setNumber(entry, key | newMark, endpoint);
  memory.fill(endpointRejected + <usize>endpoint * SUMS, 0, SUMS);
}

// @ts-ignore: decorator
@inline
function setNumber(entry: usize, key: u64, endpoint: u32): void {
  store<u64>(entry, key | ((<u64>endpoint + 1) << NUMBER_SHIFT));
  store<u32>(endpointNumbers + (<usize>endpoint << 2), <u32>entry);
}

/**
 * Makes so many entries that three of four are in use at most after so many more; entries move now
 * only.
 */
export function growEndpoints(more: u32): void {
  const before = slots;
  while (count + more > slots - (slots >> 2) && slots < mostEndpointSlots) slots <<= 1;
  if (slots > before) moveAll();
}

/** Gives an endpoint a lower number. */
export function renumber(from: u32, to: u32, roles: usize): void {
  setNumber(entryOf(from), keyOf(from), to);
  memory.copy(endpointRejected + <usize>to * SUMS, endpointRejected + <usize>from * SUMS, SUMS);
  for (let role: usize = 0; role < roles; role++) {
    store<u64>(apartOf(role, to), load<u64>(apartOf(role, from)));
  }
}

export function dropEndpoint(endpoint: u32): void {
  memory.fill(entryOf(endpoint), 0, ENTRY);
}

/** Goes on with the first endpoints only; any other may have been put out from now on. */
export function keepEndpoints(kept: u32): void {
  count = kept;
  newMark = MAY_BE_BACK;
  moveAll();
}

/**
 * Moves every entry to where it is found now, in the order in which they came. What one meets on its
 * way has moved, then: an entry is put past older ones only, and past no more of them in a table that
 * is larger or has lost some.
 */
function moveAll(): void {
  for (let endpoint: u32 = 0; endpoint < count; endpoint++) {
    const from = entryOf(endpoint);
    const head = v128.load(from);
    const sources = v128.load(from, 16);
    const destinations = v128.load(from, 32);
    const clients = v128.load(from, 48);
    memory.fill(from, 0, ENTRY);
    let slot = hashOf(<u64>i64x2.extract_lane(head, 0)) & (slots - 1);
    while (load<u64>(entryIn(slot)) != 0) slot = (slot + 1) & (slots - 1);
    const to = entryIn(slot);
    v128.store(to, head);
    v128.store(to, sources, 16);
    v128.store(to, destinations, 32);
    v128.store(to, clients, 48);
    store<u32>(endpointNumbers + (<usize>endpoint << 2), <u32>to);
  }
}
