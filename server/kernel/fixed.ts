// What is as large in every kernel stands where the compiler knows. To ask for a place that the host
// has chosen takes reads of memory, and a record is added in some thirty places.

import { FIXED } from './memory';
import { BATCH } from './fold/batchSize';

/**
 * Bytes from one working column to the next. The odd number of cache lines keeps them from falling
 * on the same places of the processor's cache.
 */
const COLUMN: usize = (BATCH << 2) + 64;
const COLUMNS: usize = 40;

/** Working columns of a batch, {@link BATCH} words each. */
export const work: usize = FIXED;
/** Headers of the tables (table.ts). */
export const tables: usize = work + COLUMNS * COLUMN;
/** The fold's number of each of the scan's names, 0 before it was asked for. */
export const nameNumbers: usize = tables + 16 * 64;
/** Sums by what has few values, and which of them are pending (totals.ts). */
export const groups: usize = nameNumbers + (1 << 16) * 4;
export const activeGroups: usize = groups + 1024 * 64;
/** How many records of each protocol were seen, up to five, and their lines. */
export const protocolCounts: usize = activeGroups + 1024 * 4;
export const protocolLines: usize = protocolCounts + 320;
/** Which bucket stands where, and in seconds how wide buckets can be (timeline.ts). */
export const bucketIndex: usize = protocolLines + 320 * 5 * 8;
export const bucketWidths: usize = bucketIndex + 4096 * 2;
/** Scratch for pruning (prune.ts): three histograms, and the figures of a batch of entries and one more. */
export const bins: usize = bucketWidths + 64;
export const lightEntries: usize = bins + 3 * (4 << 12);
/** Interfaces that were asked for lately (names.ts). */
export const RECENT_SIZE: usize = 1024 * 16;
export const recent: usize = lightEntries + (BATCH + 2) * 32;

/** The first byte behind all of it. */
export const fixedEnd: usize = recent + RECENT_SIZE;

/** A working column of words. */
// @ts-ignore: decorator
@inline
export function column(number: usize): usize {
  return work + number * COLUMN;
}
