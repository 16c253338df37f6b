// Where a fold's tables and working columns stand; the host lays them out, as it does with the
// scan's memory (server/src/core/summary/kernel/foldMemory.ts).

import { BATCH } from './batchSize';

/** Differs from run to run, so that no file can be written whose keys share one place. */
export let seed: u32 = 0;
/** Headers of the tables (table.ts). */
export let tables: usize = 0;
/** Working columns of a batch, {@link BATCH} words each. */
let work: usize = 0;
/** The fold's number of each of the scan's names, 0 before it was asked for. */
export let nameNumbers: usize = 0;
/** What is known of each of the fold's names, NAME_SIZE bytes each (names.ts). */
export let nameFacts: usize = 0;
/** Windows of time by name (coverage.ts). */
export let coverage: usize = 0;
/** The index, the hashes and the bytes of IPv6 addresses (addressBook.ts). */
export let addressIndex: usize = 0;
export let addressMask: u32 = 0;
export let addressHashes: usize = 0;
export let addressBytes: usize = 0;
/** Sums by what has few values, and which of them are pending (totals.ts). */
export let groups: usize = 0;
export let activeGroups: usize = 0;
/** Sums by port of TCP and UDP, and what stands apart from them (ports.ts). */
export let portSums: usize = 0;
export let portApart: usize = 0;
/** How many records of each protocol were seen, up to five, and their lines. */
export let protocolCounts: usize = 0;
export let protocolLines: usize = 0;
/** Buckets over time (timeline.ts). */
export let buckets: usize = 0;
export let bucketNumbers: usize = 0;
export let bucketIndex: usize = 0;
export let bucketWidths: usize = 0;
/** Scratch for pruning (prune.ts): three histograms, and figures a bucket. */
export let bins: usize = 0;
export let roundFigures: usize = 0;
/** Room for the figures of a batch of entries, and of one more. */
export let lightEntries: usize = 0;
/** One byte a row: whether the record counts. */
export let mask: usize = 0;
/**
 * Addresses: entries, where they stand by number, sums of what was rejected, what stands apart from
 * all sums, scratch for pruning (endpointTable.ts).
 */
export let endpointEntries: usize = 0;
export let endpointNumbers: usize = 0;
export let endpointRejected: usize = 0;
export let endpointApart: usize = 0;
export let endpointKept: usize = 0;
export let mostEndpoints: u32 = 0;
export let mostEndpointSlots: u32 = 0;

/** Takes the addresses from a list of u32 in the order above. */
export function placeFold(list: usize): void {
  seed = load<u32>(list);
  tables = load<u32>(list, 4);
  work = load<u32>(list, 8);
  nameNumbers = load<u32>(list, 12);
  nameFacts = load<u32>(list, 16);
  coverage = load<u32>(list, 20);
  addressIndex = load<u32>(list, 24);
  addressMask = load<u32>(list, 28);
  addressHashes = load<u32>(list, 32);
  addressBytes = load<u32>(list, 36);
  groups = load<u32>(list, 40);
  activeGroups = load<u32>(list, 44);
  portSums = load<u32>(list, 48);
  portApart = load<u32>(list, 52);
  protocolCounts = load<u32>(list, 56);
  protocolLines = load<u32>(list, 60);
  buckets = load<u32>(list, 64);
  bucketNumbers = load<u32>(list, 68);
  bucketIndex = load<u32>(list, 72);
  bucketWidths = load<u32>(list, 76);
  bins = load<u32>(list, 80);
  roundFigures = load<u32>(list, 84);
  mask = load<u32>(list, 88);
  endpointEntries = load<u32>(list, 92);
  endpointNumbers = load<u32>(list, 96);
  endpointRejected = load<u32>(list, 100);
  endpointApart = load<u32>(list, 104);
  endpointKept = load<u32>(list, 108);
  mostEndpoints = load<u32>(list, 112);
  mostEndpointSlots = load<u32>(list, 116);
  lightEntries = load<u32>(list, 120);
}

/**
 * Bytes from one working column to the next. The odd number of cache lines keeps them from falling
 * on the same places of the processor's cache.
 */
const COLUMN: usize = (BATCH << 2) + 64;

/** A working column of words. */
// @ts-ignore: decorator
@inline
export function column(number: usize): usize {
  return work + number * COLUMN;
}
