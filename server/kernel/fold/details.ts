// Counts again the keys that the first pass over a log left in doubt; the reference is
// server/src/core/summary/detail/detailFold.ts.

import { column, tables } from '../fixed';
import * as batch from './batch';
import * as COLUMN from './columns';
import {
  ATTEMPTS, CONVERSATIONS, DESTINATIONS, DOUBTS, HEADER, OTHER_PORTS, REJECTED_OTHER_PORTS,
  REJECTED_PAIRS, REJECTED_SOURCES, SOURCES,
} from './header';
import { addPairs } from './pairs';
import { addSingles } from './singles';

/** Doubts are one bit for each of the uppermost bits of a hash (host: doubts.ts). */
const DOUBT_SHIFT: u32 = 12;

/** Line of the first row of the batch. */
let line: f64 = 0;

/** Adds up to a batch of the records in `[from, lines)`; gives the row to go on from. */
export function recountBatch(from: u32, lines: u32, firstLine: f64, masked: bool): u32 {
  const next = batch.readBatch(from, lines, firstLine, masked, false);
  line = firstLine + <f64>from;
  recountAddresses(SOURCES, COLUMN.SOURCE_HASH, COLUMN.WITH_SOURCE, batch.withSource);
  recountAddresses(DESTINATIONS, COLUMN.DESTINATION_HASH, COLUMN.WITH_DESTINATION, batch.withDestination);
  recountAddresses(REJECTED_SOURCES, COLUMN.SOURCE_HASH, COLUMN.REJECTED_SOURCE, batch.rejectedSource);
  recountWords(OTHER_PORTS, COLUMN.PORT_HASH, COLUMN.WITH_PORT, batch.withPort);
  recountWords(REJECTED_OTHER_PORTS, COLUMN.PORT_HASH, COLUMN.REJECTED_PORT, batch.rejectedPort);
  recountConversations(CONVERSATIONS, COLUMN.CONVERSATION_HASH);
  recountConversations(ATTEMPTS, COLUMN.CLIENT_HASH);
  const pairs = tables + REJECTED_PAIRS * HEADER;
  const count = pick(pairs, COLUMN.PAIR_HASH, COLUMN.REJECTED_PAIR, batch.rejectedPair);
  addPairs(
    pairs, COLUMN.PAIR_HASH, COLUMN.SOURCE, COLUMN.DESTINATION, COLUMN.PAIR_C, COLUMN.PICKED, count,
    COLUMN.POINTS,
  );
  return next;
}

function recountAddresses(number: usize, hash: usize, picks: usize, count: u32): void {
  const table = tables + number * HEADER;
  addSingles(table, hash, hash + 1, hash + 2, COLUMN.PICKED, pick(table, hash, picks, count), line);
}

function recountWords(number: usize, hash: usize, picks: usize, count: u32): void {
  const table = tables + number * HEADER;
  addSingles(table, hash, hash + 1, COLUMN.ZEROS, COLUMN.PICKED, pick(table, hash, picks, count), line);
}

/** Adds conversations that are in doubt by one of their hashes. */
function recountConversations(number: usize, hash: usize): void {
  const table = tables + number * HEADER;
  const count = pick(table, hash, COLUMN.WITH_PAIR, batch.withPair);
  addPairs(
    table, COLUMN.CONVERSATION_HASH, COLUMN.CONVERSATION_A, COLUMN.CONVERSATION_B,
    COLUMN.CONVERSATION_C, COLUMN.PICKED, count, COLUMN.ENDS,
  );
}

/** Lists the places whose hash is in doubt; none if the table is not wanted. */
function pick(table: usize, hash: usize, picks: usize, count: u32): u32 {
  const doubts = <usize>load<u32>(table, DOUBTS);
  if (doubts == 0) return 0;
  const hashes = column(hash);
  let picked: u32 = 0;
  for (let n: usize = 0; n < <usize>count; n++) {
    const place = load<u32>(column(picks) + (n << 2));
    const bit = load<u32>(hashes + (<usize>place << 2)) >> DOUBT_SHIFT;
    store<u32>(column(COLUMN.PICKED) + (<usize>picked << 2), place);
    picked += (load<u32>(doubts + (<usize>(bit >> 5) << 2)) >> (bit & 31)) & 1;
  }
  return picked;
}
