import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  type ResponseError,
} from 'vscode-languageserver-protocol';
import {
  SETTINGS_NOTIFICATION,
  STORIES_REQUEST,
  type StoriesResult,
} from '../../server/src/core/requests';
import { SUMMARY_REQUEST, type SummaryResult } from '../../server/src/core/summaryRequests';
import { LanguageServer } from '../support/languageServer';
import { midway } from '../support/midway';

const record = (port: number | string) =>
  `2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 ${port} 443 6 20 4249 1700000000 1700000060 ACCEPT OK`;

describe('Settings', function () {
  this.timeout(30_000);
  let server: LanguageServer;
  before(async () => {
    server = await LanguageServer.start({ settings: { rules: { 'port-out-of-range': 'hint' } } });
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
  });

  it('hold from the start', async () => {
    const uri = await server.open(record(70_000));
    assert.deepEqual(
      (await server.diagnostics(uri)).map(({ severity }) => severity),
      [4],
    );
  });

  it('hold for open documents when they change, and have the editor ask again', async () => {
    const uri = await server.open(record(70_000));
    await server.diagnostics(uri);
    server.refreshes.forget();
    await server.configure({ rules: { 'port-out-of-range': 'off' } });
    await server.refreshes.next();
    assert.deepEqual(await server.diagnostics(uri), []);
    server.statuses.forget();
    await server.configure({});
    await server.refreshes.next();
    assert.deepEqual(
      (await server.diagnostics(uri)).map(({ severity }) => severity),
      [1],
    );
    assert.equal((await server.statuses.next()).errors, 1);
  });

  it('name the columns of a log without a header', async () => {
    const uri = await server.open('192.0.2.10 70000 ACCEPT', 'file:///logs/columns.flowlog');
    await server.configure({ columns: ['srcaddr', 'srcport', 'action'] });
    const problems = await server.diagnostics(uri);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['port-out-of-range'],
    );
  });

  it('hold for a check that was under way, too', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => record(i + 1).replace('OK', 'ok'));
    const uri = await server.open(lines.join('\n'), 'file:///logs/underway.flowlog');
    await server.configure({});
    await server.hover(uri, { line: 0, character: 0 });
    const underway = server.diagnostics(uri).catch(() => undefined);
    await server.configure({ rules: { 'value-case': 'off' } });
    await underway;
    assert.deepEqual(await server.diagnostics(uri), []);
  });

  it('have the findings of a large log looked for again', async () => {
    const ccn = (i: number, action: string) =>
      `10.0.0.4 ap-guangzhou 443 1700000000 10.1.0.5 2 20 ccn-a1b2c3d4 6 ap-beijing 4249 ${action} ap-guangzhou ${i} 1700000060 OK`;
    const lines = Array.from({ length: 6000 }, (_, i) => ccn(i + 1, i ? 'ACCEPT' : 'REJECT'));
    await server.configure({});
    const uri = await server.open(lines.join('\n'), 'file:///logs/late.flowlog');
    const codes = async () => (await server.diagnostics(uri)).map(({ code }) => code);
    assert.deepEqual(await codes(), []);
    server.refreshes.forget();
    await server.configure({ rules: { 'port-zero': 'off' } });
    await server.refreshes.next();
    assert.deepEqual(await codes(), []);
    await server.refreshes.next();
    assert.deepEqual(await codes(), ['throttled']);
  });

  it('are told to be in force, so that a file is asked about again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'flowlog-settings-'));
    const path = join(folder, 'refused.log');
    await writeFile(path, record(50_000).replace('ACCEPT', 'REJECT'));
    const textDocument = { uri: pathToFileURL(path).href };
    const layers = async () => {
      const told = await server.connection.sendRequest<StoriesResult>(STORIES_REQUEST, {
        textDocument,
      });
      return told.stories.map(({ layer }) => layer);
    };
    await server.configure({});
    assert.deepEqual(await layers(), ['security-group-or-network-acl']);
    const told = new Promise<void>(resolve => {
      server.connection.onNotification(SETTINGS_NOTIFICATION, () => resolve());
    });
    await server.configure({ reachability: { aclBound: { 'eni-a1b2c3d4': false } } });
    await told;
    assert.deepEqual(await layers(), ['security-group']);
    await rm(folder, { recursive: true });
  });

  for (const nonsense of [null, 7, [], 'text', { rules: 7, columns: 'a', timeZones: [1] }]) {
    it(`are the defaults where ${JSON.stringify(nonsense)} is sent`, async () => {
      const uri = await server.open(record(70_000), 'file:///logs/nonsense.flowlog');
      await server.configure(nonsense);
      const [problem] = await server.diagnostics(uri);
      assert.deepEqual([problem?.code, problem?.severity], ['port-out-of-range', 1]);
    });
  }
});

describe('An editor that cannot ask for diagnostics again', function () {
  this.timeout(30_000);

  it('is served all the same', async () => {
    const refresh = () => {
      throw new Error('not now');
    };
    const server = await LanguageServer.start({ refresh });
    const uri = await server.open(record(70_000));
    await server.configure({ rules: { 'port-out-of-range': 'hint' } });
    await server.refreshes.next();
    const [problem] = await server.diagnostics(uri);
    assert.equal(problem?.severity, 4);
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
  });
});

describe('Settings that the editor has yet to send', function () {
  this.timeout(30_000);

  it('are waited for by what is told of a file once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'flowlog-settings-'));
    const path = join(folder, 'export.log');
    const columns =
      'action log-status dstaddr srcaddr dstport srcport protocol packets bytes start end interface-id';
    const refused =
      'REJECT OK 10.0.1.5 192.0.2.10 443 50000 6 20 4000 1700000000 1700000060 eni-a1b2c3d4\n';
    await writeFile(path, refused.repeat(3));
    const uri = pathToFileURL(path).href;
    let send: (() => void) | undefined;
    const server = await LanguageServer.start({
      settings: { columns: columns.split(' ') },
      settingsAfter: new Promise<void>(resolve => (send = resolve)),
    });
    const answers = Promise.all([
      server.connection.sendRequest<SummaryResult>(SUMMARY_REQUEST, {
        uris: [uri],
        top: 10,
        by: 'bytes',
      }),
      server.connection.sendRequest<StoriesResult>(STORIES_REQUEST, { textDocument: { uri } }),
    ]);
    // Whoever did not wait would have answered both by now.
    await setTimeout(1000);
    send?.();
    const [{ summary }, { stories }] = await answers;
    assert.deepEqual([summary.totals.rejected.records, summary.totals.faults], [3, 0]);
    assert.ok(stories.length > 0);
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
    await rm(folder, { recursive: true });
  });
});

describe('A request that is cancelled', function () {
  this.timeout(60_000);

  it('ends at once, and the document can be checked afterwards', async () => {
    const server = await LanguageServer.start();
    const { uri, failed } = await midway(async times => {
      const lines = Array.from({ length: 30_000 * times }, (_, i) =>
        record(i % 65_535).replace('OK', 'ok'),
      );
      const uri = await server.open(lines.join('\n'), `file:///logs/faulty-${times}.flowlog`);
      // The text has been read when this is answered; only the check is left.
      await server.hover(uri, { line: 0, character: 0 });
      const source = new CancellationTokenSource();
      const asked = server.connection
        .sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, source.token)
        .then(
          () => undefined,
          (error: unknown) => error as ResponseError,
        );
      await server.hover(uri, { line: 0, character: 0 });
      source.cancel();
      const failed = await asked;
      return failed ? { uri, failed } : 'late';
    });
    assert.equal(failed.code, -32_802);
    assert.equal((await server.diagnostics(uri)).length, 1000);
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
  });
});
