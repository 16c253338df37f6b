// Folds the records of the scan's columns into the tables of a summary, a batch at a time.
// server/src/core/summary/summaryFold.ts is the reference.

import { tables } from '../fixed';
import * as batch from './batch';
import { BATCH } from './batchSize';
import * as COLUMN from './columns';
import { addClients, addRejected, addRole, AS_DESTINATION, AS_SOURCE, findEndpoints } from './endpoints';
import { CONVERSATIONS, HEADER, OTHER_PORTS, REJECTED_OTHER_PORTS, REJECTED_PAIRS } from './header';
import { mostEndpoints } from './memory';
import { addPairs, freshCount } from './pairs';
import { makeEndpointRoom } from './pruneEndpoints';
import { addSingles } from './singles';
import { bucketAtHand } from './timeline';
import { handOverGroups, settleGroups } from './totals';

/** Folds up to a batch of the records in `[from, lines)`; gives the row to go on from. */
export function foldBatch(from: u32, lines: u32, firstLine: f64, masked: bool): u32 {
  const rows = min(min(<u32>BATCH, lines - from), mostEndpoints >> 2);
  makeEndpointRoom(rows * 2);
  const next = batch.readBatch(from, from + rows, firstLine, masked, true);
  const line = firstLine + <f64>from;
  findEndpoints(COLUMN.SOURCE_HASH, COLUMN.WITH_SOURCE, batch.withSource, COLUMN.SOURCE_AT);
  findEndpoints(
    COLUMN.DESTINATION_HASH, COLUMN.WITH_DESTINATION, batch.withDestination, COLUMN.DESTINATION_AT,
  );
  addRole(AS_SOURCE, COLUMN.WITH_SOURCE, batch.withSource, COLUMN.SOURCE_AT);
  addRole(AS_DESTINATION, COLUMN.WITH_DESTINATION, batch.withDestination, COLUMN.DESTINATION_AT);
  addRejected(COLUMN.REJECTED_SOURCE, batch.rejectedSource);
  addWords(OTHER_PORTS, COLUMN.WITH_PORT, batch.withPort, line);
  addPairs(
    tables + CONVERSATIONS * HEADER, COLUMN.CONVERSATION_HASH, COLUMN.CONVERSATION_A,
    COLUMN.CONVERSATION_B, COLUMN.CONVERSATION_C, COLUMN.WITH_PAIR, batch.withPair, COLUMN.ENDS,
  );
  addClients(freshCount);
  addWords(REJECTED_OTHER_PORTS, COLUMN.REJECTED_PORT, batch.rejectedPort, line);
  addPairs(
    tables + REJECTED_PAIRS * HEADER, COLUMN.PAIR_HASH, COLUMN.SOURCE, COLUMN.DESTINATION,
    COLUMN.PAIR_C, COLUMN.REJECTED_PAIR, batch.rejectedPair, COLUMN.POINTS,
  );
  return next;
}

/** Settles all sums and hands those by few values to the host. */
export function takeGroups(): void {
  settleGroups(bucketAtHand());
  handOverGroups();
}

export function ccnCount(): u32 {
  return batch.ccn;
}

/** Adds records by port and protocol, where these are not TCP or UDP. */
function addWords(table: usize, picks: usize, count: u32, firstLine: f64): void {
  const header = tables + table * HEADER;
  addSingles(header, COLUMN.PORT_HASH, COLUMN.PORT, COLUMN.ZEROS, picks, count, firstLine);
}
