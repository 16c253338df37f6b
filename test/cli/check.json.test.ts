import * as assert from 'node:assert/strict';
import { flowlog, folderWith, problemsIn, shell } from './flowlog';
import { faultColumn, faulty, record } from './records';

const many = Array.from({ length: 60_000 }, (_, i) => (i % 20 === 19 ? faulty(i) : record(i)));

describe('flowlog check in JSON', () => {
  const folder = folderWith({
    'faulty.log': `${record(1)}\n${faulty(2)}\n`,
    'emoji.log': `${faulty(1).replace('1300000001', '130😀0001')}\n`,
    'twice.log': `${record(1)}\n${record(1)}\n`,
    'lower.log': `${record(1).replace('ACCEPT', 'accept')}\n`,
    'control.log': '\u001b[2Jnot a record \u202e\u0085\n',
    'many.log': `${many.join('\n')}\n`,
  });
  const check = async (...args: string[]) => {
    const ended = await flowlog(['check', '--format', 'json', ...args], { cwd: folder.path });
    return { ...ended, problems: problemsIn(ended.stdout) };
  };

  it('prints one object a line, places counted from 1 and ends exclusive', async () => {
    const { code, problems } = await check('faulty.log');
    const { message, ...rest } = problems[0]!;
    assert.equal(problems.length, 1);
    assert.deepEqual(rest, {
      file: 'faulty.log',
      line: 2,
      column: faultColumn,
      endLine: 2,
      endColumn: faultColumn + '70000'.length,
      code: 'port-out-of-range',
      severity: 'error',
    });
    assert.match(message, /70000|70,000/);
    assert.equal(code, 1);
  });

  it('counts columns in UTF-16 units', async () => {
    const { problems } = await check('emoji.log');
    const port = problems.find(problem => problem.code === 'port-out-of-range');
    const column = faulty().replace('1300000001', '130😀0001').indexOf('70000') + 1;
    assert.equal(port?.column, column);
  });

  it('tells where else a problem has its place', async () => {
    const { problems } = await check('twice.log');
    assert.equal(problems[0]?.related?.line, 1);
  });

  it('gives the fix, if there is one', async () => {
    const { problems } = await check('lower.log');
    const column = record(1).indexOf('ACCEPT') + 1;
    const place = { line: 1, column, endLine: 1, endColumn: column + 6 };
    assert.deepEqual(problems[0]?.fix?.edits, [{ ...place, text: 'ACCEPT' }]);
  });

  it('escapes what a terminal would obey', async () => {
    const { stdout, problems } = await check('control.log');
    // eslint-disable-next-line no-control-regex -- that is what must not be there
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202e]/);
    assert.ok(problems.length > 0);
  });

  it('lists every one of 3,000 problems in 60,000 lines, in file order', async () => {
    const { code, problems } = await check('many.log');
    assert.deepEqual(
      problems.map(problem => problem.line),
      Array.from({ length: 3000 }, (_, i) => i * 20 + 20),
    );
    assert.equal(code, 1);
  });

  it('ends quietly when nobody reads on', async () => {
    const { stdout, stderr } = await shell(
      '$FLOWLOG check --format json many.log | head -n 1',
      folder.path,
    );
    assert.equal(problemsIn(stdout)[0]?.line, 20);
    assert.equal(stderr, '');
  });
});
