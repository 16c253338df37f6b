import { SUM, SUMS, WORDS } from '../group/entry';
import { doubtsOf, mark, markBucket, noDoubts, type Doubts } from '../group/doubts';
import type { GroupTable } from '../group/groupTable';
import { METRIC } from '../group/spill';
import { topEntries, type Admits } from '../group/ranking';
import { RANKED_TABLES, type TableName } from '../fold/tables';
import type { SummaryFold } from '../summaryFold';
import { seriesPlan, type SeriesPlan } from './seriesPlan';

/** What a second pass over a log has to find out. Plain data, so that threads can be told. */
export interface DetailPlan {
  /** Tables, and their keys that have to be counted again. */
  readonly doubts: Readonly<Partial<Record<TableName, Doubts>>>;
  /** Clients, by their hashes, whose attempts have to be counted. */
  readonly clients: Doubts | undefined;
  readonly series: SeriesPlan | undefined;
}

/** The share of the memory that each table of a second pass gets. */
export function detailShare({ doubts, clients }: DetailPlan): number {
  return 0.9 / (Object.keys(doubts).length + (clients ? 1 : 0));
}

/** What the second pass after a fold has to find out; undefined if there is nothing to. */
export function detailPlan(fold: SummaryFold): DetailPlan | undefined {
  const { tables, options } = fold;
  const doubts: Partial<Record<TableName, Doubts>> = {};
  for (const name of RANKED_TABLES) {
    const lists = name === 'points' ? [() => true, isNat(fold, tables.points)] : [() => true];
    const found = doubtsOf(tables[name], options.top, lists);
    if (found) doubts[name] = found;
  }
  const rejected = rejectedDoubts(fold, doubts.points);
  if (rejected) doubts.rejectedPoints = rejected;
  const clients = tables.conversations.spill && suspects(fold);
  const series = options.series ? seriesPlan(fold) : undefined;
  if (Object.keys(doubts).length === 0 && !clients && !series) return undefined;
  return { doubts, clients, series };
}

/** Whether an entry of a table of points is a NAT gateway's. */
export function isNat({ books }: SummaryFold, { words }: GroupTable): Admits {
  return entry => books.names.kindName(words[entry * WORDS]!) === 'nat';
}

/** What is listed of the points says how much of it was rejected, so that has to be right too. */
function rejectedDoubts(fold: SummaryFold, points: Doubts | undefined): Doubts | undefined {
  const { points: table, rejectedPoints } = fold.tables;
  if (!rejectedPoints.spill) return undefined;
  const doubts = points?.slice() ?? noDoubts();
  for (const admits of [() => true, isNat(fold, table)]) {
    for (const { entries } of topEntries(table, fold.options.top, admits)) {
      for (const entry of entries) mark(doubts, table.entryHash(entry));
    }
  }
  return doubts;
}

/** Clients with so many conversations that they may be scanning. */
function suspects({ tables: { clients }, options }: SummaryFold): Doubts | undefined {
  const { scanAddresses, scanPorts } = options.thresholds;
  const least = Math.min(scanAddresses, scanPorts);
  const { spill, sums, count } = clients;
  let found: Doubts | undefined;
  for (let entry = 0; entry < count; entry++) {
    const hash = clients.entryHash(entry);
    const lost = spill?.lost(hash, METRIC.records) ?? 0;
    if (sums[entry * SUMS + SUM.records]! + lost >= least) mark((found ??= noDoubts()), hash);
  }
  for (let bucket = 0; spill && bucket < spill.size; bucket++) {
    if (spill.bound(bucket, METRIC.records) < least) continue;
    markBucket((found ??= noDoubts()), bucket, spill.size);
  }
  return found;
}
