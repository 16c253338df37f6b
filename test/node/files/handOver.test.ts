import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { awaitOthers, inTurn } from '../../../server/src/node/files/handOver';
import type { Task } from '../../../server/src/node/files/messages';

const shared = (value: number) => new Int32Array(new SharedArrayBuffer(4)).fill(value);

/** A task of which another thread merges what comes out. */
function handingOver() {
  const task = { kind: 'stretch', merged: 'elsewhere', owing: shared(1), stop: shared(0) };
  return task as typeof task & Task;
}

/** What is done in a task, and how many threads are waited for by then. */
function stepsOf(task: ReturnType<typeof handingOver>): string[] {
  const steps: string[] = [];
  const step = (name: string) => () => steps.push(`${name}, owing ${task.owing[0]}`);
  inTurn(task, step('works'), step('forgets'));
  return steps;
}

describe('A thread that hands over', () => {
  it('is waited for until it has freed its memory, the first time', async () => {
    const task = handingOver();
    assert.deepEqual(stepsOf(task), ['works, owing 1', 'forgets, owing 1']);
    assert.equal(task.owing[0], 1);
    await nextTurn();
    await nextTurn();
    assert.equal(task.owing[0], 0);
  });

  it('keeps its memory afterwards, and is not waited for', async () => {
    const task = handingOver();
    assert.deepEqual(stepsOf(task), ['works, owing 0']);
    await nextTurn();
    await nextTurn();
    assert.equal(task.owing[0], 0);
  });
});

describe('A thread that merges', () => {
  it('waits until nobody owes anything', async () => {
    const owing = shared(2);
    const other = new Worker(
      `const { workerData: owing } = require('node:worker_threads');
       for (let turn = 0; turn < 2; turn++) {
         Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
         Atomics.sub(owing, 0, 1);
         Atomics.notify(owing, 0);
       }`,
      { eval: true, workerData: owing },
    );
    // A thread starts once this one has a moment.
    await new Promise(resolve => other.once('online', resolve));
    awaitOthers({ owing, stop: shared(0) });
    assert.equal(owing[0], 0);
    await other.terminate();
  });

  it('does not wait when it is to stop', () => {
    const owing = shared(1);
    awaitOthers({ owing, stop: shared(1) });
    assert.equal(owing[0], 1);
  });
});
