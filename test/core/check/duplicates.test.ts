import assert from 'node:assert/strict';
import { TableChecker } from '../../../server/src/core/check/checkTable';
import { levelsFrom } from '../../../server/src/core/check/levels';
import { readTable } from '../../../server/src/core/table/flowTable';
import { checkLog, finish, LATEST } from '../../support/checkLog';

const record = (port: number) =>
  `2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 ${port} 443 6 20 4249 1700000000 1700000060 ACCEPT OK`;
const v6 =
  '2 1300000001 eni-a1b2c3d4 2001:db8::1 2001:db8::2 5 443 6 20 4249 1700000000 1700000060 ACCEPT OK';
const nodata = '2 1300000001 eni-a1b2c3d4 - - - - - - - 1700000000 1700000060 - NODATA';

describe('The same record again', () => {
  it('is told at each repetition, with the first one beside it', () => {
    const problems = checkLog([record(1), record(2), record(1), record(1)].join('\n'));
    assert.deepEqual(
      problems.map(({ code, line, related }) => ({ code, line, first: related?.line })),
      [
        { code: 'duplicate-record', line: 2, first: 0 },
        { code: 'duplicate-record', line: 3, first: 0 },
      ],
    );
    assert.match(problems[0]!.message, /line 1\b/);
    assert.equal(problems[0]!.severity, 'information');
  });

  for (const [what, line] of Object.entries({
    'IPv6 records': v6,
    'records without data': nodata,
  })) {
    it(`is told of ${what}`, () => {
      assert.deepEqual(
        checkLog(`${line}\n${line}\n`).map(({ line: at }) => at),
        [1],
      );
    });
  }

  it('is told of records that have faults, too', () => {
    const faulty = record(70_000);
    const codes = checkLog(`${faulty}\n${faulty}`).map(({ code, line }) => `${line} ${code}`);
    assert.deepEqual(codes, ['0 port-out-of-range', '1 port-out-of-range', '1 duplicate-record']);
  });

  it('is the same to the letter, blanks around it aside', () => {
    assert.equal(checkLog(`${record(1)}\n  ${record(1)}\t\r\n`).length, 1);
    assert.equal(checkLog(`${record(1)}\n${record(1).replace(' ', '  ')}`).length, 0);
    assert.equal(checkLog(`${v6}\n${v6.replace('2001:db8::1 ', '2001:0db8::1 ')}`).length, 0);
  });

  it('is no other record of which the same text is in other columns', () => {
    const line = '192.0.2.10 10.0.1.5 60 1 ACCEPT';
    const header = 'srcaddr dstaddr bytes packets action';
    const swapped = 'dstaddr srcaddr bytes packets action';
    const linesOf = (...lines: string[]) =>
      checkLog(lines.join('\n')).flatMap(({ code, line: at }) =>
        code === 'duplicate-record' ? [at] : [],
      );
    assert.deepEqual(linesOf(header, line, swapped, line), []);
    assert.deepEqual(linesOf(header, line, swapped, line, header, line), [5]);
    assert.deepEqual(linesOf(header, line, header, line), [3]);
  });

  it('is found across chunks', () => {
    const lines = [record(1), ...Array.from({ length: 50 }, (_, i) => record(i + 2)), record(1)];
    const table = readTable(new TextEncoder().encode(lines.join('\n')), LATEST, { size: 200 });
    const rules = { latest: LATEST, icmpOrder: 'auto' as const };
    const levels = levelsFrom({});
    const { problems } = finish(new TableChecker({ levels, rules }).check(table));
    assert.deepEqual(
      problems.map(({ line, related }) => [line, related?.line]),
      [[51, 0]],
    );
  });

  it('is no matter of comments, headers and blank lines', () => {
    const header = 'srcaddr dstaddr action log-status';
    assert.deepEqual(checkLog(`# a\n# a\n\n\n${header}\n${header}\n`), []);
  });
});
