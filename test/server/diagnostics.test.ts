import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { LanguageServer } from '../support/languageServer';

const record = (port: number | string) =>
  `2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 ${port} 443 6 20 4249 1700000000 1700000060 ACCEPT OK`;
const faulty = record(70_000);

const inShort = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, range: { start, end } }) =>
    [code, `${start.line}:${start.character}-${end.character}`].join(' '),
  );

describe('Diagnostics that an editor asks for', function () {
  this.timeout(30_000);
  let server: LanguageServer;
  before(async () => {
    const initializationOptions = { documentation: 'command:flowlog.showChecks' };
    server = await LanguageServer.start({ initializationOptions });
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
  });

  it('mark the faulty value', async () => {
    const uri = await server.open(`${record(1)}\n${faulty}\n`);
    const [problem, ...others] = await server.diagnostics(uri);
    assert.deepEqual(others, []);
    assert.deepEqual(problem?.range, {
      start: { line: 1, character: 46 },
      end: { line: 1, character: 51 },
    });
    const { code, severity, source, codeDescription } = problem;
    assert.deepEqual([code, severity, source], ['port-out-of-range', 1, 'flowlog']);
    assert.equal(codeDescription?.href, 'command:flowlog.showChecks?%5B%22port-out-of-range%22%5D');
  });

  it('count in UTF-16', async () => {
    const uri = await server.open(`${record(1)}\n${faulty.replace('eni-', '💥eni-')}`);
    const problems = inShort(await server.diagnostics(uri));
    assert.ok(problems.includes('port-out-of-range 1:48-53'), problems.join());
  });

  it('follow what is typed', async () => {
    const uri = await server.open(`${record(1)}\n${record(2)}\n`);
    assert.deepEqual(await server.diagnostics(uri), []);
    const place = { line: 1, character: 47 };
    await server.change(uri, { range: { start: place, end: place }, text: '00000' });
    assert.deepEqual(inShort(await server.diagnostics(uri)), ['port-out-of-range 1:46-52']);
    const end = { line: 1, character: 52 };
    await server.change(uri, { range: { start: place, end }, text: '' });
    assert.deepEqual(await server.diagnostics(uri), []);
  });

  it('follow several changes at once, and a text that is all new', async () => {
    const uri = await server.open(`${record(1)}\n${record(2)}\n`);
    const at = (line: number) => ({ line, character: 47 });
    await server.change(
      uri,
      { range: { start: at(1), end: at(1) }, text: '99999' },
      { range: { start: at(0), end: at(0) }, text: '99999' },
    );
    assert.deepEqual(inShort(await server.diagnostics(uri)), [
      'port-out-of-range 0:46-52',
      'port-out-of-range 1:46-52',
    ]);
    await server.change(uri, { text: 'bogus line' });
    assert.deepEqual(inShort(await server.diagnostics(uri)), ['not-a-record 0:0-10']);
  });

  it('link a repeated record to the first', async () => {
    const uri = await server.open(`${record(1)}\n${record(1)}\n`);
    const [problem] = await server.diagnostics(uri);
    const [first] = problem?.relatedInformation ?? [];
    assert.equal(first?.location.uri, uri);
    assert.equal(first.location.range.start.line, 0);
  });

  it('are there beside a record of which neither time nor data can be used', async () => {
    const idle = '2 1300000001 eni-aaaaaaaa - - - - - - - 1700000060 1700000000 - NODATA';
    const uri = await server.open(`${idle}\n${faulty}\n`);
    const problems = inShort(await server.diagnostics(uri));
    assert.deepEqual(
      problems.map(problem => problem.split(' ')[0]),
      ['end-before-start', 'port-out-of-range'],
    );
  });

  it('are none for a document that is not open', async () => {
    assert.deepEqual(await server.diagnostics('file:///logs/unknown.flowlog'), []);
  });

  it('are no more than a thousand, each severity told in the status', async () => {
    const uri = await server.open(`${faulty}\n`.repeat(1500), 'file:///logs/many.flowlog');
    const problems = await server.diagnostics(uri);
    assert.equal(problems.length, 1000);
    const status = await server.statuses.next(({ uri: about }) => about === uri);
    assert.equal(status.errors, 1500);
    assert.equal(status.informations, 1499);
    assert.equal(status.records, 1500);
    assert.deepEqual(status.forms, ['ENI positional']);
    assert.match(status.reduced.join(), /2,001 problems are counted, not listed/);
  });
});

describe('Diagnostics that an editor waits for', function () {
  this.timeout(30_000);
  let server: LanguageServer;
  before(async () => {
    server = await LanguageServer.start({ diagnostics: 'pushed' });
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
  });

  it('come when a document is opened and when it changes', async () => {
    const uri = await server.open(faulty);
    assert.deepEqual(inShort(await server.publishedFor(uri)), ['port-out-of-range 0:46-51']);
    await server.change(uri, { text: record(1) });
    assert.deepEqual(await server.publishedFor(uri), []);
  });

  it('go when it is closed', async () => {
    const uri = await server.open(faulty, 'file:///logs/closed.flowlog');
    assert.equal((await server.publishedFor(uri)).length, 1);
    server.published.forget();
    await server.close(uri);
    await server.published.next(params => params.uri === uri && params.diagnostics.length === 0);
    // The answer to a request comes after whatever was still under way.
    const other = await server.open(faulty, 'file:///logs/other.flowlog');
    await server.publishedFor(other);
    const afterwards = server.published.untaken(params => params.uri === uri);
    assert.deepEqual(
      afterwards.flatMap(({ diagnostics }) => diagnostics),
      [],
    );
  });

  it('come again under other settings', async () => {
    const uri = await server.open(faulty, 'file:///logs/settings.flowlog');
    assert.equal((await server.publishedFor(uri)).length, 1);
    await server.configure({ rules: { 'port-out-of-range': 'off' } });
    await server.published.next(params => params.uri === uri && params.diagnostics.length === 0);
  });
});
