import type { Kernel } from '../../scan/kernel';
import type { MemoryMap } from '../../scan/kernelMemory';
import type { ConversationEntries } from '../finish/scans';
import type { DetailPartial } from '../detail/detailFold';
import { detailShare, type DetailPlan } from '../detail/detailPlan';
import { kindOf, mostEntries, TABLE_NAMES, type TableName } from '../fold/tables';
import { DOUBT_WORDS } from '../group/doubts';
import type { GroupData } from '../group/groupTable';
import { layOutFold, MOST_BUCKETS, type FoldMap, type FoldSize } from './foldMemory';
import {
  APART_BYTES,
  HASHED_TABLES,
  HEADER,
  HEADER_WORDS,
  PAIR_BYTES,
  type TableSize,
} from './tableMemory';
import { readTable } from './readTables';

/** The table of attempts comes after those that are counted again. */
const ATTEMPTS = HASHED_TABLES.length;
/** Room for a table that is not wanted. */
const NONE = 16;

/** Whether a kernel can do the second pass of a plan, and has kept the room for it. */
export function fitsDetails(options: FoldSize, plan: DetailPlan, map: MemoryMap): boolean {
  const hashed: readonly TableName[] = HASHED_TABLES;
  // The kernel has names and most ports in arrays, which are never in doubt.
  const wanted = TABLE_NAMES.filter(name => plan.doubts[name]);
  const inTables = wanted.every(name => hashed.includes(name) && kindOf(name) !== 'port');
  if (plan.series || !inTables || options.buckets > MOST_BUCKETS) return false;
  return doubtsAt(layOutDetails(map, options, plan), ATTEMPTS + 1) <= map.extra + map.extraSize;
}

/** Lays out the memory of a second pass where a kernel has kept room. */
export function layOutDetails(map: MemoryMap, options: FoldSize, plan: DetailPlan): FoldMap {
  const { memory } = options;
  const share = detailShare(plan);
  const tables: TableSize[] = HASHED_TABLES.map(name => ({
    most: plan.doubts[name] ? mostEntries(name, memory, share) : NONE,
    kind: kindOf(name),
  }));
  const most = plan.clients ? mostEntries('conversations', memory, share) : NONE;
  tables.push({ most, kind: 'conversation' });
  return layOutFold(map.extra, options, map.mostRows, tables);
}

/** Tells a kernel, whose tables are in place, which keys are in doubt. */
export function placeDoubts(kernel: Kernel, map: FoldMap, plan: DetailPlan): void {
  const { buffer } = kernel.memory;
  const headers = kernel.exports.tables.value;
  [...HASHED_TABLES.map(name => plan.doubts[name]), plan.clients].forEach((doubts, number) => {
    if (!doubts) return;
    const at = doubtsAt(map, number);
    new Int32Array(buffer, at, DOUBT_WORDS).set(doubts);
    const header = new Uint32Array(buffer, headers, map.tables.length * HEADER_WORDS);
    header[number * HEADER_WORDS + HEADER.doubts] = at;
  });
}

/** What a second pass has counted. */
export function readDetails(
  kernel: Kernel,
  map: FoldMap,
  plan: DetailPlan,
): Pick<DetailPartial, 'recounts' | 'attempts'> {
  const recounts: Partial<Record<TableName, GroupData>> = {};
  HASHED_TABLES.forEach((name, number) => {
    if (plan.doubts[name]) recounts[name] = readTable(kernel, map, number);
  });
  return { recounts, attempts: plan.clients && readTable(kernel, map, ATTEMPTS) };
}

/** The attempts that were counted so far, where they stand. */
export function attemptsIn({ exports, memory }: Kernel, map: FoldMap): ConversationEntries {
  const { entries, apart } = map.tables[ATTEMPTS]!;
  const at = exports.tables.value + ATTEMPTS * HEADER_WORDS * 4;
  const header = new Uint32Array(memory.buffer, at, HEADER_WORDS);
  const count = header[HEADER.count]!;
  const stride = PAIR_BYTES / 4;
  const words = new Int32Array(memory.buffer, entries, count * stride);
  const lines = new Uint32Array(memory.buffer, apart, (count * APART_BYTES) / 4);
  return {
    ...{ count, words, stride },
    ipv6: number => memory.subarray(map.addressBytes + number * 16).subarray(0, 16),
    lineOf: entry => lines[(entry * APART_BYTES) / 4]!,
  };
}

/** Where the doubts of a table stand, behind all the rest. */
function doubtsAt({ end }: FoldMap, number: number): number {
  return Math.ceil(end / 64) * 64 + number * DOUBT_WORDS * 4;
}
