import * as assert from 'node:assert/strict';
import { flowlog, folderWith } from './flowlog';
import { faultColumn, faulty, record } from './records';

describe('flowlog check in text', () => {
  const folder = folderWith({
    'clean.log': `${record(1)}\n${record(2)}\n`,
    'faulty.log': `${record(1)}\n${faulty(2)}\n`,
    'no-end.log': `${record(1)}\n${faulty(2)}`,
    'crlf.log': `${record(1)}\r\n${faulty(2)}\r\n`,
    'mark.log': `\ufeff${faulty(1)}\n${record(2)}\n`,
    'mark-alone.log': '\ufeff',
    'twice.log': `${record(1)}\n${record(2)}\n${record(1)}\n`,
    'control.log': '\u001b[2Jnot a record \u202e\u0007\n',
    'empty.log': '',
  });
  const check = (...args: string[]) => flowlog(['check', ...args], { cwd: folder.path });

  it('prints nothing but totals for a clean log', async () => {
    const { code, stdout, stderr } = await check('clean.log');
    const totals = '1 file, 2 lines, 2 records: 0 errors, 0 warnings, 0 information, 0 hints\n';
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: totals, stderr: '' });
  });

  it('prints file:line:column severity code message for each problem', async () => {
    const { code, stdout } = await check('faulty.log');
    const [first, totals] = stdout.split('\n');
    assert.match(first!, new RegExp(`^faulty\\.log:2:${faultColumn} error port-out-of-range .+`));
    assert.match(totals!, /^1 file, 2 lines, 2 records: 1 error, 0 warnings,/);
    assert.equal(code, 1);
  });

  it('calls JSON and CSV what they are, and offers to remove neither', async () => {
    const csv = `${record(1).replaceAll(' ', ',')}\n${record(2).replaceAll(' ', ';')}\n`;
    const stdin = `{"srcaddr":"10.0.0.1"}\n${csv}not a record, this one\n`;
    const { stdout } = await flowlog(['check', '-'], { stdin });
    const kinds = stdout.split('\n').map(line => /This line is (JSON|CSV|no)/.exec(line)?.[1]);
    assert.deepEqual(kinds.slice(0, 4), ['JSON', 'CSV', 'CSV', 'no']);
    const offered = await flowlog(['check', '--format', 'json', '-'], { stdin });
    assert.equal(offered.stdout.match(/"fix"/g)?.length, 1);
  });

  it('adds the totals of several files up', async () => {
    const { code, stdout } = await check('faulty.log', 'clean.log', 'faulty.log');
    assert.match(stdout, /\n3 files, 6 lines, 6 records: 2 errors,/);
    assert.equal(code, 1);
  });

  for (const name of ['no-end.log', 'crlf.log']) {
    it(`finds the same in ${name}`, async () => {
      const { stdout } = await check(name);
      assert.match(stdout, new RegExp(`^${name}:2:${faultColumn} error port-out-of-range .+`));
      assert.match(stdout, /1 file, 2 lines, 2 records: 1 error, 0 warnings, 0 information/);
    });
  }

  it('does not count a byte order mark as a column', async () => {
    const { stdout } = await check('mark.log');
    assert.match(stdout, new RegExp(`^mark\\.log:1:${faultColumn} error `));
    assert.match(stdout, /: 1 error, 0 warnings, 0 information, 0 hints/);
  });

  for (const name of ['empty.log', 'mark-alone.log']) {
    it(`finds nothing in ${name}`, async () => {
      const { code, stdout } = await check(name);
      assert.match(stdout, /^1 file, 0 lines, 0 records: 0 errors,/);
      assert.equal(code, 0);
    });
  }

  it('names the line on which a repeated record stood first, and takes it for no error', async () => {
    const { code, stdout } = await check('twice.log');
    assert.match(stdout, /^twice\.log:3:1 information duplicate-record .*\b1\b/);
    assert.equal(code, 0);
  });

  it('sends no control character of the log to the terminal', async () => {
    const { code, stdout } = await check('control.log');
    // eslint-disable-next-line no-control-regex -- that is what must not be there
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202e]/);
    assert.equal(code, 1);
  });

  it('prints the totals alone with --quiet', async () => {
    const { code, stdout } = await check('--quiet', 'faulty.log');
    assert.match(stdout, /^1 file, 2 lines, 2 records: 1 error,[^\n]*\n$/);
    assert.equal(code, 1);
  });
});
