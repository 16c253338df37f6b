import assert from 'node:assert/strict';
import fc from 'fast-check';
import { summaryOptions, type SummaryOptions } from '../../../server/src/core/summary/options';
import { foldFor, summarise } from '../../../server/src/core/summary/summarise';
import type { Ranking, Row, Summary } from '../../../server/src/core/summary/summary';
import { figuresOf } from './support/assertAsNaive';
import { exportLines, type ExportShape } from './support/exportLog';
import { runToEnd, summaryOf, tableOf } from './support/fold';
import { naiveRecords } from './support/naiveRecords';
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

const METRICS: readonly Metric[] = ['records', 'packets', 'bytes'];
const EXACT = { records: true, packets: true, bytes: true };

const logOf = (shape: ExportShape) => [...exportLines(shape)].join('\n');

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
const LISTS = Object.keys(allRows('')) as ListName[];

/** Checks that all that a summary says of its lists is true. */
function assertTrue(summary: Summary, log: string, most: number): void {
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

/** The picture after the first pass alone. */
function firstPass(log: string, options: Partial<SummaryOptions>): Summary {
  const table = tableOf(log);
  const fold = foldFor(table, { seed: 7, ...options });
  table.chunks.forEach((chunk, index) => fold.add(chunk, table.firstLine(index)));
  return fold.finish();
}

describe('A summary in little memory', function () {
  this.timeout(120_000);
  const log = logOf({ records: 8000, seed: 1, remotes: 1500, interfaces: 40, faulty: 5 });

  for (const memory of [20_000, 200_000]) {
    it(`of ${memory} bytes is within its bounds after one pass, and after two`, () => {
      const [first, second] = [
        firstPass(log, { memory, top: 10 }),
        summaryOf(log, { memory, top: 10 }),
      ];
      assertTrue(first, log, 10);
      assertTrue(second, log, 10);
      assert.deepEqual([first.wantsSecondPass, second.wantsSecondPass], [true, false]);
    });
  }

  it('has everything exact after the second pass when the doubtful keys fit', () => {
    const memory = 850_000;
    const first = firstPass(log, { memory, top: 10 });
    const second = summaryOf(log, { memory, top: 10 });
    assert.notDeepEqual(first.topConversations.exact, EXACT, 'was in doubt');
    for (const name of LISTS) assert.deepEqual(second[name].exact, EXACT, name);
    const figures = second.approximate.filter(({ by }) => by !== 'count');
    assert.deepEqual(figures, []);
    assertTrue(second, log, 10);
  });

  it('keeps totals, timeline and coverage exact whatever the memory', () => {
    const [small, large] = [summaryOf(log, { memory: 20_000 }), summaryOf(log)];
    const counted = ['accounts', 'interfaces', 'seenAtSeveralPoints'];
    for (const [name, value] of Object.entries(large.totals)) {
      if (counted.includes(name)) continue;
      assert.deepEqual(small.totals[name as keyof typeof small.totals], value, name);
    }
    assert.deepEqual(small.timeline, large.timeline);
    assert.deepEqual(small.coverage, large.coverage);
    assert.deepEqual(small.byProtocol, large.byProtocol);
  });

  it('is true of any log, any memory and any cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1000, max: 200_000 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 2000 }),
        (seed, memory, parts, most, remotes) => {
          const log = logOf({ records: 1200, seed, remotes, interfaces: 1 + (seed % 60) });
          const table = tableOf(log, 10_000);
          const options = summaryOptions({ seed, memory, top: most });
          const whole = foldFor(table, options);
          for (let part = 0; part < parts; part++) {
            const fold = foldFor(table, options);
            table.chunks.forEach((chunk, index) => {
              if (index % parts === part) fold.add(chunk, table.firstLine(index));
            });
            whole.merge([{ partial: fold.partial() }]);
          }
          assertTrue(whole.finish(), log, most);
          assertTrue(runToEnd(summarise(table, options)), log, most);
        },
      ),
      { seed: 21, numRuns: 40 },
    );
  });

  it('stays true of keys that are all different', () => {
    const lines = Array.from({ length: 12_000 }, (_, i) => {
      const ends = `2001:db8::${i.toString(16)} 10.0.${i >> 8}.${i & 255}`;
      const ports = `${40_000 + (i % 20_000)} ${i}`;
      const eni = `eni-${i.toString(36).padStart(8, '0')}`;
      return `2 1251762227 ${eni} ${ends} ${ports} 6 1 40 1655104384 1655104390 REJECT OK`;
    });
    const log = lines.join('\n');
    const summary = summaryOf(log, { memory: 50_000, top: 10 });
    assertTrue(summary, log, 10);
    assert.ok(summary.approximate.length > 0, 'says what is not exact');
  });
});
