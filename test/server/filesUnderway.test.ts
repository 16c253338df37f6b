import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import {
  SUMMARY_PROGRESS,
  SUMMARY_REQUEST,
  type SummaryProgress,
  type SummaryResult,
} from '../../server/src/core/summaryRequests';
import { foldFile } from '../../server/src/node/files/foldFile';
import { LanguageServer } from '../support/languageServer';
import { midway } from '../support/midway';

const RECORD =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 50000 443 6 20 4000 1700000000 1700000060 ACCEPT OK\n';
const BLOCK = RECORD.repeat(10_000);
const BLOCKS = 120;

describe('A file that changes while it is read', function () {
  this.timeout(120_000);
  let folder: string;
  let path: string;
  let server: LanguageServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flowlog-underway-'));
    path = join(folder, 'export.log');
    server = await LanguageServer.start();
  });

  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
    await rm(folder, { recursive: true });
  });

  /** Some 120 MB, or so many times as much; how many records that is. */
  async function write(times: number): Promise<number> {
    await writeFile(path, '');
    for (let time = 0; time < times; time++) await appendFile(path, BLOCK.repeat(BLOCKS));
    return 10_000 * BLOCKS * times;
  }

  const ask = (token = new CancellationTokenSource().token): Promise<SummaryResult> =>
    server.connection.sendRequest(
      SUMMARY_REQUEST,
      { uris: [pathToFileURL(path).href], top: 10, by: 'bytes' },
      token,
    );

  /** Writes a file, asks for its summary, and does something as soon as a part of it was read. */
  const askAnd = (disturb: () => Promise<void> | void, token?: CancellationTokenSource) =>
    midway(async times => {
      const records = await write(times);
      let disturbed: Promise<void> | undefined;
      const listener = server.connection.onNotification(
        SUMMARY_PROGRESS,
        () => void (disturbed ??= Promise.resolve(disturb())),
      );
      try {
        const { summary, notes } = await ask(token?.token);
        await disturbed;
        if (notes.length === 0) return 'late';
        return { read: summary.totals.records, records, notes: notes.join(' '), message: '' };
      } catch (error) {
        await disturbed;
        return { read: 0, records, notes: '', message: (error as Error).message };
      } finally {
        listener.dispose();
      }
    });

  it('gives a message with its name when it becomes shorter, and can be asked for again', async () => {
    const { message } = await askAnd(() => truncate(path, RECORD.length * 100));
    assert.match(
      message,
      /export\.log cannot be read: it became shorter while it was read; try again\./,
    );
    assert.equal((await ask()).summary.totals.records, 100);
  });

  it('is summarised as far as it went when it grows, and says so', async () => {
    const { read, records, notes } = await askAnd(() => appendFile(path, BLOCK));
    assert.equal(read, records);
    assert.match(notes, /grew while it was read; what came later is not in the result/);
    assert.equal((await ask()).summary.totals.records, records + 10_000);
  });

  it('is summarised to its end when it is removed, and says so', async () => {
    const { read, records, notes } = await askAnd(() => rm(path));
    assert.equal(read, records);
    assert.match(notes, /was removed while it was read/);
    await assert.rejects(ask(), /export\.log cannot be read: there is no such file\./);
  });

  it('is let go when it is cancelled, and can be asked for again', async () => {
    const source = new CancellationTokenSource();
    const { records, message } = await askAnd(() => source.cancel(), source);
    assert.match(message, /The request was cancelled/);
    assert.equal((await ask()).summary.totals.records, records);
  });

  it('sends pictures of what was read so far, each of more records', async () => {
    const records = await write(4);
    const pictures: number[] = [];
    const strips: number[] = [];
    const listener = server.connection.onNotification(
      SUMMARY_PROGRESS,
      ({ picture }: SummaryProgress) => {
        if (!picture) return;
        pictures.push(picture.summary.totals.records);
        strips.push(picture.summary.coverage.points.length);
      },
    );
    const { summary } = await ask();
    listener.dispose();
    assert.ok(summary.coverage.points.length > 0);
    assert.ok(
      strips.every(count => count === 0),
      'coverage comes once, with the last',
    );
    assert.ok(pictures.length > 0, 'no picture came');
    assert.ok(pictures[0]! > 0 && pictures[0]! < records, String(pictures[0]));
    assert.deepEqual(
      pictures,
      [...pictures].sort((a, b) => a - b),
    );
  });
});

describe('A thread that reads a file', function () {
  this.timeout(60_000);
  const real = join(__dirname, '..', '..', 'dist', 'worker.mjs');

  it('may end before its time: the work fails with the reason, and the next is done', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'flowlog-thread-'));
    const [path, script, died] = ['export.log', 'worker.cjs', 'died'].map(name =>
      join(folder, name),
    );
    await writeFile(path!, BLOCK.repeat(40));
    // Ends in the midst of its first task; threads that begin later are real ones.
    await writeFile(
      script!,
      `const { parentPort } = require('node:worker_threads');
       const { existsSync, writeFileSync } = require('node:fs');
       const died = ${JSON.stringify(died)};
       if (!existsSync(died)) parentPort.on('message', () => { writeFileSync(died, ''); process.exit(7); });
       else import(${JSON.stringify(pathToFileURL(real).href)});`,
    );
    const read = () =>
      foldFile(path!, {
        latest: 4e9,
        workerScript: script!,
        threads: 1,
        work: { faults: { rules: {} } },
      });
    await assert.rejects(
      read(),
      /a thread ended before its work was done \(exit code 7\); try again/,
    );
    assert.equal((await read()).records, 400_000);
    await rm(folder, { recursive: true });
  });
});
