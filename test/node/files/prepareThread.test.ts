import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { summaryOptions } from '../../../server/src/core/summary/options';
import { BLOCK_SIZE } from '../../../server/src/node/files/blocks';
import { foldFile } from '../../../server/src/node/files/foldFile';
import { prepareThread, untilPrepared } from '../../../server/src/node/files/prepareThread';
import { summariseFile } from '../../../server/src/node/files/summariseFile';
import { ThreadPool } from '../../../server/src/node/files/threadPool';

const worker = join(__dirname, '..', '..', '..', 'dist', 'worker.mjs');
const RECORD =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 50000 443 6 20 4000 1700000000 1700000060 ACCEPT OK\n';
const latest = 2_000_000_000;

/** A thread like any other that takes down what it is told to do. */
const script = (diary: string) => `
import { appendFileSync } from 'node:fs';
import { parentPort, threadId } from 'node:worker_threads';
import ${JSON.stringify(pathToFileURL(worker).href)};
parentPort.on('message', ({ kind }) =>
  appendFileSync(${JSON.stringify(diary)}, threadId + ' ' + kind + '\\n'));
`;

describe('A thread that is prepared for a summary', function () {
  this.timeout(60_000);
  let folder = '';
  let log = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'flowlog-prepare-'));
    log = join(folder, 'export.log');
    writeFileSync(log, RECORD.repeat(Math.ceil((2 * BLOCK_SIZE) / RECORD.length)));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Threads of their own, and what they were told so far. */
  function newThreads(name: string) {
    const diary = join(folder, `${name}.txt`);
    const workerScript = join(folder, `${name}.mjs`);
    writeFileSync(workerScript, script(diary));
    const lines = () => (existsSync(diary) ? readFileSync(diary, 'utf8').trim().split('\n') : []);
    // A thread takes a task down when it has done it, and has said so.
    const told = async (least: number) => {
      for (let tries = 0; tries < 200 && lines().length < least; tries++) await setTimeout(10);
      return lines();
    };
    const prepare = (path: string) =>
      prepareThread(path, summaryOptions({ top: 10 }), { workerScript, latest });
    const summarise = (path: string) =>
      summariseFile(path, summaryOptions({ top: 10 }), { workerScript, latest });
    return { prepare, told, summarise, pool: ThreadPool.of(workerScript) };
  }

  it('has made some summaries by then, and is the one that makes the next', async () => {
    const { prepare, told, pool, summarise } = newThreads('once');
    assert.ok(pool.isUnused);
    await prepare(log);
    assert.equal(pool.isUnused, false);
    const first = await told(6);
    const thread = first[0]?.split(' ')[0];
    const aSummary = [`${thread} stretch`, `${thread} finish`];
    assert.deepEqual(first, [...aSummary, ...aSummary, ...aSummary]);
    await prepare(log);
    assert.equal((await told(6)).length, 6);
    await summarise(log);
    assert.deepEqual((await told(8)).slice(6), aSummary);
  });

  it('makes but one where somebody waits for it', async () => {
    const { prepare, told } = newThreads('awaited');
    const prepared = prepare(log);
    await untilPrepared(new AbortController().signal);
    await prepared;
    assert.equal((await told(2)).length, 2);
  });

  it('is no accident where the file cannot be read', async () => {
    const { prepare, told } = newThreads('missing');
    await prepare(join(folder, 'missing.log'));
    assert.deepEqual(await told(0), []);
  });

  it('is not waited for by one who has stopped', async () => {
    const { prepare } = newThreads('stopped');
    const prepared = prepare(log);
    await assert.rejects(untilPrepared(AbortSignal.abort()), /stopped/);
    await prepared;
  });

  it('reads the beginning of the file and no more', async () => {
    const work = { faults: { rules: {} } };
    const { bytes, records, changed } = await foldFile(log, {
      ...{ work, latest, workerScript: worker, most: RECORD.length * 10 },
    });
    assert.deepEqual([bytes, records, changed], [RECORD.length * 10, 10, undefined]);
  });
});
