import { DOUBT_WORDS } from '../group/doubts';
import { slotsFor } from '../group/entryTable';
import { WORDS } from '../group/entry';
import type { KeyKind } from '../group/keys';
import { spillSize } from '../group/spill';
import { BATCH } from '../fold/batch';
import { BUCKET_SIZE } from '../fold/timeline';
import { bookSizes, kindOf, mostEntries } from '../fold/tables';
import { WIDTHS } from '../fold/widths';
import type { SummaryOptions } from '../options';
import type { MemoryMap } from '../../scan/kernelMemory';

/** Working columns of a batch, and the number of that which the host reads. */
const WORK_COLUMNS = 36;
export const CCN_COLUMN = 31;

/** The tables that are hash tables in the kernel, in the order in which it numbers them. */
export const HASHED_TABLES = [
  ...(['sources', 'destinations', 'ports', 'conversations'] as const),
  ...(['rejectedSources', 'rejectedPorts', 'rejectedPairs', 'clients'] as const),
];

/** Words of a table's header, by their place; the kernel writes count and spilled. */
export const HEADER = {
  ...{ count: 0, entries: 1, index: 2, mask: 3, most: 4, kind: 5 },
  ...{ spillBuckets: 6, spillSeen: 7, spillShift: 8, spillSeenMask: 9, spilled: 10, doubts: 11 },
} as const;
export const HEADER_WORDS = 16;

/** Words of a name's facts, and where its sums stand, in doubles. */
export const FACT = { hash: 0, pointWord: 1, kind: 2 } as const;
export const FACT_WORDS = 32;
export const NAME_SUMS = { point: 4, rejectedPoint: 8, account: 12 } as const;

/** A name's window of coverage: 64 slots of a minute. */
const WINDOW_BYTES = 48;
export const WINDOW_WIDTH = 60;

const GROUPS = 1024;
export const GROUP_BYTES = 64;
/** Sums by port: TCP's, then UDP's; each is records, packets, bytes and first line. */
export const PORTS = 2 << 16;
export const SUMS_BYTES = 32;
const PROTOCOLS = 257;
const KEPT_LINES = 5;
const BUCKET_SLOTS = 4096;
/** More buckets are not folded in the kernel. */
export const MOST_BUCKETS = 1000;
/** Three histograms of 65,536 bins. */
const BIN_BYTES = 3 * (1 << 16) * 4;
const SCAN_NAMES = 1 << 16;

/** Key kinds, in the order in which the kernel numbers them. */
const KINDS: readonly KeyKind[] = ['address', 'pair', 'conversation', 'port'];

/** Where a table stands, in bytes. */
export interface TablePlace {
  readonly most: number;
  readonly kind: number;
  readonly entries: number;
  readonly index: number;
  readonly slots: number;
  readonly spillBuckets: number;
  readonly buckets: number;
  readonly spillSeen: number;
  readonly seenWords: number;
}

/** What of the options says how much room a fold needs. */
export type FoldSize = Pick<SummaryOptions, 'memory' | 'buckets'>;

/** Where everything of a fold stands in a kernel's memory, in bytes. */
export type FoldMap = ReturnType<typeof layOutFold>;

/** What a table needs room for. */
export interface TableSize {
  readonly most: number;
  readonly kind: KeyKind;
}

/** The tables of a first pass. */
const tablesOf = (memory: number): TableSize[] =>
  HASHED_TABLES.map(name => ({ most: mostEntries(name, memory), kind: kindOf(name) }));

/**
 * Lays out the memory of a fold with these options, for chunks of so many rows, from a place on; with
 * the tables of a first pass unless others are named.
 */
export function layOutFold(
  base: number,
  { memory, buckets }: FoldSize,
  mostRows: number,
  tables: readonly TableSize[] = tablesOf(memory),
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
  const map = {
    headers: take(tables.length * HEADER_WORDS * 4),
    tables: tables.map(({ most, kind }) => placeTable(take, most, kind)),
    work: take(WORK_COLUMNS * BATCH * 4),
    nameNumbers: take(SCAN_NAMES * 4),
    mostNames,
    nameFacts: take((mostNames + 1) * FACT_WORDS * 4),
    coverage: take((mostNames + 1) * WINDOW_BYTES),
    mostAddresses: addresses,
    addressIndex: take(addressSlots * 4),
    addressMask: addressSlots - 1,
    addressHashes: take(addresses * 4),
    addressBytes: take(addresses * 16),
    groups: take(GROUPS * GROUP_BYTES),
    activeGroups: take(GROUPS * 4),
    portSums: take(PORTS * SUMS_BYTES),
    rejectedPortSums: take(PORTS * SUMS_BYTES),
    protocolCounts: take(PROTOCOLS),
    protocolLines: take(PROTOCOLS * KEPT_LINES * 8),
    buckets: take(rooms * BUCKET_SIZE * 8),
    bucketNumbers: take(rooms * 4),
    bucketIndex: take(BUCKET_SLOTS * 2),
    bucketWidths: take(WIDTHS.length * 4),
    bins: take(BIN_BYTES),
    roundFigures: take((1 << 16) * 24),
    mask: take(mostRows + 64),
    list: take(128),
  };
  return { ...map, end: at };
}

function placeTable(take: (bytes: number) => number, most: number, kind: KeyKind): TablePlace {
  const slots = slotsFor(most);
  const { buckets, seenWords } = spillSize(most);
  return {
    ...{ most, kind: KINDS.indexOf(kind), slots, buckets, seenWords },
    entries: take(most * WORDS * 4),
    index: take(slots * 4),
    spillBuckets: take(buckets * 24),
    spillSeen: take(seenWords * 4),
  };
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
