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

const RECORD =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 50000 443 6 20 4000 1700000000 1700000060 ACCEPT OK\n';
const BLOCK = RECORD.repeat(10_000);
const BLOCKS = 120;
const RECORDS = 10_000 * BLOCKS;

describe('A file that changes while it is read', function () {
  this.timeout(120_000);
  let folder: string;
  let path: string;
  let server: LanguageServer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'flowlog-underway-'));
    server = await LanguageServer.start();
  });

  beforeEach(async () => {
    path = join(folder, 'export.log');
    await writeFile(path, BLOCK.repeat(BLOCKS));
  });

  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
    await rm(folder, { recursive: true });
  });

  const ask = (token = new CancellationTokenSource().token): Promise<SummaryResult> =>
    server.connection.sendRequest(
      SUMMARY_REQUEST,
      { uri: pathToFileURL(path).href, top: 10, by: 'bytes' },
      token,
    );

  /** Asks for the summary, and does something as soon as a part of the file has been read. */
  async function askAnd(disturb: () => Promise<void> | void, token?: CancellationTokenSource) {
    let disturbed: Promise<void> | undefined;
    let read: SummaryProgress | undefined;
    const listener = server.connection.onNotification(SUMMARY_PROGRESS, (told: SummaryProgress) => {
      read ??= told;
      disturbed ??= Promise.resolve(disturb());
    });
    try {
      return await ask(token?.token);
    } finally {
      listener.dispose();
      await disturbed;
      assert.ok(read && read.bytes < read.of, 'the file was read before it was disturbed');
    }
  }

  it('gives a message with its name when it becomes shorter, and can be asked for again', async () => {
    await assert.rejects(
      askAnd(() => truncate(path, RECORD.length * 100)),
      /export\.log cannot be read: it became shorter while it was read; try again\./,
    );
    assert.equal((await ask()).summary.totals.records, 100);
  });

  it('is summarised as far as it went when it grows, and says so', async () => {
    const { summary, notes } = await askAnd(() => appendFile(path, BLOCK));
    assert.equal(summary.totals.records, RECORDS);
    assert.match(notes.join(' '), /grew while it was read; what came later is not in the result/);
    assert.equal((await ask()).summary.totals.records, RECORDS + 10_000);
  });

  it('is summarised to its end when it is removed, and says so', async () => {
    const { summary, notes } = await askAnd(() => rm(path));
    assert.equal(summary.totals.records, RECORDS);
    assert.match(notes.join(' '), /was removed while it was read/);
    await assert.rejects(ask(), /export\.log cannot be read: there is no such file\./);
  });

  it('is let go when it is cancelled, and can be asked for again', async () => {
    const source = new CancellationTokenSource();
    await assert.rejects(askAnd(() => source.cancel(), source));
    assert.equal((await ask()).summary.totals.records, RECORDS);
  });

  it('sends pictures of what was read so far, each of more records', async () => {
    await writeFile(path, BLOCK.repeat(BLOCKS * 4));
    const pictures: number[] = [];
    const listener = server.connection.onNotification(
      SUMMARY_PROGRESS,
      ({ partial }: SummaryProgress) => {
        if (partial) pictures.push(partial.totals.records);
      },
    );
    await ask();
    listener.dispose();
    assert.ok(pictures.length > 0, 'no picture came');
    assert.ok(pictures[0]! > 0 && pictures[0]! < RECORDS * 4, String(pictures[0]));
    assert.deepEqual(
      pictures,
      [...pictures].sort((a, b) => a - b),
    );
  });
});

describe('A thread that reads a file', function () {
  this.timeout(60_000);
  const real = join(__dirname, '..', '..', 'dist', 'worker.js');

  it('may end before its time: the work fails with the reason, and the next is done', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'flowlog-thread-'));
    const [path, script, died] = ['export.log', 'worker.js', 'died'].map(name =>
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
       else require(${JSON.stringify(real)});`,
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
