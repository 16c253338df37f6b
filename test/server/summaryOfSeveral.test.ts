import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import {
  SUMMARY_PROGRESS,
  SUMMARY_REQUEST,
  type SummaryParams,
  type SummaryProgress,
  type SummaryResult,
} from '../../server/src/core/summaryRequests';
import { LanguageServer } from '../support/languageServer';
import { midway } from '../support/midway';

const record = (source: string, bytes: number, action = 'ACCEPT', start = 1_700_000_000) =>
  `2 1300000001 eni-a1b2c3d4 ${source} 10.0.1.5 50000 443 6 20 ${bytes} ${start} ${start + 60} ${action} OK`;

/** Some hundred sources a log, of which the logs have some in common. */
const manyOf = (log: number) =>
  Array.from({ length: 3000 }, (_, i) =>
    record(
      `198.51.${(i + log * 40) % 100}.${i % 200}`,
      100 + ((i * 7919 + log) % 5000),
      i % 5 === 0 ? 'REJECT' : 'ACCEPT',
      1_700_000_000 + log * 3600 + i,
    ),
  ).join('\n');

describe('A summary of several logs', function () {
  this.timeout(120_000);
  let folder: string;
  let server: LanguageServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flowlog-several-'));
    server = await LanguageServer.start();
  });

  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
    await rm(folder, { recursive: true });
  });

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return uriOf(name);
  };
  const ask = (
    uris: readonly string[],
    part: Partial<SummaryParams> = {},
    token = new CancellationTokenSource().token,
  ): Promise<SummaryResult> =>
    server.connection.sendRequest(SUMMARY_REQUEST, { uris, top: 100, by: 'bytes', ...part }, token);

  it('has the figures of one log with all their lines, whether they are open or not', async () => {
    const texts = [0, 1, 2].map(manyOf);
    const uris = await Promise.all(texts.map((text, i) => write(`part-${i}.log`, text)));
    const one = await ask([await write('all.log', texts.join('\n'))], { series: true });
    for (const open of [0, 1, 2]) {
      if (open > 0) await server.open(texts[open]!, uris[open]);
      const { summary, of, logs, notes } = await ask(uris, { series: true });
      assert.deepEqual(summary, one.summary);
      assert.deepEqual([of, notes], [open === 0 ? 'file' : 'both', []]);
      assert.deepEqual(
        logs,
        uris.map((uri, i) => ({ uri, firstLine: i * 3000 })),
      );
    }
    await server.open(texts[0]!, uris[0]);
    const { summary, of } = await ask(uris);
    assert.equal(of, 'document');
    assert.deepEqual(summary, one.summary);
    for (const uri of uris) await server.close(uri);
  });

  it('counts the text in the editor with its unsaved edits, beside a file on disk', async () => {
    const first = await write('edited.log', `${record('192.0.2.1', 1000)}\n`);
    const second = await write('saved.log', `${record('192.0.2.2', 3000, 'REJECT')}\n`);
    await server.open(`${record('192.0.2.1', 1000)}\n${record('192.0.2.9', 500)}`, first);
    const { summary, logs } = await ask([first, second]);
    assert.deepEqual(
      summary.topSources.rows.map(({ key, bytes, line }) => [key, bytes, line]),
      [
        ['192.0.2.2', 3000, 2],
        ['192.0.2.1', 1000, 0],
        ['192.0.2.9', 500, 1],
      ],
    );
    assert.deepEqual(
      logs.map(({ firstLine }) => firstLine),
      [0, 2],
    );
    await server.close(first);
  });

  it('reads each log with its own header', async () => {
    const first = await write(
      'a.log',
      'srcaddr dstaddr bytes action log-status\n192.0.2.1 10.0.0.1 70 ACCEPT OK',
    );
    const second = await write(
      'b.log',
      'bytes log-status action srcaddr dstaddr\n80 OK ACCEPT 192.0.2.2 10.0.0.1',
    );
    const { summary } = await ask([first, second]);
    assert.deepEqual(
      summary.topSources.rows.map(({ key, bytes }) => [key, bytes]),
      [
        ['192.0.2.2', 80],
        ['192.0.2.1', 70],
      ],
    );
  });

  it('adds up faults, by their rule', async () => {
    const first = await write('faulty-a.log', `${record('192.0.2.1', 1000).replace('OK', 'ok')}\n`);
    const second = await write('faulty-b.log', `no record\n${record('192.0.2.300', 1000)}\n`);
    const [a, b, both] = [await ask([first]), await ask([second]), await ask([first, second])];
    const rules = ({ summary }: SummaryResult) =>
      summary.faultsByRule.map(({ key, count }) => `${key} ${count}`).sort();
    assert.deepEqual(rules(both), [...rules(a), ...rules(b)].sort());
    const faults = ({ summary }: SummaryResult) => summary.totals.faults;
    assert.ok(faults(a) > 0 && faults(b) > 0);
    assert.equal(faults(both), faults(a) + faults(b));
  });

  it('leaves out what cannot be read, and names it', async () => {
    const uri = await write('there.log', record('192.0.2.1', 1000));
    const words = await write('words.log', 'These are words, and no record at all.\n');
    await mkdir(join(folder, 'folder.log'));
    const missing = [uriOf('missing.log'), uriOf('folder.log')];
    const { summary, logs, notes } = await ask([...missing, uri, words]);
    assert.deepEqual(notes, [
      'missing.log cannot be read: there is no such file. It is left out.',
      'folder.log is a folder. It is left out.',
      'words.log has no flow log record.',
    ]);
    assert.equal(summary.totals.records, 1);
    assert.deepEqual(
      logs.map(({ uri: read, firstLine }) => [read, firstLine]),
      [
        [uri, 0],
        [words, 1],
      ],
    );
    await assert.rejects(ask(missing), /^.*missing\.log cannot be read: there is no such file\. f/);
  });

  it('leaves out what is neither a file nor open as a flow log, and names it', async () => {
    const uri = await write('beside.log', record('192.0.2.1', 1000));
    const untitled = 'untitled:Untitled-1';
    const why = 'Untitled-1 is not a file, and not open in the editor as a flow log.';
    const { summary, notes } = await ask([untitled, uri]);
    assert.equal(summary.totals.records, 1);
    assert.deepEqual(notes, [`${why} It is left out.`]);
    await assert.rejects(ask([untitled]), { message: why });
  });

  it('counts only what a filter lets through', async () => {
    const uris = [await write('f0.log', manyOf(0)), await write('f1.log', manyOf(1))];
    const filter = { time: { from: 1_700_000_000 + 3600, to: 1_700_000_000 + 3610 } };
    const { summary } = await ask(uris, { filter });
    assert.equal(summary.totals.records, 10);
    assert.ok(summary.topSources.rows.every(({ line }) => line >= 3000));
  });

  it('tells how far all of them are, shows a part meanwhile, and can be stopped', async () => {
    const text = `${manyOf(0)}\n`.repeat(60);
    await midway(async times => {
      const names = Array.from({ length: 4 * times }, (_, i) => `long-${i}.log`);
      const uris = await Promise.all(names.map(name => write(name, text)));
      const told: SummaryProgress[] = [];
      const source = new CancellationTokenSource();
      const listener = server.connection.onNotification(SUMMARY_PROGRESS, progress => {
        told.push(progress as SummaryProgress);
        if ((progress as SummaryProgress).picture) source.cancel();
      });
      const ended = await ask(uris, {}, source.token).then(
        () => true,
        () => false,
      );
      listener.dispose();
      if (ended) return 'late';
      const whole = Buffer.byteLength(text) * uris.length;
      assert.ok(told.every(({ bytes, of }) => bytes <= of));
      assert.ok(told.some(({ of }) => of === whole));
      const early = told.find(({ picture }) => picture);
      assert.ok(early?.picture?.partial && early.picture.summary.totals.records > 0);
      assert.deepEqual(early.picture.logs[0], { uri: uris[0], firstLine: 0 });
      assert.deepEqual(early.uris, uris);
      assert.equal((await ask(uris)).summary.totals.records, 180_000 * uris.length);
      return true;
    });
  });
});
