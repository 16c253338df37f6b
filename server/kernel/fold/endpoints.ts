// Sums by address: as source, as destination, as client of new conversations, as source of what was
// rejected. For the host each role is a table (readTables.ts).

import { column } from '../fixed';
import * as COLUMN from './columns';
import {
  apartOf, endpointCount, entryFor, entryOf, numberIn, touchEntries,
} from './endpointTable';
import { endpointRejected } from './memory';
import { addTo, APART_SIZE, SUMS } from './sums';

// In an entry stand the sums of the first three, behind the key and eight bytes that nobody needs.
export const AS_SOURCE: usize = 0;
export const AS_DESTINATION: usize = 1;
export const AS_CLIENT: usize = 2;
/** Few records are rejected: these sums stand elsewhere, by the endpoint's number. */
export const AS_REJECTED: usize = 3;
export const ROLES: usize = 4;
const FIRST_SUMS: usize = 16;

/** Writes where the listed addresses have their entries; keys follow `hash`. */
export function findEndpoints(hash: usize, picks: usize, picked: u32, out: usize): void {
  const hashes = column(hash);
  const words = column(hash + 1);
  const kinds = column(hash + 2);
  const list = column(picks);
  const places = column(out);
  touchEntries(hashes, list, picked);
  for (let n: usize = 0; n < <usize>picked; n++) {
    const at = <usize>load<u32>(list + (n << 2)) << 2;
    const key = <u64>load<u32>(words + at) | (<u64>load<u32>(kinds + at) << 32);
    store<u32>(places + at, <u32>entryFor(key, load<u32>(hashes + at)));
  }
}

/** Adds the listed records to what their addresses have in a role of which entries have the sums. */
export function addRole(role: usize, picks: usize, picked: u32, places: usize): void {
  const apart = apartOf(role, 0);
  const list = column(picks);
  const found = column(places);
  for (let n: usize = 0; n < <usize>picked; n++) {
    const place = <usize>load<u32>(list + (n << 2));
    const entry = <usize>load<u32>(found + (place << 2));
    const sums = entry + FIRST_SUMS + role * SUMS;
    addTo(sums, apart + <usize>numberIn(entry) * APART_SIZE, place);
  }
}

/** Adds the listed records, which were rejected, to their sources. */
export function addRejected(picks: usize, picked: u32): void {
  const apart = apartOf(AS_REJECTED, 0);
  const list = column(picks);
  const found = column(COLUMN.SOURCE_AT);
  for (let n: usize = 0; n < <usize>picked; n++) {
    const place = <usize>load<u32>(list + (n << 2));
    const endpoint = <usize>numberIn(<usize>load<u32>(found + (place << 2)));
    addTo(endpointRejected + endpoint * SUMS, apart + endpoint * APART_SIZE, place);
  }
}

/** Adds the records that were new to the table of conversations to their clients. */
export function addClients(picked: u32): void {
  const apart = apartOf(AS_CLIENT, 0);
  for (let n: usize = 0; n < <usize>picked; n++) {
    const place = <usize>load<u32>(column(COLUMN.FRESH) + (n << 2));
    const word = place << 2;
    const isSource =
      load<u32>(column(COLUMN.CONVERSATION_A) + word) == load<u32>(column(COLUMN.SOURCE) + word) &&
      load<u32>(column(COLUMN.CLIENT_C) + word) == load<u32>(column(COLUMN.SOURCE_C) + word);
    const found = column(isSource ? COLUMN.SOURCE_AT : COLUMN.DESTINATION_AT);
    const entry = <usize>load<u32>(found + word);
    const sums = entry + FIRST_SUMS + AS_CLIENT * SUMS;
    addTo(sums, apart + <usize>numberIn(entry) * APART_SIZE, place);
  }
}

/** Where an endpoint has its sums in a role. */
// @ts-ignore: decorator
@inline
export function sumsOf(role: usize, endpoint: u32): usize {
  if (role == AS_REJECTED) return endpointRejected + <usize>endpoint * SUMS;
  return entryOf(endpoint) + FIRST_SUMS + role * SUMS;
}

/** How many endpoints have records in a role. */
export function countInRole(role: u32): u32 {
  let used: u32 = 0;
  for (let endpoint: u32 = 0; endpoint < endpointCount(); endpoint++) {
    used += <u32>(load<u32>(sumsOf(<usize>role, endpoint)) != 0);
  }
  return used;
}
