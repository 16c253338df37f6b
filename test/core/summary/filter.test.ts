import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findLines } from '../../../server/src/core/filter/findLines';
import type { RecordFilter } from '../../../server/src/core/filter/recordFilter';
import { BlockLabels } from '../../../server/src/core/filter/blockLabels';
import type { Row } from '../../../server/src/core/summary/summary';
import { assertAsNaive } from './support/assertAsNaive';
import { runToEnd, summaryOf, tableOf } from './support/fold';
import { naiveRecords, type NaiveRecord } from './support/naiveRecords';
import { isRejected, sourceOf, timeOf } from './support/naiveSummary';
import { randomLog } from './support/randomLog';

const GROUPS = [
  { block: '10.0.0.0/8', label: 'inside' },
  { block: '10.0.1.0/24', label: 'shop' },
  { block: '2001:db8::/32', label: 'six' },
];
const THREATS = [
  { block: '203.0.113.12', label: 'known' },
  { block: '2001:db8:0:1::/64', label: 'known too' },
];
const CONTEXT = { groups: new BlockLabels(GROUPS), threats: new BlockLabels(THREATS) };

describe('The way back from a figure to its lines', () => {
  it('finds as many records as the row counts, the first of them where it says', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(randomLog, log => {
        const table = tableOf(log, 300);
        const summary = summaryOf(log, { top: 4, groups: GROUPS, threats: THREATS });
        const rows: readonly Row[] = [
          ...[...summary.byForm, ...summary.byObservation, ...summary.byAction],
          ...[...summary.byLogStatus, ...summary.byProtocol, ...summary.accounts.rows],
          ...[...summary.interfaces.rows, ...summary.topSources.rows],
          ...[...summary.topDestinations.rows, ...summary.topDestinationPorts.rows],
          ...[...summary.topConversations.rows, ...summary.rejectedSources.rows],
          ...[...summary.rejectedPorts.rows, ...summary.rejectedPairs.rows],
          ...[...summary.regionPairs.rows, ...summary.groups],
        ];
        for (const { key, records, line, filter } of rows) {
          const lines = runToEnd(findLines(table, filter, CONTEXT));
          assert.deepEqual(
            [lines.length, lines[0]],
            [records, line],
            `${key}: ${JSON.stringify(filter)}`,
          );
        }
        for (const { text, rule, measured, lines: first, filter } of summary.findings) {
          const lines = runToEnd(findLines(table, filter, CONTEXT));
          assert.ok(first.length > 0 && first.every(line => lines.includes(line)), text);
          if (rule === 'known-threat') assert.equal(lines.length, measured, text);
        }
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it('finds records between two blocks, not those with one end in both', () => {
    const record = (source: string, destination: string) =>
      `2 1251762227 eni-aaaaaaa1 ${source} ${destination} 40000 443 6 1 40 1655104384 1655104390 ACCEPT OK`;
    const log = [
      record('10.0.0.1', '192.0.2.1'),
      record('10.0.0.1', '10.2.0.1'),
      record('192.0.2.1', '10.0.0.1'),
      record('10.2.0.1', '10.0.0.1'),
    ].join('\n');
    const found = (address: string, peer: string) =>
      runToEnd(findLines(tableOf(log), { address, peer }));
    assert.deepEqual(found('10.0.0.0/8', '10.0.0.0/8'), [1, 3]);
    assert.deepEqual(found('10.0.0.0/8', '10.0.0.0/16'), [1, 3]);
    assert.deepEqual(found('10.0.0.0/8', '192.0.2.1'), [0, 2]);
  });

  it('stops when it has found enough, and goes on from a line', () => {
    const record =
      '2 1251762227 eni-aaaaaaa1 10.0.0.1 10.0.0.2 40000 443 6 1 40 1655104384 1655104390 ACCEPT OK\n';
    const table = tableOf(record.repeat(10), 250);
    assert.deepEqual(runToEnd(findLines(table, {}, { most: 3 })), [0, 1, 2]);
    assert.deepEqual(runToEnd(findLines(table, {}, { from: 7 })), [7, 8, 9]);
  });
});

/** Filters, and what they mean to a naive reader. */
const FILTERS: readonly [RecordFilter, (record: NaiveRecord) => boolean][] = [
  [
    { time: { from: 1_655_104_400, to: 1_655_104_500 } },
    r => within(timeOf(r), 1_655_104_400, 1_655_104_500),
  ],
  [{ action: 'REJECT', protocol: 6 }, r => isRejected(r) && r.values.get('protocol') === '6'],
  [
    { action: 'none', status: 'OK' },
    r => !r.values.has('action') && r.values.get('log-status') === 'OK',
  ],
  [{ source: '10.0.0.0/24' }, r => /^10\.0\.0\./.test(sourceOf(r) ?? '')],
  [{ source: '2001:db8::/32' }, r => (sourceOf(r) ?? '').startsWith('2001:db8:')],
  [{ protocol: 'none' }, r => !r.values.has('protocol')],
  [{ port: 443 }, r => [r.values.get('srcport'), r.values.get('dstport')].includes('443')],
  [
    { point: 'nat-bbbbbbb1' },
    r => !r.values.has('ccn-id') && r.values.get('interface-id') === 'nat-bbbbbbb1',
  ],
  [{ source: 'nothing' }, () => false],
];

function within(time: number | undefined, from: number, to: number): boolean {
  return time !== undefined && time >= from && time < to;
}

describe('A summary of some of the records', () => {
  it('narrows every panel to them', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(randomLog, fc.constantFrom(...FILTERS), (log, [filter, meant]) => {
        assertAsNaive(summaryOf(log, { top: 5, filter }, 400), log, 5, meant);
      }),
      { seed: 9, numRuns: 250 },
    );
  });

  it('keeps the number of records and their parts together', () => {
    const log = fc.sample(randomLog, { seed: 1, numRuns: 1 })[0]!;
    const all = summaryOf(log).totals.records;
    const parts = (['ACCEPT', 'REJECT', 'none'] as const).map(
      action => summaryOf(log, { filter: { action } }).totals.records,
    );
    assert.equal(all, naiveRecords(log).length);
    assert.equal(
      parts.reduce((sum, part) => sum + part),
      all,
    );
  });
});
