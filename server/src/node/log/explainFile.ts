import { Worker } from 'node:worker_threads';
import type { ExplainedFile, ExplainFileOptions } from '../../fileAccess';
import { Cancelled } from '../../slices';
import type { ExplainAnswer, ExplainTask } from './explainTask';

/** Explains a file in a thread of its own, which is ended when the caller has no more use for it. */
export function explainFile(
  script: string,
  path: string,
  { columns, latest, settings, most, onProgress, signal }: ExplainFileOptions,
): Promise<ExplainedFile> {
  return new Promise((resolve, reject) => {
    const task: ExplainTask = { path, columns, latest, settings, most };
    const worker = new Worker(script, { workerData: task });
    const stop = () => {
      reject(new Cancelled());
      void worker.terminate();
    };
    signal.addEventListener('abort', stop);
    worker.on('message', (answer: ExplainAnswer) => {
      if (answer.kind === 'progress') onProgress(answer.progress);
      else if (answer.kind === 'done') resolve(answer.explained);
      else reject(new Error(answer.message));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('The thread that explains the file ended before its work was done.'));
    });
    if (signal.aborted) stop();
  });
}
