// Where stands what is not as large in every fold; the host lays it out, as it does with the scan's
// memory (server/src/core/summary/kernel/foldMemory.ts).

/** Differs from run to run, so that no file can be written whose keys share one place. */
export let seed: u32 = 0;
/** What is known of each of the fold's names, NAME_SIZE bytes each (names.ts). */
export let nameFacts: usize = 0;
/** Windows of time by name (coverage.ts). */
export let coverage: usize = 0;
/** The index, the hashes and the bytes of IPv6 addresses (addressBook.ts). */
export let addressIndex: usize = 0;
export let addressMask: u32 = 0;
export let addressHashes: usize = 0;
export let addressBytes: usize = 0;
/** Sums by port of TCP and UDP, and what stands apart from them (ports.ts). */
export let portSums: usize = 0;
export let portApart: usize = 0;
/** Buckets over time (timeline.ts). */
export let buckets: usize = 0;
export let bucketNumbers: usize = 0;
/** Scratch for pruning (spill.ts). */
export let roundFigures: usize = 0;
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
  nameFacts = load<u32>(list, 4);
  coverage = load<u32>(list, 8);
  addressIndex = load<u32>(list, 12);
  addressMask = load<u32>(list, 16);
  addressHashes = load<u32>(list, 20);
  addressBytes = load<u32>(list, 24);
  portSums = load<u32>(list, 28);
  portApart = load<u32>(list, 32);
  buckets = load<u32>(list, 36);
  bucketNumbers = load<u32>(list, 40);
  roundFigures = load<u32>(list, 44);
  mask = load<u32>(list, 48);
  endpointEntries = load<u32>(list, 52);
  endpointNumbers = load<u32>(list, 56);
  endpointRejected = load<u32>(list, 60);
  endpointApart = load<u32>(list, 64);
  endpointKept = load<u32>(list, 68);
  mostEndpoints = load<u32>(list, 72);
  mostEndpointSlots = load<u32>(list, 76);
}
