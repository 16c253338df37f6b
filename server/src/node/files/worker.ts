import { parentPort } from 'node:worker_threads';
import { buffersOf } from '../../core/summary/partial';
import { PieceSlots } from '../pieces/pieceSlots';
import { readPieces } from '../pieces/readPieces';
import { whyUnreadable } from '../whyUnreadable';
import { collectMuchGarbage } from './collectGarbage';
import { finishSummary } from './finishSummary';
import { foldStretch } from './foldStretch';
import { freeBuffers } from './freeBuffers';
import { inTurn } from './handOver';
import type {
  Answer,
  Finished,
  FinishTask,
  PiecesRead,
  Step,
  StretchResult,
  Task,
} from './messages';
import { packSummary } from './packedSummary';
import { dropKernel, groundFor, pieceKernel } from './threadKernel';

/** A thread does one task after another, and says how each ends. */
const port = parentPort;
port?.on('message', (task: Task) => {
  const say = (answer: Answer) => port.postMessage(answer);
  const work = () => {
    try {
      const done = doTask(task, say);
      port.postMessage({ kind: 'done', done } satisfies Answer, buffersOf(done));
    } catch (error) {
      say({ kind: 'failed', message: whyUnreadable(error) });
    }
  };
  inTurn(task, work, dropKernel);
  collectMuchGarbage();
});

function doTask(task: Task, say: (step: Step) => void): StretchResult | Finished | PiecesRead {
  switch (task.kind) {
    case 'stretch':
      return foldStretch(task, say);
    case 'finish':
      return finish(task);
    case 'pieces':
      return { pieces: readPieces(new PieceSlots(task.memory), task.reading, pieceKernel()) };
  }
}

function finish(task: FinishTask): Finished {
  const { options, parts, details } = task;
  const { summary, plan, part } = finishSummary(task, groundFor(options));
  const finished = { summary: packSummary(summary), plan, part };
  const kept = new Set(buffersOf(part));
  freeBuffers(buffersOf([parts, details]).filter(buffer => !kept.has(buffer)));
  return finished;
}
