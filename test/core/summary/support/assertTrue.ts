import assert from 'node:assert/strict';
import type { Ranking, Row, Summary } from '../../../../server/src/core/summary/summary';
import { figuresOf } from './assertAsNaive';
import { naiveRecords } from './naiveRecords';
import {
  conversationOf,
  destinationOf,
  destinationPort,
  groupBy,
  isCcn,
  isRejected,
  pairOf,
  sourceOf,
  top,
  type Metric,
  type NaiveRow,
} from './naiveSummary';

const METRICS: readonly Metric[] = ['records', 'packets', 'bytes'];

/** The full counts behind the lists that may not be. */
function allRows(log: string) {
  const records = naiveRecords(log);
  const rejected = records.filter(isRejected);
  const interfaces = records.filter(record => !isCcn(record));
  return {
    topSources: groupBy(records, sourceOf),
    topDestinations: groupBy(records, destinationOf),
    topDestinationPorts: groupBy(records, destinationPort),
    topConversations: groupBy(records, conversationOf),
    rejectedSources: groupBy(rejected, sourceOf),
    rejectedPorts: groupBy(rejected, destinationPort),
    rejectedPairs: groupBy(rejected, pairOf),
    interfaces: groupBy(interfaces, record => record.values.get('interface-id')),
  };
}

type ListName = keyof ReturnType<typeof allRows>;
export const LISTS = Object.keys(allRows('')) as ListName[];

/** Checks that all that a summary says of its lists is true. */
export function assertTrue(summary: Summary, log: string, most: number): void {
  const all = allRows(log);
  for (const name of LISTS) {
    // The naive count does not know yet which way a conversation's arrow points.
    const rows = summary[name].rows.map(row =>
      name === 'topConversations' ? { ...row, key: row.key.replace(/ [→↔]/, '') } : row,
    );
    assertTrueList(name, { ...summary[name], rows }, all[name], most);
  }
}

/** What is said to be exact is, and everything else is within its bounds. */
function assertTrueList(
  name: string,
  list: Ranking<Row>,
  all: readonly NaiveRow[],
  most: number,
): void {
  const real = new Map(all.map(row => [row.key, row]));
  const listed = new Set(list.rows.map(({ key }) => key));
  for (const metric of METRICS) {
    if (list.exact[metric]) {
      const found = top(list.rows.map(figuresOf), metric, most);
      assert.deepEqual(found, top(all, metric, most), `${name} by ${metric} is said to be exact`);
    }
    for (const row of list.rows) {
      const figure = real.get(row.key)![metric];
      const atMost = row[metric] + (row.atMost?.[metric] ?? 0);
      const bounds = `${row[metric]} ≤ ${figure} ≤ ${atMost}`;
      assert.ok(row[metric] <= figure && figure <= atMost, `${name} ${row.key}: ${bounds}`);
    }
    const outside = list.outside[metric];
    for (const row of all.filter(({ key }) => !listed.has(key))) {
      assert.ok(row[metric] <= outside, `${name} ${row.key}: ${row[metric]} ≤ ${outside}`);
    }
  }
  assert.ok(list.keysExact ? list.keys === all.length : list.keys <= all.length, `${name}: keys`);
}
