import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ranking, Row, Summary } from '../../../server/src/core/summary/summary';
import { figuresOf } from './support/assertAsNaive';
import { FlowDatabase } from './support/duckdb';
import { exportLines } from './support/exportLog';
import { summaryOf } from './support/fold';
import { top, type Metric } from './support/naiveSummary';

/** About 100 bytes a line. FLOWLOG_DUCKDB_MB=100 asks for more than the usual 20 MB. */
const MEGABYTES = Number(process.env['FLOWLOG_DUCKDB_MB'] ?? 20);
const METRICS: readonly Metric[] = ['records', 'packets', 'bytes'];

const WORD = `CASE protocol WHEN 6 THEN 'TCP' WHEN 17 THEN 'UDP' WHEN 132 THEN 'SCTP' END`;
const PORT = `CASE WHEN protocol IN (6, 17, 132) THEN dstport || '/' || ${WORD}
  WHEN protocol IS NULL THEN dstport::VARCHAR END`;
const PAIR = `srcaddr || ' → ' || dstaddr`;
/** For records with two ports, or an echo request: all in the export but the damaged ones. */
const CONVERSATION = `CASE
  WHEN protocol = 1 AND dstport = 2048 THEN srcaddr || ' → ' || dstaddr || ' ICMP'
  WHEN protocol = 1 THEN dstaddr || ' → ' || srcaddr || ' ICMP'
  WHEN srcport > dstport THEN srcaddr || ' → ' || dstaddr || ' ' || dstport || '/' || ${WORD}
  WHEN srcport < dstport THEN dstaddr || ' → ' || srcaddr || ' ' || srcport || '/' || ${WORD} END`;

describe(`A summary of an export of ${MEGABYTES} MB`, function () {
  this.timeout(300_000);
  let folder: string;
  let database: FlowDatabase;
  let summary: Summary;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flowlog-'));
    const file = join(folder, 'export.log');
    const log = [...exportLines({ records: MEGABYTES * 10_000, seed: 17 })].join('\n');
    await writeFile(file, log);
    database = await FlowDatabase.open(file);
    summary = summaryOf(log, { top: 25, memory: 256 * 1024 * 1024, buckets: 2000 }, 1 << 18);
  });

  after(async () => {
    database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has the totals that DuckDB has', async () => {
    const [expected] = await database.ask(`SELECT count(*) AS records, sum(p)::BIGINT AS packets,
      sum(b)::BIGINT AS bytes, min(least(start, stop)) AS start, max(greatest(start, stop)) AS end,
      count(DISTINCT eni) AS interfaces, count(DISTINCT account) AS accounts,
      count(*) FILTER (action = 'REJECT') / count(*) FILTER (action IN ('ACCEPT', 'REJECT'))
        AS "deniedShare" FROM flow`);
    const { records, packets, bytes, start, end, interfaces, accounts, deniedShare } =
      summary.totals;
    assert.deepEqual(
      { records, packets, bytes, start, end, interfaces, accounts, deniedShare },
      expected,
    );
    assert.equal(summary.totals.lines, records);
  });

  const parts: [string, (summary: Summary) => readonly Row[], string][] = [
    ['action', s => s.byAction, `coalesce(action, 'none')`],
    ['log-status', s => s.byLogStatus, `coalesce(status, 'none')`],
    ['protocol', s => s.byProtocol, `coalesce(protocol::VARCHAR, 'none')`],
  ];
  for (const [name, rows, key] of parts) {
    it(`divides by ${name} as DuckDB does`, async () => {
      const expected = await database.top(key, 'bytes', 1000);
      assert.deepEqual(top(rows(summary).map(figuresOf), 'bytes', 1000), expected);
    });
  }

  const lists: [string, (summary: Summary) => Ranking<Row>, string, string?][] = [
    ['interfaces', s => s.interfaces, 'eni'],
    ['sources', s => s.topSources, 'srcaddr'],
    ['destinations', s => s.topDestinations, 'dstaddr'],
    ['destination ports', s => s.topDestinationPorts, PORT],
    ['conversations', s => s.topConversations, CONVERSATION],
    ['rejected sources', s => s.rejectedSources, 'srcaddr', `action = 'REJECT'`],
    ['rejected ports', s => s.rejectedPorts, PORT, `action = 'REJECT'`],
    ['rejected pairs', s => s.rejectedPairs, PAIR, `action = 'REJECT'`],
  ];
  for (const [name, list, key, where] of lists) {
    it(`lists the ${name} that DuckDB lists`, async () => {
      for (const metric of METRICS) {
        assert.ok(list(summary).exact[metric]);
        const found = top(list(summary).rows.map(figuresOf), metric, 25);
        assert.deepEqual(found, await database.top(key, metric, 25, where), metric);
      }
    });
  }

  it('has the timeline that DuckDB has', async () => {
    const { width, buckets } = summary.timeline;
    const expected = await database.ask(`SELECT start // ${width} * ${width} AS start,
      count(*) AS records, sum(p)::BIGINT AS packets, sum(b)::BIGINT AS bytes,
      count(*) FILTER (action = 'ACCEPT') AS accepted, count(*) FILTER (action = 'REJECT') AS rejected,
      coalesce(sum(b) FILTER (action = 'REJECT'), 0)::BIGINT AS "rejectedBytes",
      count(*) FILTER (status = 'NODATA') AS "noData" FROM flow GROUP BY ALL ORDER BY start`);
    const found = buckets.map(({ start, records, packets, bytes, accepted, rejected, noData }) => ({
      ...{ start, records, packets, bytes, noData },
      ...{ accepted: accepted.records, rejected: rejected.records, rejectedBytes: rejected.bytes },
    }));
    assert.deepEqual(found, expected);
  });
});
