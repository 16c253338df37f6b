import { parentPort } from 'node:worker_threads';
import { buffersOf } from '../../core/summary/partial';
import { finishSummary } from './finishSummary';
import { foldStretch } from './foldStretch';
import type { Answer, Task } from './messages';

/** A thread does one task after another, and says how each ends. */
const port = parentPort;
port?.on('message', (task: Task) => {
  const say = (answer: Answer) => port.postMessage(answer);
  try {
    const done =
      task.kind === 'stretch'
        ? foldStretch(task, say)
        : finishSummary(task.options, task.parts, task.details, task.facts);
    port.postMessage({ kind: 'done', done } satisfies Answer, buffersOf(done));
  } catch (error) {
    say({ kind: 'failed', message: (error as Error).message });
  }
});
