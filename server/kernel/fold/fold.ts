// Folds the records of the scan's columns into the tables of a summary, a batch at a time.
// server/src/core/summary/summaryFold.ts is the reference.

import * as batch from './batch';
import * as COLUMN from './columns';
import { tables } from './memory';
import { bucketAtHand } from './timeline';
import { handOverGroups, settleGroups } from './totals';
import { addPairs, addSingles, freshCount, HEADER, setFirstLine } from './table';

// Numbers of the tables, in the host's order (foldMemory.ts).
const SOURCES: usize = 0;
const DESTINATIONS: usize = 1;
const PORTS: usize = 2;
const CONVERSATIONS: usize = 3;
const REJECTED_SOURCES: usize = 4;
const REJECTED_PORTS: usize = 5;
const REJECTED_PAIRS: usize = 6;
const CLIENTS: usize = 7;

/** Folds up to a batch of the records in `[from, lines)`; gives the row to go on from. */
export function foldBatch(from: u32, lines: u32, firstLine: f64, masked: bool): u32 {
  const next = batch.readBatch(from, lines, firstLine, masked, true);
  setFirstLine(firstLine + <f64>from);
  addAddresses(SOURCES, COLUMN.SOURCE_HASH, COLUMN.WITH_SOURCE, batch.withSource);
  addAddresses(DESTINATIONS, COLUMN.DESTINATION_HASH, COLUMN.WITH_DESTINATION, batch.withDestination);
  addWords(PORTS, COLUMN.PORT_HASH, COLUMN.WITH_PORT, batch.withPort);
  addPairs(
    tables + CONVERSATIONS * HEADER, COLUMN.CONVERSATION_HASH, COLUMN.CONVERSATION_A,
    COLUMN.CONVERSATION_B, COLUMN.CONVERSATION_C, COLUMN.WITH_PAIR, batch.withPair, COLUMN.ENDS,
  );
  addSingles(
    tables + CLIENTS * HEADER, COLUMN.CLIENT_HASH, COLUMN.CONVERSATION_A, COLUMN.CLIENT_C,
    COLUMN.FRESH, freshCount,
  );
  addAddresses(REJECTED_SOURCES, COLUMN.SOURCE_HASH, COLUMN.REJECTED_SOURCE, batch.rejectedSource);
  addWords(REJECTED_PORTS, COLUMN.PORT_HASH, COLUMN.REJECTED_PORT, batch.rejectedPort);
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

/** Adds records by an address: its hash, its word and its bit stand one after the other. */
function addAddresses(table: usize, hash: usize, picks: usize, count: u32): void {
  addSingles(tables + table * HEADER, hash, hash + 1, hash + 2, picks, count);
}

/** Adds records by a single word, behind its hash. */
function addWords(table: usize, hash: usize, picks: usize, count: u32): void {
  addSingles(tables + table * HEADER, hash, hash + 1, COLUMN.ZEROS, picks, count);
}
