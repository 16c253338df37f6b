import assert from 'node:assert/strict';
import type { CodeAction, TextEdit } from 'vscode-languageserver-protocol';
import { LanguageServer } from '../support/languageServer';

const record = (port: number | string, start = '1700000000') =>
  `2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 ${port} 443 6 20 4249 ${start} 1700000060 ACCEPT OK`;

/** Every fault here has a fix of its own. */
const FAULTS = {
  'value-case': record(1).replace('ACCEPT', 'accept'),
  'thousands-separator': record(1).replace(' 4249 ', ' 4,249 '),
  'stray-quotes': record(1).replace('ACCEPT', '"ACCEPT"'),
  'leading-zero': record('0443'),
  'time-in-milliseconds': record(1, '1700000000000'),
  'wrapped-record': record(1).replace(' 10.0.1.5 ', '\n10.0.1.5 '),
};

const editsOf = (action: CodeAction | undefined, uri: string): TextEdit[] =>
  action?.edit?.changes?.[uri] ?? [];

const fromTheEnd = (a: TextEdit, b: TextEdit) =>
  b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character;

describe('Fixes that an editor applies', function () {
  this.timeout(30_000);
  let server: LanguageServer;
  before(async () => {
    server = await LanguageServer.start();
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
  });

  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const apply = (uri: string, action: CodeAction | undefined) => {
    const changes = [...editsOf(action, uri)].sort(fromTheEnd);
    return server.change(uri, ...changes.map(({ range, newText }) => ({ range, text: newText })));
  };

  for (const [code, text] of Object.entries(FAULTS)) {
    it(`take ${code} away and leave nothing else`, async () => {
      const uri = await server.open(`${record(2)}\n${text}\n`, `file:///logs/${code}.flowlog`);
      const problems = await server.diagnostics(uri);
      assert.deepEqual(
        problems.map(problem => problem.code),
        [code],
      );
      const actions = await server.codeActions(uri, problems[0]!.range, problems);
      const preferred = actions.find(action => action.isPreferred);
      assert.ok(editsOf(preferred, uri).length > 0, 'there is a preferred fix');
      assert.deepEqual(preferred?.diagnostics, problems);
      await apply(uri, preferred);
      assert.deepEqual(await server.diagnostics(uri), []);
    });
  }

  it('take all faults of a kind away at once', async () => {
    const lines = [1, 2, 3].map(port => record(port).replace('ACCEPT', 'accept'));
    const uri = await server.open(lines.join('\n'), 'file:///logs/kind.flowlog');
    const problems = await server.diagnostics(uri);
    assert.equal(problems.length, 3);
    const actions = await server.codeActions(uri, problems[0]!.range, [problems[0]!]);
    const all = actions.find(({ title }) => title.startsWith('Fix all 3 '));
    assert.equal(editsOf(all, uri).length, 3);
    await apply(uri, all);
    assert.deepEqual(await server.diagnostics(uri), []);
  });

  it('take all faults of a file away when it is saved with fixAll', async () => {
    const text = Object.values(FAULTS).join('\n');
    const uri = await server.open(text, 'file:///logs/all.flowlog');
    const actions = await server.codeActions(uri, whole, [], ['source.fixAll.flowlog']);
    const fixAll = actions.find(({ kind }) => kind === 'source.fixAll.flowlog');
    await apply(uri, fixAll);
    const left = (await server.diagnostics(uri)).filter(({ code }) => code !== 'duplicate-record');
    assert.deepEqual(left, []);
  });

  it('are one for a file that is saved, which joins wrapped records, too', async () => {
    const lines = [FAULTS['wrapped-record'], record(2), FAULTS['value-case'], record(3)];
    const uri = await server.open(lines.join('\n'), 'file:///logs/saved.flowlog');
    for (const kind of ['source.fixAll', 'source.fixAll.flowlog']) {
      const kinds = (await server.codeActions(uri, whole, [], [kind])).map(action => action.kind);
      assert.deepEqual(kinds, ['source.fixAll.flowlog']);
    }
    const join = 'source.fixAll.flowlog.join';
    const [joined, ...others] = await server.codeActions(uri, whole, [], [join]);
    assert.deepEqual([joined?.kind, joined?.title], [join, 'Join the wrapped record']);
    assert.deepEqual(others, []);
  });

  it('are none for a problem that is elsewhere by now', async () => {
    const uri = await server.open(FAULTS['value-case'], 'file:///logs/stale.flowlog');
    const problems = await server.diagnostics(uri);
    const begin = { line: 0, character: 0 };
    await server.change(uri, { range: { start: begin, end: begin }, text: `${record(1)}\n` });
    assert.deepEqual(await server.codeActions(uri, whole, problems, ['quickfix']), []);
    const actions = await server.codeActions(uri, whole, await server.diagnostics(uri), [
      'quickfix',
    ]);
    assert.equal(actions.length, 1);
  });

  it('say what is invisible in what they would write', async () => {
    const uri = await server.open(`${record(1)} 17501\u202e48706`, 'file:///logs/hidden.flowlog');
    const titles = (await server.codeActions(uri, whole, await server.diagnostics(uri))).map(
      ({ title }) => title,
    );
    assert.ok(titles.includes('Remove 17501\\u{202e}48706'), titles.join());
  });

  it('make a comment of a line that begins with a form feed', async () => {
    const uri = await server.open(`${record(1)}\n\f\n\u2028 x\n`, 'file:///logs/feed.flowlog');
    const problems = await server.diagnostics(uri);
    assert.deepEqual(
      problems.map(({ code, range: { start, end } }) => [code, start.character, end.character]),
      [
        ['not-a-record', 0, 1],
        ['not-a-record', 0, 3],
      ],
    );
    const [fixAll] = await server.codeActions(uri, whole, problems, ['source.fixAll']);
    await apply(uri, fixAll);
    assert.deepEqual(await server.diagnostics(uri), []);
  });

  it('take a key’s second value away where it says the same, and no other', async () => {
    const keyed =
      'version:2 account-id:1300000001 interface-id:eni-a1b2c3d4 srcaddr:192.0.2.10 ' +
      'dstaddr:10.0.1.5 srcport:40000 dstport:443 protocol:6 packets:20 bytes:4249 ' +
      'start:1700000000 end:1700000060 action:ACCEPT log-status:OK';
    const text = `${keyed} action:REJECT\n${keyed.replace('40000', '1')} action:ACCEPT`;
    const uri = await server.open(text, 'file:///logs/twice.flowlog');
    const problems = await server.diagnostics(uri);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['key-repeated', 'key-repeated'],
    );
    const [fixAll] = await server.codeActions(uri, whole, problems, ['source.fixAll']);
    const lines = editsOf(fixAll, uri).map(({ range }) => range.start.line);
    assert.deepEqual(lines, [1]);
  });

  it('are of the kinds that were asked for', async () => {
    const uri = await server.open(FAULTS['value-case'], 'file:///logs/kinds.flowlog');
    const problems = await server.diagnostics(uri);
    assert.deepEqual(await server.codeActions(uri, whole, problems, ['refactor']), []);
    const quick = await server.codeActions(uri, whole, problems, ['quickfix']);
    assert.deepEqual([...new Set(quick.map(({ kind }) => kind))], ['quickfix']);
  });

  it('are none for the problems of others', async () => {
    const uri = await server.open(record(1), 'file:///logs/others.flowlog');
    const foreign = { range: whole, message: 'spelling', source: 'another', data: { fix: {} } };
    assert.deepEqual(await server.codeActions(uri, whole, [foreign]), []);
  });
});
