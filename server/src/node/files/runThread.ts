import { Worker } from 'node:worker_threads';
import type { Answer, StretchResult, Task } from './messages';

/** What a thread counts as it goes. */
export type Step = Extract<Answer, { kind: 'block' }>;

/** Runs a thread to its end; rejects when it failed or was ended by something else. */
export function runThread(
  script: string,
  task: Task,
  onStep: (step: Step) => void,
): Promise<StretchResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: task });
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'block') onStep(answer);
      else if (answer.kind === 'done') resolve(answer.done);
      else reject(new Error(answer.message));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('A thread that read the file ended before its work was done.'));
    });
  });
}
