import assert from 'node:assert/strict';
import { summaryOptions } from '../../../server/src/core/summary/options';
import { buffersOf } from '../../../server/src/core/summary/partial';
import { foldFor } from '../../../server/src/core/summary/summarise';
import { findLines } from '../../../server/src/core/filter/findLines';
import { runToEnd, summaryOf, tableOf } from './support/fold';

const named = (
  eni: string,
  rest = '10.0.0.1 10.0.0.2 40000 443 6 4 400 1655104384 1655104390 ACCEPT OK',
) => `2 1251762227 ${eni} ${rest}`;

describe('A summary of a hostile log', () => {
  const names = [
    ...['__proto__', 'constructor', 'toString', '<script>alert(1)</script>', '"quoted"', '=1+1'],
    ...['\u001b[31mred', '\u202ereversed', 'eni-\u0000zero', '💥', "'", '\\', '|', '`'],
  ];

  it('keeps names as they are, each for itself', () => {
    const log = names.map(
      name =>
        `interface-id:${name} ${named('')
          .trim()
          .split(' ')
          .slice(1)
          .map(
            (v, i) =>
              `${['account-id', 'srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol', 'packets', 'bytes', 'start', 'end', 'action', 'log-status'][i]!}:${v}`,
          )
          .join(' ')}`,
    );
    const { interfaces } = summaryOf(log.join('\n'));
    const keys = interfaces.rows.map(({ key }) => key);
    for (const name of names) assert.ok(keys.includes(name), JSON.stringify(name));
    assert.deepEqual(new Set(interfaces.rows.map(({ records }) => records)), new Set([1]));
  });

  it('cuts names that are too long, tells them apart and finds them again', () => {
    const long = (end: string) => `eni-${'a'.repeat(5000)}${end}`;
    const log = [long('x'), long('y'), long('x')].map(name => named(name)).join('\n');
    const { interfaces } = summaryOf(log);
    assert.deepEqual(
      interfaces.rows.map(({ records }) => records),
      [2, 1],
    );
    assert.ok(interfaces.rows.every(({ key }) => key.length <= 100));
    assert.deepEqual(runToEnd(findLines(tableOf(log), interfaces.rows[0]!.filter)), [0, 2]);
  });

  it('says so where sums leave the exact range of numbers', () => {
    const line = named('eni-aaaaaaa1').replace(' 4 400 ', ' 999999999999999 999999999999999 ');
    const { totals, approximate } = summaryOf(`${line}\n`.repeat(20));
    const real = 20n * 999_999_999_999_999n;
    for (const by of ['packets', 'bytes'] as const) {
      const said = approximate.find(entry => entry.panel === 'totals' && entry.by === by);
      const off = Number(BigInt(totals[by]) - real);
      assert.ok(said?.atMost !== undefined && Math.abs(off) <= said.atMost!, `${by} off by ${off}`);
    }
  });

  it('survives more names and addresses than it may remember', function () {
    this.timeout(60_000);
    const line = (i: number) =>
      named(
        `eni-${i.toString(36).padStart(8, '0')}`,
        `2001:db8::${(i >> 16).toString(16)}:${(i & 0xffff).toString(16)} 10.0.0.2 40000 443 6 4 400 1655104384 1655104390 ACCEPT OK`,
      );
    const log = Array.from({ length: 90_000 }, (_, i) => line(i));
    for (let i = 0; i < log.length; i += 10) log[i] = line(7);
    const summary = summaryOf(log.join('\n'), { memory: 2_000_000, top: 1 });
    assert.equal(summary.totals.records, 90_000);
    const [source] = summary.topSources.rows;
    assert.deepEqual([source?.key, source?.records], ['2001:db8::7', 9_001]);
    const [point] = summary.interfaces.rows;
    assert.deepEqual([point?.key, point?.records], ['eni-00000007', 9_001]);
    assert.ok(summary.coverage.leftOut);
    assert.equal(summary.coverage.points.length, 1024);
  });

  it('has times that are far apart in a bounded number of buckets', () => {
    const at = (time: number) =>
      named('eni-aaaaaaa1').replace('1655104384 1655104390', `${time} ${time}`);
    const log = Array.from({ length: 60_000 }, (_, i) => at(i * 71_000)).join('\n');
    const { timeline, coverage } = summaryOf(log);
    assert.equal(timeline.width, 86_400);
    assert.ok(timeline.buckets.length <= 49_711);
    assert.ok(coverage.points[0]!.runs.length < 1000);
  });

  it('keeps the picture of an hour when one record is from 1970', () => {
    const at = (time: number) =>
      named('eni-aaaaaaa1').replace('1655104384 1655104390', `${time} ${time}`);
    const log = Array.from({ length: 3600 }, (_, i) => at(1_655_104_384 + i));
    assert.equal(summaryOf([at(86_400), ...log].join('\n')).timeline.width, 15);
  });

  it('says when a few records make the span far longer than the others do', () => {
    const log = (...times: readonly string[]) =>
      times.map(time => named('eni-aaaaaaa1').replace('1655104384 1655104390', time)).join('\n');
    const hour = Array.from({ length: 1000 }, (_, i) => {
      const start = 1_655_104_384 + Math.floor(i * 3.6);
      return `${start} ${start + 60}`;
    });
    const stretched = (...times: readonly string[]) => summaryOf(log(...times)).totals.stretched;
    assert.equal(stretched(...hour), null);
    assert.equal(stretched('1655104384 1655104444'), null);
    assert.equal(stretched('0 60', '1655104384 1655104444'), null);
    const one = stretched('0 60', ...hour);
    assert.equal(one?.outside, 1);
    assert.match(
      one.text,
      /^1 record starts far from all others, which start between 2022-06-13T07:13:00Z and 2022-06-13T08:13:\d\dZ: span and averages count the time to it\.$/,
    );
    assert.equal(stretched('0 60', '4000000000 4000000060', ...hour)?.outside, 2);
    const late = stretched('1655104384 3999999999', ...hour);
    assert.match(
      late!.text,
      /^All records start between .* but some time in them is far from there/,
    );
  });

  it('is plain data, and so are its parts', () => {
    const table = tableOf(names.map(name => named(name)).join('\n'));
    const summary = summaryOf(named('eni-aaaaaaa1'), { series: true });
    assert.deepEqual(JSON.parse(JSON.stringify(summary)), summary);
    const fold = foldFor(table, summaryOptions());
    fold.add(table.chunks[0]!, 0);
    const partial = fold.partial();
    const buffers = buffersOf(partial);
    assert.ok(buffers.length > 10);
    assert.deepEqual(structuredClone(partial, { transfer: buffers }).names, partial.names);
  });
});
