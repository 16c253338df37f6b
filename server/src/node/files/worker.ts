import { parentPort } from 'node:worker_threads';
import { buffersOf } from '../../core/summary/partial';
import { finishSummary } from './finishSummary';
import { foldStretch } from './foldStretch';
import { freeBuffers } from './freeBuffers';
import { inTurn } from './handOver';
import type { Answer, Finished, FinishTask, Task } from './messages';
import { packSummary } from './packedSummary';
import { dropKernel, groundFor } from './threadKernel';

/** A thread does one task after another, and says how each ends. */
const port = parentPort;
port?.on('message', (task: Task) => {
  const say = (answer: Answer) => port.postMessage(answer);
  const work = () => {
    try {
      const done = task.kind === 'stretch' ? foldStretch(task, say) : finish(task);
      port.postMessage({ kind: 'done', done } satisfies Answer, buffersOf(done));
    } catch (error) {
      say({ kind: 'failed', message: (error as Error).message });
    }
  };
  inTurn(task, work, dropKernel);
});

function finish({ options, parts, details, facts, keepsParts }: FinishTask): Finished {
  const { summary, plan } = finishSummary(options, parts, details, facts, groundFor(options));
  const finished = { summary: packSummary(summary), plan };
  if (plan && keepsParts) return { ...finished, parts };
  freeBuffers(buffersOf([parts, details]));
  return finished;
}
