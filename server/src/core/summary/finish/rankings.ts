import { SUM, SUMS } from '../group/entry';
import type { GroupTable } from '../group/groupTable';
import { fewestKeys, lostBy, topEntries, type Admits } from '../group/ranking';
import { METRIC } from '../group/spill';
import type { Counts, Metric, Ranking, Row } from '../summary';

/** What a list is made of. */
export interface RankingOf<R extends Row> {
  /** The figures as they are known now. */
  readonly table: GroupTable;
  /** The table of the first pass, which knows how many keys there are. */
  readonly first: GroupTable;
  readonly top: number;
  readonly by: Metric;
  /** Which entries of a table belong into the list; all unless it says. */
  readonly admits?: (table: GroupTable) => Admits;
  /** All about an entry but its figures. */
  readonly describe: (entry: number) => Omit<R, keyof Counts | 'line' | 'atMost'>;
}

/** The largest entries of a table by any metric. */
export function rankingOf<R extends Row>(list: RankingOf<R>): Ranking<R> {
  const { table, first, top, by, describe, admits } = list;
  const [records, packets, bytes] = topEntries(table, top, admits?.(table));
  const tops = { records: records!, packets: packets!, bytes: bytes! };
  const entries = new Set([
    ...tops.records.entries,
    ...tops.packets.entries,
    ...tops.bytes.entries,
  ]);
  const rows = [...entries].map(
    entry => ({ ...describe(entry), ...figuresOf(table, entry) }) as unknown as R,
  );
  return {
    rows: sorted(rows, by),
    keys: admits ? countAdmitted(first, admits(first)) : fewestKeys(first),
    keysExact: first.spill === undefined,
    exact: countsOf(metric => tops[metric].exact),
    outside: countsOf(metric => tops[metric].outside),
  };
}

/** Rows in the order of a metric, of equal ones that with the earlier line first. */
export function sorted<R extends Row>(rows: readonly R[], by: Metric): R[] {
  return [...rows].sort((a, b) => b[by] - a[by] || a.line - b.line);
}

/** One value a metric. */
export function countsOf<T>(valueOf: (metric: Metric) => T): Record<Metric, T> {
  return { records: valueOf('records'), packets: valueOf('packets'), bytes: valueOf('bytes') };
}

/** Figures of an entry, with its first line and what may be missing from them. */
export function figuresOf(table: GroupTable, entry: number) {
  const { sums } = table;
  const at = entry * SUMS;
  const atMost = countsOf(metric => lostBy(table, entry, METRIC[metric]));
  return {
    records: sums[at + SUM.records]!,
    packets: sums[at + SUM.packets]!,
    bytes: sums[at + SUM.bytes]!,
    line: sums[at + SUM.line]!,
    ...(atMost.records > 0 ? { atMost } : {}),
  };
}

function countAdmitted(table: GroupTable, admits: Admits): number {
  let count = 0;
  for (let entry = 0; entry < table.count; entry++) if (admits(entry)) count++;
  return count;
}
