import { PieceReader } from '../../core/table/pieceReader';
import type { PieceReading } from '../../core/table/pieces';
import type { Kernel } from '../../core/scan/kernel';
import { SLOTS, STATE, type PieceSlots } from './pieceSlots';

/**
 * So long a thread waits for the next piece until it looks again, in milliseconds, and so often in a
 * row. It may fall asleep just as it is told that none comes.
 */
const LOOK_AFTER = 2;
const MOST_LOOKS = 500;

/** Reads pieces as they are given, until none comes any more; gives how many it has read. */
export function readPieces(
  shared: PieceSlots,
  reading: PieceReading,
  kernel: Kernel | undefined,
): number {
  const reader = new PieceReader(reading, kernel);
  let read = 0;
  for (; takes(shared, read % SLOTS); read++) {
    const slot = read % SLOTS;
    const place = shared.answerPlace(slot);
    shared.sizeAnswer(slot, reader.read(shared.bytesIn(slot), shared.isLast(slot), place));
    shared.put(slot, STATE.answered);
  }
  return read;
}

/** Takes the piece in a slot as soon as one is given; false when none comes. */
function takes(shared: PieceSlots, slot: number): boolean {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    if (shared.putFrom(slot, STATE.given, STATE.taken)) return true;
    if (shared.isClosed) return false;
    // Its last answer may still be there.
    const state = shared.stateOf(slot);
    if (state !== STATE.given) shared.awaitOther(slot, state, LOOK_AFTER);
  }
  return false;
}
