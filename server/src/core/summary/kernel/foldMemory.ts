import { DOUBT_WORDS } from '../group/doubts';
import { BATCH } from '../fold/batch';
import { BUCKET_SIZE } from '../fold/timeline';
import { bookSizes, kindOf, mostEntries, tableBytes } from '../fold/tables';
import type { SummaryOptions } from '../options';
import type { MemoryMap } from '../../scan/kernelMemory';
import {
  APART_BYTES,
  hasPairs,
  HASHED_TABLES,
  placeTable,
  SUMS_BYTES,
  type TableSize,
} from './tableMemory';

/** Bytes of a working column of a batch, and the number of that which the host reads. */
export const WORK_COLUMN_BYTES = BATCH * 4 + 64;
export const CCN_COLUMN = 31;

/** Words of a name's facts, and where its sums stand, in doubles. */
export const FACT = { hash: 0, pointWord: 1, kind: 2 } as const;
export const FACT_WORDS = 32;
export const NAME_SUMS = { notRejected: 4, rejected: 8, account: 12 } as const;

/** A name's window of coverage: 64 slots of a minute. */
const WINDOW_BYTES = 32;

/** Ports that have sums: TCP's, then UDP's; first those of all records, then of the rejected ones. */
export const PORTS = 2 << 16;
/** The tables that are sums by address in the kernel, one after the other. */
export const ENDPOINT_TABLES = ['sources', 'destinations', 'clients', 'rejectedSources'] as const;
const ROLES = ENDPOINT_TABLES.length;
/** An entry of an address: its key and most of its sums (server/kernel/fold/endpointTable.ts). */
const ENDPOINT_BYTES = 64;
/** The share of entries that are in use at most: the fuller, the further a key may stand from its place. */
const USABLE = 3 / 4;
/** The same with a share of entries that are not in use, and what stands elsewhere of an address. */
const BYTES_OF_ENDPOINT = ENDPOINT_BYTES / USABLE + SUMS_BYTES + ROLES * APART_BYTES + 4 + 1;
/** More buckets are not folded in the kernel. */
export const MOST_BUCKETS = 1000;
const FEWEST_ENDPOINTS = 16;

/** What a kernel is told of a fold, in the order in which it takes it (server/kernel/fold/memory.ts). */
export const PLACES = [
  ...(['seed', 'nameFacts', 'coverage'] as const),
  ...(['addressIndex', 'addressMask', 'addressHashes', 'addressBytes'] as const),
  ...(['portSums', 'portApart', 'buckets', 'bucketNumbers'] as const),
  ...(['roundFigures', 'mask', 'endpointEntries', 'endpointNumbers', 'endpointRejected'] as const),
  ...(['endpointApart', 'endpointKept', 'mostEndpoints', 'endpointSlots'] as const),
];

/** What of the options says how much room a fold needs. */
export type FoldSize = Pick<SummaryOptions, 'memory' | 'buckets'>;

/** Where everything of a fold stands in a kernel's memory, in bytes. */
export type FoldMap = ReturnType<typeof layOutFold>;

const isOfEndpoints = (name: string) => ENDPOINT_TABLES.some(table => table === name);

/** The tables of a first pass: of those that are endpoints' sums only the spill. */
const tablesOf = (memory: number): TableSize[] =>
  HASHED_TABLES.map(name => {
    const most = mostEntries(name, memory);
    return { most: isOfEndpoints(name) ? 0 : most, kind: kindOf(name), spillFor: most };
  });

/** Entries of addresses, of which {@link USABLE} can be used: enough for their share of the memory. */
function endpointSlots(memory: number): number {
  const bytes = ENDPOINT_TABLES.reduce((sum, name) => sum + tableBytes(name, memory), 0);
  const endpoints = Math.max(FEWEST_ENDPOINTS, Math.floor(bytes / BYTES_OF_ENDPOINT));
  return 2 ** Math.ceil(Math.log2(endpoints / USABLE + 1));
}

/**
 * Lays out the memory of a fold with these options, for chunks of so many rows, from a place on; with
 * the tables of a first pass unless others are named.
 */
export function layOutFold(
  base: number,
  { memory, buckets }: FoldSize,
  mostRows: number,
  tablesOfPass?: readonly TableSize[],
) {
  let at = base;
  const take = (bytes: number) => {
    const place = Math.ceil(at / 64) * 64;
    at = place + bytes;
    return place;
  };
  const [mostAddresses, mostNames] = bookSizes(memory);
  const addresses = Math.max(mostAddresses, BATCH * 4);
  const addressSlots = 2 ** Math.ceil(Math.log2(addresses * 2));
  const rooms = buckets * 2 + BATCH + 2;
  // A second pass has tables only.
  const slots = tablesOfPass ? 1 : endpointSlots(memory);
  const endpoints = Math.floor(slots * USABLE);
  const sizes = tablesOfPass ?? tablesOf(memory);
  const placed = (ofPairs: boolean) =>
    sizes.map(size => (hasPairs(size.kind) === ofPairs ? placeTable(take, size) : undefined));
  // What every log fills comes first: where that stands, tables of several folds are merged later.
  const pairTables = placed(true);
  const dense = {
    mostEndpoints: endpoints,
    endpointSlots: slots,
    endpointEntries: take(slots * ENDPOINT_BYTES),
    endpointNumbers: take(endpoints * 4),
    endpointRejected: take(endpoints * SUMS_BYTES),
    endpointApart: take(endpoints * ROLES * APART_BYTES),
    endpointKept: take(endpoints),
    roundFigures: take((1 << 16) * 24),
    portSums: take(2 * PORTS * SUMS_BYTES),
    portApart: take(2 * PORTS * APART_BYTES),
  };
  const sparse = {
    mostNames,
    nameFacts: take((mostNames + 1) * FACT_WORDS * 4),
    coverage: take((mostNames + 1) * WINDOW_BYTES),
    mostAddresses: addresses,
    addressIndex: take(addressSlots * 4),
    addressMask: addressSlots - 1,
    addressHashes: take(addresses * 4),
    addressBytes: take(addresses * 16),
    buckets: take(rooms * BUCKET_SIZE * 8),
    bucketNumbers: take(rooms * 4),
    mask: take(mostRows + 64),
    list: take(PLACES.length * 4),
  };
  const otherTables = placed(false);
  const tables = sizes.map((_, number) => (pairTables[number] ?? otherTables[number])!);
  return { ...dense, ...sparse, tables, end: at };
}

/** Bytes that a kernel has to keep for both passes of a fold with these options. */
export function foldBytes(options: FoldSize, mostRows: number): number {
  const doubts = (HASHED_TABLES.length + 1) * DOUBT_WORDS * 4;
  return layOutFold(0, options, mostRows).end + doubts + options.memory / 4 + 4096;
}

/** Whether a fold with these options fits what a kernel has kept. */
export function fitsKernel(options: FoldSize, { extra, extraSize, mostRows }: MemoryMap): boolean {
  if (options.buckets > MOST_BUCKETS) return false;
  return layOutFold(extra, options, mostRows).end <= extra + extraSize;
}
