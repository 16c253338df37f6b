import assert from 'node:assert/strict';
import { recordAt, valueAt } from '../../../server/src/core/table/recordAt';
import { readTable } from '../../../server/src/core/table/flowTable';
import { checkLog, edited, LATEST } from '../../support/checkLog';

/** The positional samples of the 2021 document, as they come out of its PDF. */
const positional = `\
2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070
ACCEPT OK

2 1251762227 eni-lq6mkcis 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 R
EJECT OK

V1 1251762227 eni-lq6mkcis 203.0.113.12 172.31.16.139 0 0 1 4 336 1432917027 1432917142 ACCEPT
OK

V1 1251762227 eni-lq6mkcis 172.31.16.139 203.0.113.12 0 0 1 4 336 1432917094 1432917142 REJECT
OK
`;

/** The key:value samples of the 2023 document, as they come out of its PDF. */
const keyValue = `\
srcaddr:192.63.197.94 dstport:22 account-id:1251762227
start:1655104384 dstaddr:10.0.3.4 version:0001_0001 packets:2
protocol:6 bytes:108 action:ACCEPT srcport:58188 end:1655104384
log-status:OK interface-id:eni-lq6mkcis

srcaddr:192.63.197.94 dstport:3389 account-id:1251762227
start:1655104384 dstaddr:10.0.3.4 version:0001_0001 packets:2
protocol:6 bytes:108 action:REJECT srcport:58188 end:1655104384
log-status:OK interface-id:eni-lq6mkcis

srcaddr:203.0.113.12 dstport:0 account-id:1251762227
start:1432917027 dstaddr:172.31.16.139 version:0001_0001 packets:4
protocol:1 bytes:336 action:ACCEPT srcport:0 end:1432917142 log-
status:OK interface-id:eni-lq6mkcis

srcaddr:172.31.16.139 dstport:0 account-id:1251762227
start:1432917094 dstaddr:203.0.113.12 version:0001_0001 packets:4
protocol:1 bytes:336 action:REJECT srcport:0 end:1432917142 log-
status:OK interface-id:eni-lq6mkcis
`;

describe('Records wrapped over several lines', () => {
  it('are each one problem in the positional samples', () => {
    assert.deepEqual(wrapped(positional), [
      { lines: '1-2', title: 'Join wrapped record' },
      { lines: '4-5', title: 'Join wrapped record' },
      { lines: '7-8', title: 'Join wrapped record' },
      { lines: '10-11', title: 'Join wrapped record' },
    ]);
  });

  it('are each one problem in the key:value samples', () => {
    assert.deepEqual(
      wrapped(keyValue).map(({ lines }) => lines),
      ['1-4', '6-9', '11-14', '16-19'],
    );
  });

  it('are joined by their fixes into records without a problem', () => {
    const joined = `\
2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK

2 1251762227 eni-lq6mkcis 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 REJECT OK

V1 1251762227 eni-lq6mkcis 203.0.113.12 172.31.16.139 0 0 1 4 336 1432917027 1432917142 ACCEPT OK

V1 1251762227 eni-lq6mkcis 172.31.16.139 203.0.113.12 0 0 1 4 336 1432917094 1432917142 REJECT OK
`;
    assert.equal(fixed(positional), joined);
    assert.deepEqual(checkLog(joined), []);
    assert.match(
      fixed(keyValue),
      /srcport:0 end:1432917142 log-status:OK interface-id:eni-lq6mkcis/,
    );
    assert.deepEqual(checkLog(fixed(keyValue)), []);
  });

  it('say over how many lines they run', () => {
    const { message, severity } = checkLog(keyValue)[0]!;
    assert.match(message, /over 4 lines/);
    assert.equal(severity, 'error');
  });

  const broken: Record<string, string> = {
    'inside the first of two addresses':
      '2 1300000001 eni-a1b2c3d4 10.0.\n0.5 10.0.1.5 1 22 6 2 80 1700000000 1700000060 ACCEPT OK',
    'inside an IPv6 address':
      '2 1300000001 eni-a1b2c3d4 2001:db8:\n:5 2001:db8::9 1 22 6 2 80 1700000000 1700000060 ACCEPT OK',
    'inside the id of the interface':
      '2 1300000001 eni-a1b2\nc3d4 10.0.0.5 10.0.1.5 1 22 6 2 80 1700000000 1700000060 ACCEPT OK',
    'inside the last value':
      '2 1300000001 eni-a1b2c3d4 10.0.0.5 10.0.1.5 1 22 6 2 80 1700000000 1700000060 ACCEPT O\nK',
    'among the dashes of a record without data':
      '2 1300000001 eni-a1b2c3d4 - - -\n- - - - 1700000000 1700000060 - NODATA',
    'with blanks around the breaks':
      '2 1300000001 eni-a1b2c3d4 10.0.0.5 10.0.1.5 \n   1 22 6 2 80 1700000000\t\n\t1700000060 ACCEPT OK',
    'in a CCN record':
      '10.0.1.5 ap-guang\nzhou 22 1700000000 10.8.0.9 2 2 ccn-a1b2c3d4 6\nap-shanghai 80 ACCEPT ap-shanghai 1 1700000060 OK',
    'at every value of a narrow column':
      '2 1300000001\neni-a1b2c3d4\n10.0.0.5\n10.0.1.5\n1 22 6 2\n80\n1700000000\n1700000060\nACCEPT OK',
    'with Windows line ends':
      '2 1300000001 eni-a1b2c3d4 10.0.0.5 10.0.1.5 1 22\r\n6 2 80 1700000000 1700000060 ACCEPT OK\r\n',
    'under a header of its own columns':
      'srcaddr dstaddr bytes action log-status\n10.0.0.5 10.0.1.5 8\n0 ACCEPT OK',
    'in a number with which a key:value record could have ended':
      'srcaddr:192.63.197.94 dstport:22 account-id:1251762227 start:1655104384\ndstaddr:10.0.3.4 version:0001_0001 packets:2 protocol:6 action:ACCEPT\nsrcport:58188 end:1655104384 log-status:OK interface-id:eni-lq6mkcis\nbytes:424\n900',
    'in an id with which a key:value record could have ended':
      'srcaddr:192.63.197.94 dstport:22 account-id:1251762227 start:1655104384\ndstaddr:10.0.3.4 version:0001_0001 packets:2 protocol:6 action:ACCEPT bytes:424\nsrcport:58188 end:1655104384 log-status:OK interface-id:eni-lq6m\nkcis',
    'in a number with which a line under a header could have ended':
      'srcaddr action log-status dstaddr bytes\n10.0.0.5 ACC\nEPT OK 10.0.1.5 42\n4900',
  };
  for (const [where, log] of Object.entries(broken)) {
    it(`are recognised when they break ${where}`, () => {
      const problems = checkLog(log);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['wrapped-record'],
      );
      assert.deepEqual(checkLog(fixed(log)), []);
      const isUnderHeader = log.startsWith('srcaddr ');
      assert.equal(fixed(log).trim().split('\n').length, isUnderHeader ? 2 : 1);
    });
  }

  it('are not seen where a line is a record by itself', () => {
    const nodata = '2 1300000001 eni-a1b2c3d4 - - - - - - - 1700000000 1700000060 - NODATA';
    assert.deepEqual(wrapped(`${nodata}\n2 1300000001\n`), []);
  });

  it('are not seen where a blank line or a comment stands between the pieces', () => {
    const [first, second] = [
      '2 1300000001 eni-a1b2c3d4 10.0.0.5 10.0.1.5 1 22 6 2 80',
      '1700000000 1700000060 ACCEPT OK',
    ];
    assert.deepEqual(wrapped(`${first}\n\n${second}`), []);
    assert.deepEqual(wrapped(`${first}\n# page 2\n${second}`), []);
    assert.equal(wrapped(`${first}\n${second}`).length, 1);
  });

  it('are read under the columns that are declared above them, not below', () => {
    const log =
      'srcaddr bytes action log-status\n10.0.0.5 8\n0 ACCEPT OK\nsrcaddr packets bytes log-status\n';
    assert.deepEqual(wrapped(log), [{ lines: '2-3', title: 'Join wrapped record' }]);
  });

  it('give their values to whoever points at a piece', () => {
    const table = readTable(new TextEncoder().encode(positional), LATEST);
    for (const [line, character, text] of [
      [3, 93, 'REJECT'],
      [4, 2, 'REJECT'],
      [4, 6, 'OK'],
      [1, 0, 'ACCEPT'],
    ] as const) {
      const record = recordAt(table, line)!;
      const found = valueAt(record.view, record.placeOf(character))!;
      assert.equal(found.value.text, text);
      const { start, end } = record.spanOf(found.span);
      assert.ok(table.lineText(line)!.slice(start, end).length > 0);
      assert.ok(start <= character && character <= end);
    }
  });

  it('tell on which lines a value stands', () => {
    const log =
      '2 1300000001 eni-a1b2c3d4 10.0.0.5 10.0.1.5 1 22 6 2 80 1700000000 1700000060 R\n  EJECT\n OK ';
    const table = readTable(new TextEncoder().encode(log), LATEST);
    const record = recordAt(table, 2)!;
    const range = (name: string) => record.rangeOf(record.view.value(name)!);
    assert.deepEqual(range('dstport'), { line: 0, start: 46, endLine: 0, end: 48 });
    assert.deepEqual(range('action'), { line: 0, start: 78, endLine: 1, end: 7 });
    assert.deepEqual(range('log-status'), { line: 2, start: 1, endLine: 2, end: 3 });
  });

  it('give no value to whoever points beside a piece', () => {
    const log =
      '2 1300000001 eni-a1b2c3d4 10.0.0.5 10.0.1.5 1 22 6 2 80\n      1700000000 1700000060 ACCEPT OK      ';
    const table = readTable(new TextEncoder().encode(log), LATEST);
    const record = recordAt(table, 1)!;
    assert.equal(valueAt(record.view, record.placeOf(2)), undefined);
    assert.equal(valueAt(record.view, record.placeOf(42)), undefined);
    assert.equal(valueAt(record.view, record.placeOf(7))!.value.text, '1700000000');
  });
});

function wrapped(log: string) {
  return checkLog(log)
    .filter(({ code }) => code === 'wrapped-record')
    .map(({ line, endLine, fix }) => ({ lines: `${line + 1}-${endLine + 1}`, title: fix?.title }));
}

function fixed(log: string): string {
  const edits = checkLog(log).flatMap(problem =>
    problem.code === 'wrapped-record' ? (problem.fix?.edits ?? []) : [],
  );
  return edited(log, edits);
}
