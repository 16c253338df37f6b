import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SummaryOptions } from '../../../server/src/core/summary/options';
import { SummaryFold } from '../../../server/src/core/summary/summaryFold';
import { summaryOptions } from '../../../server/src/core/summary/options';
import type { Ranking, Row, Summary } from '../../../server/src/core/summary/summary';
import { exportLines } from './support/exportLog';
import { runToEnd, summaryOf, tableOf } from './support/fold';
import { naiveRecords, type NaiveRecord } from './support/naiveRecords';
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
} from './support/naiveSummary';
import { figuresOf } from './support/assertAsNaive';
import { summarise } from '../../../server/src/core/summary/summarise';

const METRICS: readonly Metric[] = ['records', 'packets', 'bytes'];

type ListName =
  | 'topSources'
  | 'topDestinations'
  | 'topDestinationPorts'
  | 'topConversations'
  | 'rejectedSources'
  | 'rejectedPorts'
  | 'rejectedPairs'
  | 'interfaces';

/** The full count behind each list. */
function allRows(records: readonly NaiveRecord[]): Record<ListName, NaiveRow[]> {
  const rejected = records.filter(isRejected);
  return {
    topSources: groupBy(records, sourceOf),
    topDestinations: groupBy(records, destinationOf),
    topDestinationPorts: groupBy(records, destinationPort),
    topConversations: groupBy(records, conversationOf),
    rejectedSources: groupBy(rejected, sourceOf),
    rejectedPorts: groupBy(rejected, destinationPort),
    rejectedPairs: groupBy(rejected, pairOf),
    interfaces: groupBy(
      records.filter(record => !isCcn(record)),
      record => record.values.get('interface-id'),
    ),
  };
}

/** What a list says is true: exact where it says so, and otherwise within its bounds. */
function assertTrue(
  name: ListName,
  list: Ranking<Row>,
  all: readonly NaiveRow[],
  most: number,
): void {
  const byKey = new Map(all.map(row => [row.key, row]));
  const keyOf = (row: Row) =>
    name === 'topConversations' ? row.key.replace(/ [→↔]/, '') : row.key;
  const listed = new Set(list.rows.map(keyOf));
  for (const metric of METRICS) {
    if (list.exact[metric]) {
      const found = top(
        list.rows.map(row => ({ ...figuresOf(row), key: keyOf(row) })),
        metric,
        most,
      );
      assert.deepEqual(found, top(all, metric, most), `${name} by ${metric} is said to be exact`);
    }
    for (const row of list.rows) {
      const real = byKey.get(keyOf(row))![metric];
      const atMost = row[metric] + (row.atMost?.[metric] ?? 0);
      assert.ok(
        row[metric] <= real && real <= atMost,
        `${name} ${row.key}: ${row[metric]} ≤ ${real} ≤ ${atMost}`,
      );
    }
    for (const row of all) {
      if (listed.has(row.key)) continue;
      assert.ok(
        row[metric] <= list.outside[metric],
        `${name} ${row.key}: ${row[metric]} ≤ ${list.outside[metric]}`,
      );
    }
  }
  assert.ok(list.keysExact ? list.keys === all.length : list.keys <= all.length, `${name}: keys`);
}

function assertAllTrue(summary: Summary, log: string, most: number): void {
  const all = allRows(naiveRecords(log));
  for (const [name, rows] of Object.entries(all)) {
    assertTrue(name as ListName, summary[name as ListName], rows, most);
  }
}

function logOf(shape: Parameters<typeof exportLines>[0]): string {
  return [...exportLines(shape)].join('\n');
}

/** The picture after the first pass alone. */
function firstPass(log: string, options: Partial<SummaryOptions>): Summary {
  const table = tableOf(log);
  const fold = new SummaryFold(table.options.layouts, summaryOptions({ seed: 7, ...options }));
  table.chunks.forEach((chunk, index) => fold.add(chunk, table.firstLine(index)));
  return fold.finish();
}

describe('A summary in little memory', () => {
  const shape = { records: 20_000, seed: 1, remotes: 3000, interfaces: 40, faulty: 5 };
  const log = logOf(shape);

  for (const memory of [20_000, 200_000, 1_000_000]) {
    it(`of ${memory} bytes is within its bounds after one pass`, () => {
      const summary = firstPass(log, { memory, top: 10 });
      assertAllTrue(summary, log, 10);
      assert.ok(summary.wantsSecondPass, 'there is something in doubt');
    });

    it(`of ${memory} bytes is within its bounds after two passes`, () => {
      const summary = summaryOf(log, { memory, top: 10 });
      assertAllTrue(summary, log, 10);
      assert.ok(!summary.wantsSecondPass);
    });
  }

  it('has everything exact after the second pass when the doubtful keys fit', () => {
    const memory = 2_000_000;
    const first = firstPass(log, { memory, top: 10 });
    const second = summaryOf(log, { memory, top: 10 });
    assert.ok(
      METRICS.some(metric => !first.topConversations.exact[metric]),
      'was in doubt',
    );
    for (const name of Object.keys(allRows([])) as ListName[]) {
      assert.deepEqual(second[name].exact, { records: true, packets: true, bytes: true }, name);
    }
    assert.deepEqual(
      second.approximate.filter(({ by }) => by !== 'count'),
      [],
    );
  });

  it('keeps totals, timeline and coverage exact whatever the memory', () => {
    const [small, large] = [summaryOf(log, { memory: 20_000 }), summaryOf(log)];
    const bounded = ['accounts', 'interfaces', 'seenAtSeveralPoints'];
    const exact = Object.entries(large.totals).filter(([name]) => !bounded.includes(name));
    const totals = Object.fromEntries(exact);
    assert.deepEqual({ ...small.totals, ...totals }, small.totals);
    assert.deepEqual(small.timeline, large.timeline);
    assert.deepEqual(small.coverage, large.coverage);
    assert.deepEqual(small.byProtocol, large.byProtocol);
  });

  it('is true of any log, any memory and any cut', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1000, max: 400_000 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 4000 }),
        (seed, memory, parts, most, remotes) => {
          const log = logOf({ records: 2500, seed, remotes, interfaces: 1 + (seed % 60) });
          const table = tableOf(log, 20_000);
          const options = summaryOptions({ seed, memory, top: most });
          const whole = new SummaryFold(table.options.layouts, options);
          for (let part = 0; part < parts; part++) {
            const fold = new SummaryFold(table.options.layouts, options);
            table.chunks.forEach((chunk, index) => {
              if (index % parts === part) fold.add(chunk, table.firstLine(index));
            });
            whole.merge([{ partial: fold.partial() }]);
          }
          assertAllTrue(whole.finish(), log, most);
          const second = runToEnd(summarise(table, options));
          assertAllTrue(second, log, most);
        },
      ),
      { seed: 21, numRuns: 60 },
    );
  });

  it('stays true of keys that are all different', () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => {
      const address = `2001:db8::${(i >> 16).toString(16)}:${(i & 0xffff).toString(16)}`;
      const eni = `eni-${i.toString(36).padStart(8, '0')}`;
      return `2 1251762227 ${eni} ${address} 10.0.${i >> 8}.${i & 255} ${40_000 + (i % 20_000)} ${i % 30_000} 6 1 40 1655104384 1655104390 REJECT OK`;
    });
    // 10.0.256.0 would be none.
    const log = lines
      .filter(line => !/10\.0\.(?:2(?:5[6-9]|[6-9]\d)|[3-9]\d\d)\./.test(line))
      .join('\n');
    const summary = summaryOf(log, { memory: 100_000, top: 10 });
    assertAllTrue(summary, log, 10);
    assert.ok(summary.approximate.length > 0, 'says what is not exact');
  });
});
