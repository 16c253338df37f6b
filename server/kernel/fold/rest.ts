// Keys of a record that is not TCP or UDP over IPv4; the reference is
// server/src/core/summary/fold/readBatch.ts.

import { column } from '../fixed';
import * as FLAG from '../flags';
import * as columns from '../memory';
import { v6At } from '../v6Table';
import { compareAddresses, internAddress } from './addressBook';
import * as COLUMN from './columns';
import { combine, mix } from './hash';
import { addressBytes, addressHashes, seed } from './memory';

export const NO_PROTOCOL: u32 = 256;
const DIRECTED: u32 = 0x40000000;

/** Which end of a record counts as the client. */
const UNKNOWN: u32 = 0;
const SOURCE: u32 = 1;
const DESTINATION: u32 = 2;

// @ts-ignore: decorator
@inline
function set(number: usize, place: usize, word: u32): void {
  store<u32>(column(number) + (place << 2), word);
}

// @ts-ignore: decorator
@inline
function get(number: usize, place: usize): u32 {
  return load<u32>(column(number) + (place << 2));
}

/** Writes the keys of the record at a row in place of those that `readKeys` took it to have. */
export function readRest(place: usize, row: usize, has: u32, protocol: u32): void {
  if (has & FLAG.SOURCE) {
    readAddress(place, row, columns.source, has & FLAG.SOURCE_V6, COLUMN.SOURCE_HASH);
  }
  if (has & FLAG.DESTINATION) {
    readAddress(place, row, columns.destination, has & FLAG.DESTINATION_V6, COLUMN.DESTINATION_HASH);
  }
  const word = (protocol << 16) | <u32>load<u16>(columns.dstPort + (row << 1));
  set(COLUMN.PORT, place, word);
  set(COLUMN.PORT_HASH, place, mix(word ^ seed));
  const both = FLAG.SOURCE | FLAG.DESTINATION;
  if ((has & both) != both) return;
  set(COLUMN.PAIR_C, place, get(COLUMN.SOURCE_C, place) | (get(COLUMN.DESTINATION_C, place) << 1));
  const hash = combine(get(COLUMN.SOURCE_HASH, place), get(COLUMN.DESTINATION_HASH, place));
  set(COLUMN.PAIR_HASH, place, hash);
  readConversation(place, row, has, protocol);
}

/** Protocols whose port fields hold ports; where there is no protocol, they are taken to. */
export function hasPorts(protocol: u32): bool {
  return (
    protocol == 6 || protocol == 17 || protocol == 33 || protocol == 132 || protocol == 136 ||
    protocol == NO_PROTOCOL
  );
}

/** Hash, word and bit of an address, into three columns one after the other. */
function readAddress(place: usize, row: usize, from: usize, v6: u32, hashColumn: usize): void {
  let word = load<u32>(from + (row << 2));
  let hash: u32;
  if (v6) {
    word = internAddress(v6At(word));
    hash = load<u32>(addressHashes + (<usize>word << 2));
  } else hash = mix(word ^ seed);
  set(hashColumn, place, hash);
  set(hashColumn + 1, place, word);
  set(hashColumn + 2, place, <u32>(v6 != 0));
}

function readConversation(place: usize, row: usize, has: u32, protocol: u32): void {
  const ends = conversationEnds(row, has, protocol);
  const side = ends & 3;
  const word = (protocol << 2) | ((ends >> 2) << 11);
  set(COLUMN.ENDS, place, looksDirected(row, protocol, ends) ? DIRECTED : 0);
  const forward = side == UNKNOWN ? isInOrder(place) : side == SOURCE;
  const from = forward ? COLUMN.SOURCE_HASH : COLUMN.DESTINATION_HASH;
  const to = forward ? COLUMN.DESTINATION_HASH : COLUMN.SOURCE_HASH;
  const hash = get(from, place);
  const c = get(from + 2, place);
  set(COLUMN.CONVERSATION_A, place, get(from + 1, place));
  set(COLUMN.CONVERSATION_B, place, get(to + 1, place));
  set(COLUMN.CONVERSATION_C, place, word | c | (get(to + 2, place) << 1));
  set(COLUMN.CONVERSATION_HASH, place, combine(combine(hash, get(to, place)), word >> 2));
  set(COLUMN.CLIENT_HASH, place, hash);
  set(COLUMN.CLIENT_C, place, c);
}

/** Whether the source's address comes first, IPv4 before IPv6. */
function isInOrder(place: usize): bool {
  const v6 = get(COLUMN.SOURCE_C, place);
  if (v6 != get(COLUMN.DESTINATION_C, place)) return v6 == 0;
  const from = get(COLUMN.SOURCE, place);
  const to = get(COLUMN.DESTINATION, place);
  if (v6 == 0) return from <= to;
  return compareAddresses(addressBytes + (<usize>from << 4), addressBytes + (<usize>to << 4)) <= 0;
}

/** The lower port plus one, and which end is the client (host: filter/conversation.ts). */
function conversationEnds(row: usize, has: u32, protocol: u32): u32 {
  const both = FLAG.SRC_PORT | FLAG.DST_PORT;
  if ((has & both) != both) return UNKNOWN;
  const from = <u32>load<u16>(columns.srcPort + (row << 1));
  const to = <u32>load<u16>(columns.dstPort + (row << 1));
  if (hasPorts(protocol)) {
    const side = from > to ? SOURCE : from < to ? DESTINATION : UNKNOWN;
    return ((min(from, to) + 1) << 2) | side;
  }
  if (protocol == 1) {
    if (to == 8 << 8) return SOURCE;
    return to == 0 && from != 0 ? DESTINATION : UNKNOWN;
  }
  if (protocol != 58) return UNKNOWN;
  if (to == 128 << 8) return SOURCE;
  return to == 129 << 8 ? DESTINATION : UNKNOWN;
}

/** Whether the client looks like the end that began (host: filter/conversation.ts). */
function looksDirected(row: usize, protocol: u32, ends: u32): bool {
  if ((ends & 3) == UNKNOWN) return false;
  if (!hasPorts(protocol)) return true;
  const from = <u32>load<u16>(columns.srcPort + (row << 1));
  const to = <u32>load<u16>(columns.dstPort + (row << 1));
  return ends >> 2 > 1 && ((from ^ to) & 0x8000) != 0;
}
