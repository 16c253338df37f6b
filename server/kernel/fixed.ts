// What is as large in every kernel stands where the compiler knows. To ask for a place that the host
// has chosen takes reads of memory, and a record is added in some thirty places.

import { FIXED } from './memory';
import { BATCH } from './fold/batchSize';
import { HEADER } from './fold/header';

/**
 * Bytes from one working column to the next. The odd number of cache lines keeps them from falling
 * on the same places of the processor's cache.
 */
const COLUMN: usize = (BATCH << 2) + 64;
const COLUMNS: usize = 42;
const MOST_TABLES: usize = 16;
const SCAN_NAMES: usize = 1 << 16;

/** Room for groups; of one its key, whether it is in use, pending sums, settled sums, first line. */
export const GROUPS: u32 = 1024;
export const GROUP: usize = 64;
/** Protocols, with none, and lines kept of each (host: firstLines.ts). */
export const PROTOCOLS: usize = 257;
const PROTOCOL_ROOM: usize = 320;
export const KEPT_LINES: u32 = 5;
/** Places of the index of buckets (timeline.ts). */
export const BUCKET_SLOTS: u32 = 4096;
const MOST_WIDTHS: usize = 16;
/** Bins of a histogram. */
export const BINS: i32 = 1 << 12;

/** Working columns of a batch, {@link BATCH} words each. */
export const work: usize = FIXED;
/** Headers of the tables (table.ts). */
export const tables: usize = work + COLUMNS * COLUMN;
/** The fold's number of each of the scan's names, 0 before it was asked for. */
export const nameNumbers: usize = tables + MOST_TABLES * HEADER;
/** Sums by what has few values, and which of them are pending (totals.ts). */
export const groups: usize = nameNumbers + SCAN_NAMES * 4;
export const activeGroups: usize = groups + <usize>GROUPS * GROUP;
/** How many records of each protocol were seen, up to five, and their lines. */
export const protocolCounts: usize = activeGroups + <usize>GROUPS * 4;
export const protocolLines: usize = protocolCounts + PROTOCOL_ROOM;
/** Which bucket stands where, and in seconds how wide buckets can be (timeline.ts). */
export const bucketIndex: usize = protocolLines + PROTOCOL_ROOM * <usize>KEPT_LINES * 8;
export const bucketWidths: usize = bucketIndex + <usize>BUCKET_SLOTS * 2;
/** Scratch for pruning (heaviest.ts): three histograms. */
export const bins: usize = bucketWidths + MOST_WIDTHS * 4;
/** Interfaces that were asked for lately (names.ts). */
export const RECENT_SIZE: usize = 1024 * 16;
export const recent: usize = bins + 3 * (<usize>BINS << 2);

/** The first byte behind all of it. */
export const fixedEnd: usize = recent + RECENT_SIZE;

/** A working column of words. */
// @ts-ignore: decorator
@inline
export function column(number: usize): usize {
  return work + number * COLUMN;
}
