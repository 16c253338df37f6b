import assert from 'node:assert/strict';
import type { Counts, Ranking, Row, Summary } from '../../../../server/src/core/summary/summary';
import { naiveRecords, type NaiveRecord } from './naiveRecords';
import {
  conversationOf,
  destinationOf,
  destinationPort,
  endsOf,
  groupBy,
  isCcn,
  isRejected,
  observationOf,
  pairOf,
  sourceOf,
  sum,
  timeOf,
  top,
  type Metric,
  type NaiveRow,
} from './naiveSummary';

const METRICS: readonly Metric[] = ['records', 'packets', 'bytes'];

/** Checks every figure of a summary of a log against a second, obvious count. */
export function assertAsNaive(
  summary: Summary,
  log: string,
  most: number,
  meant: (record: NaiveRecord) => boolean = () => true,
): void {
  const records = naiveRecords(log).filter(meant);
  assertTotals(summary, records, log);
  const value = (field: string) => (record: NaiveRecord) => record.values.get(field);
  assertRows(
    summary.byForm,
    groupBy(records, record => record.form),
  );
  assertRows(summary.byObservation, groupBy(records, observationOf));
  assertRows(
    summary.byAction,
    groupBy(records, r => r.values.get('action') ?? 'none'),
  );
  assertRows(
    summary.byLogStatus,
    groupBy(records, r => r.values.get('log-status') ?? 'none'),
  );
  assertRows(
    summary.byProtocol,
    groupBy(records, r => r.values.get('protocol') ?? 'none'),
  );
  const interfaces = records.filter(record => !isCcn(record));
  const rejected = records.filter(isRejected);
  const lists: [string, Ranking<Row>, NaiveRow[]][] = [
    ['accounts', summary.accounts, groupBy(records, value('account-id'))],
    ['interfaces', summary.interfaces, groupBy(interfaces, value('interface-id'))],
    [
      'natGateways',
      summary.natGateways,
      groupBy(
        interfaces.filter(r => observationOf(r) === 'nat'),
        value('interface-id'),
      ),
    ],
    ['topSources', summary.topSources, groupBy(records, sourceOf)],
    ['topDestinations', summary.topDestinations, groupBy(records, destinationOf)],
    ['topDestinationPorts', summary.topDestinationPorts, groupBy(records, destinationPort)],
    ['rejectedSources', summary.rejectedSources, groupBy(rejected, sourceOf)],
    ['rejectedPorts', summary.rejectedPorts, groupBy(rejected, destinationPort)],
    ['rejectedPairs', summary.rejectedPairs, groupBy(rejected, pairOf)],
    ['topConversations', withoutArrows(summary), groupBy(records, conversationOf)],
  ];
  for (const [name, list, rows] of lists) assertList(name, list, rows, most);
  assertConversations(summary, records);
  assertRegionPairs(summary, records, most);
  assertInterfaces(summary, interfaces);
  assertTimeline(summary, records);
  assertCoverage(summary, records);
}

/** Compares the rows of a list that holds all of them. */
export function assertRows(rows: readonly Row[], expected: readonly NaiveRow[]): void {
  assert.deepEqual(top(rows.map(figuresOf), 'bytes', Infinity), top(expected, 'bytes', Infinity));
}

/** Compares the first rows by each metric, and what the list says of the others. */
export function assertList(
  name: string,
  list: Ranking<Row>,
  expected: readonly NaiveRow[],
  most: number,
): void {
  assert.equal(list.keys, expected.length, `${name}: number of keys`);
  for (const metric of METRICS) {
    assert.ok(list.exact[metric], `${name} by ${metric}: is proved`);
    const found = top(list.rows.map(figuresOf), metric, most);
    assert.deepEqual(found, top(expected, metric, most), `${name} by ${metric}`);
  }
}

export function figuresOf({ key, records, packets, bytes, line }: Row): NaiveRow {
  return { key, records, packets, bytes, line };
}

function withoutArrows({ topConversations }: Summary): Ranking<Row> {
  const rows = topConversations.rows.map(row => ({ ...row, key: row.key.replace(/ [→↔]/, '') }));
  return { ...topConversations, rows };
}

function assertTotals({ totals }: Summary, records: readonly NaiveRecord[], log: string): void {
  const lines = log.split('\n');
  assert.equal(totals.lines, lines.length - (lines.at(-1) === '' ? 1 : 0), 'lines');
  const { records: count, packets, bytes } = totals;
  assert.deepEqual({ records: count, packets, bytes }, sum(records), 'totals');
  const times = records.flatMap(({ values }) =>
    ['start', 'end'].flatMap(name => (values.has(name) ? [Number(values.get(name))] : [])),
  );
  assert.equal(totals.start, times.length > 0 ? Math.min(...times) : null, 'start');
  assert.equal(totals.end, times.length > 0 ? Math.max(...times) : null, 'end');
  const lasting = records.map(({ values }) =>
    values.has('start') && values.has('end')
      ? Number(values.get('end')) - Number(values.get('start'))
      : 0,
  );
  assert.equal(totals.longest, Math.max(0, ...lasting), 'longest');
  assert.equal(totals.untimed, records.filter(r => timeOf(r) === undefined).length, 'untimed');
  const withAction = (action: string) => records.filter(r => r.values.get('action') === action);
  assert.deepEqual(totals.accepted, sum(withAction('ACCEPT')), 'accepted');
  assert.deepEqual(totals.rejected, sum(withAction('REJECT')), 'rejected');
  assert.deepEqual(totals.throttled, sum(withAction('REJECT').filter(isCcn)), 'throttled');
  const decided = [...withAction('ACCEPT'), ...withAction('REJECT')];
  const share = decided.length > 0 ? withAction('REJECT').length / decided.length : null;
  assert.equal(totals.deniedShare, share, 'denied share');
}

/** The observation point of a record, a CCN being one in each region. */
function placeOf(record: NaiveRecord): string {
  const { values } = record;
  if (!isCcn(record)) return values.get('interface-id') ?? '';
  return [values.get('ccn-id') ?? '', values.get('region-id') ?? ''].join(' ').trim();
}

function assertConversations(
  { totals, topConversations }: Summary,
  records: readonly NaiveRecord[],
) {
  const byKey = new Map<
    string,
    { places: Set<string>; directed: boolean; records: NaiveRecord[] }
  >();
  for (const record of records) {
    const key = conversationOf(record);
    if (key === undefined) continue;
    const known = byKey.get(key) ?? { places: new Set<string>(), directed: false, records: [] };
    byKey.set(key, known);
    if (placeOf(record) !== '') known.places.add(placeOf(record));
    if (endsOf(record)!.directed) known.directed = true;
    known.records.push(record);
  }
  for (const row of topConversations.rows) {
    const expected = byKey.get(row.key.replace(/ [→↔]/, ''))!;
    assert.equal(row.seenAtSeveralPoints, expected.places.size > 1, row.key);
    assert.equal(row.directed, expected.directed, row.key);
  }
  const several = [...byKey.values()].filter(({ places }) => places.size > 1);
  assert.deepEqual(totals.seenAtSeveralPoints, {
    conversations: several.length,
    ...sum(several.flatMap(conversation => conversation.records)),
  });
}

function assertRegionPairs(
  { regionPairs }: Summary,
  all: readonly NaiveRecord[],
  most: number,
): void {
  const records = all.filter(
    r => r.values.has('srcregionid') && r.values.has('dstregionid') && isCcn(r),
  );
  const keyOf = ({ values }: NaiveRecord) =>
    `${values.get('srcregionid')!} → ${values.get('dstregionid')!}`;
  assertList('regionPairs', regionPairs, groupBy(records, keyOf), most);
  for (const row of regionPairs.rows) {
    const own = records.filter(record => keyOf(record) === row.key);
    const sideOf = ({ values }: NaiveRecord) => {
      const region = values.get('region-id');
      if (region === row.source) return 'source';
      return region === row.destination ? 'destination' : 'elsewhere';
    };
    const ccns = [...new Set(own.map(r => r.values.get('ccn-id') ?? ''))].map(ccn => {
      const sides = (['source', 'destination', 'elsewhere'] as const).map(side => {
        const part = own.filter(r => (r.values.get('ccn-id') ?? '') === ccn && sideOf(r) === side);
        return { side, part: sum(part), refused: sum(part.filter(isRejected)) };
      });
      const byBytes = [...sides].sort(
        (a, b) => b.part.bytes - a.part.bytes || b.part.records - a.part.records,
      );
      const byRefused = [...sides].sort(
        (a, b) => b.refused.bytes - a.refused.bytes || b.refused.records - a.refused.records,
      );
      const both = sides.every(({ side, part }) => side === 'elsewhere' || part.records > 0);
      return { counted: byBytes[0]!, refused: byRefused[0]!.refused, both };
    });
    const total = (parts: readonly Counts[]) => {
      const of = (metric: Metric) => parts.reduce((known, part) => known + part[metric], 0);
      return { records: of('records'), packets: of('packets'), bytes: of('bytes') };
    };
    const sides = new Set(ccns.map(({ counted }) => counted.side));
    assert.equal(row.countedAt, sides.size === 1 ? [...sides][0] : 'several', row.key);
    assert.deepEqual(row.counted, total(ccns.map(({ counted }) => counted.part)), row.key);
    assert.deepEqual(row.throttled, total(ccns.map(({ refused }) => refused)), row.key);
    assert.equal(
      row.seenAtBothRegions,
      ccns.some(({ both }) => both),
      row.key,
    );
  }
}

function assertInterfaces({ interfaces }: Summary, records: readonly NaiveRecord[]): void {
  for (const row of interfaces.rows) {
    const own = records.filter(record => record.values.get('interface-id') === row.key);
    assert.deepEqual(row.rejected, sum(own.filter(isRejected)), row.key);
    assert.equal(row.observation, observationOf(own[0]!), row.key);
  }
}

const WIDTHS = [1, 5, 15, 60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400];

function assertTimeline({ timeline }: Summary, all: readonly NaiveRecord[]): void {
  const records = all.filter(record => timeOf(record) !== undefined);
  const bucketOf = (record: NaiveRecord, width: number) => Math.floor(timeOf(record)! / width);
  const width = WIDTHS.find(seconds => {
    const numbers = [...new Set(records.map(record => bucketOf(record, seconds)))];
    numbers.sort((a, b) => a - b);
    const steps = numbers.map((number, i) => (i === 0 ? 1 : number - numbers[i - 1]!));
    return steps.reduce((sum, step) => sum + Math.min(step, 10), 0) <= 480;
  })!;
  assert.equal(timeline.width, width, 'width of the buckets');
  const starts = [...new Set(records.map(record => bucketOf(record, width) * width))];
  const expected = starts
    .sort((a, b) => a - b)
    .map(start => {
      const own = records.filter(record => bucketOf(record, width) * width === start);
      const having = (field: string, value: string) =>
        own.filter(r => r.values.get(field) === value);
      return {
        start,
        ...sum(own),
        accepted: sum(having('action', 'ACCEPT')),
        rejected: sum(having('action', 'REJECT')),
        noData: having('log-status', 'NODATA').length,
        skipData: having('log-status', 'SKIPDATA').length,
        line: own[0]!.line,
      };
    });
  assert.deepEqual(timeline.buckets, expected, 'timeline');
}

function assertCoverage({ coverage }: Summary, all: readonly NaiveRecord[]): void {
  const records = all.filter(
    r => placeOf(r) !== '' && timeOf(r) !== undefined && r.values.has('log-status'),
  );
  const places = [...new Set(records.map(placeOf))].sort((a, b) => (a < b ? -1 : 1));
  assert.deepEqual(
    coverage.points.map(({ key }) => key),
    places,
    'covered interfaces',
  );
  for (const point of coverage.points) {
    for (const run of point.runs) {
      for (let from = run.from; from < run.to; from += coverage.width) {
        const own = records.filter(
          r => placeOf(r) === point.key && covers(r, from, coverage.width),
        );
        assert.equal(run.state, stateOf(own), `${point.key} at ${from}`);
      }
    }
    const whole = point.runs.reduce((sum, run) => sum + run.to - run.from, 0);
    assert.equal(whole, coverage.to - coverage.from, point.key);
  }
}

function covers(record: NaiveRecord, from: number, width: number): boolean {
  const start = timeOf(record)!;
  const end = Math.max(start, Math.min(Number(record.values.get('end') ?? start), start + 3600));
  return Math.floor(start / width) * width <= from && from <= end;
}

function stateOf(records: readonly NaiveRecord[]): string {
  const statuses = records.map(({ values }) => values.get('log-status'));
  if (statuses.includes('SKIPDATA')) return 'skip-data';
  if (statuses.includes('OK')) return 'ok';
  return statuses.length > 0 ? 'no-data' : 'missing';
}
