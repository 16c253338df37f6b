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
