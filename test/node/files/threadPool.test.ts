import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FinishTask, StretchTask } from '../../../server/src/node/files/messages';
import { ThreadPool } from '../../../server/src/node/files/threadPool';

/** A thread that answers after a while with its number. */
const SCRIPT = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ wait }) => {
  setTimeout(() => parentPort.postMessage({ kind: 'done', done: threadId }), wait);
});
`;

describe('The threads of a script', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(join(tmpdir(), 'threads-'))));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** A pool whose tasks give the number of the thread that did them. */
  function newPool(name: string) {
    const script = join(folder, name);
    writeFileSync(script, SCRIPT);
    const pool = ThreadPool.of(script);
    const stretch = (wait: number, pictures = false) =>
      pool.run({ kind: 'stretch', wait, pictures } as unknown as StretchTask, () => undefined);
    const finish = () => pool.run({ kind: 'finish', wait: 0 } as unknown as FinishTask);
    return { pool, stretch, finish };
  }

  it('finish where one has finished before, whichever became idle last', async () => {
    const { stretch, finish } = newPool('finish.mjs');
    const stretches = await Promise.all([stretch(0), stretch(100)]);
    const first = await finish();
    const threads: unknown[] = stretches;
    assert.ok(threads.includes(first));
    for (let round = 0; round < 3; round++) {
      // In turn the one and the other becomes idle last.
      const again: unknown[] = await Promise.all([stretch(0), stretch(100)]);
      assert.deepEqual([...again].sort(), [...threads].sort());
      assert.equal(await finish(), first);
    }
  });

  it('finish where one has made pictures', async () => {
    const { stretch, finish } = newPool('pictures.mjs');
    const [painter] = await Promise.all([stretch(0, true), stretch(100)]);
    assert.equal(await finish(), painter);
  });

  it('are those that were started for tasks to come', async () => {
    const { pool, stretch } = newPool('prepared.mjs');
    pool.prepare(2);
    pool.prepare(2);
    assert.ok(pool.hasIdle);
    const threads = await Promise.all([stretch(50), stretch(50)]);
    assert.ok(!pool.isUnused);
    const another: unknown = (await Promise.all([stretch(50), stretch(50), stretch(50)]))[2];
    const known = threads.map(Number);
    assert.deepEqual(
      known.map(one => one - Math.min(...known)).sort(),
      [0, 1],
      'one after the other',
    );
    assert.equal(another, Math.max(...known) + 1, 'and no others meanwhile');
  });
});
