import { availableParallelism } from 'node:os';
import type { GivenPieces, PieceReading } from '../../core/table/pieces';
import { ThreadPool } from '../files/threadPool';
import { growYoungSpaceAtOnce } from '../youngSpace';
import { PieceSlots } from './pieceSlots';
import { SharedPieces } from './sharedPieces';

/**
 * Has a thread read pieces of a text, if one that runs this script waits for a task and there is a
 * processor for it: what a new one could still read by the time it has started is not worth its start.
 */
export function helpReading(workerScript: string, reading: PieceReading): GivenPieces | undefined {
  // A text that is read in pieces is a large one, and may be edited.
  growYoungSpaceAtOnce();
  const pool = ThreadPool.of(workerScript);
  if (!pool.hasIdle || availableParallelism() < 2) return undefined;
  const slots = new PieceSlots();
  // A thread that ends in the middle of a piece leaves it unread, which the reader notices.
  pool.run({ kind: 'pieces', memory: slots.memory, reading }).catch(() => undefined);
  return new SharedPieces(slots);
}
