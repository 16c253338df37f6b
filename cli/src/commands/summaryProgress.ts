import type { WriteStream } from 'node:tty';
import { grouped, inBinaryUnit } from '../../../server/src/core/explain/quantities';

/** How far the reading is. */
export interface Reached {
  readonly bytes: number;
  /** All bytes there are; 0 while that is not known. */
  readonly of: number;
  readonly records: number;
}

/** Shows how far the reading is, on a terminal; anywhere else it does nothing. */
export interface Progress {
  readonly show: (reached: Reached) => void;
  readonly clear: () => void;
}

/** Milliseconds between two changes of the line. */
const PAUSE = 100;
/** Goes to the line's beginning and empties it (ECMA-48, CR and EL). */
const CLEAR = '\r\u001b[K';

export function newProgress(stream: Pick<WriteStream, 'isTTY' | 'write'>): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  let next = 0;
  let shown = false;
  return {
    show: reached => {
      const now = Date.now();
      if (now < next) return;
      next = now + PAUSE;
      shown = true;
      stream.write(`${CLEAR}${progressText(reached)}`);
    },
    clear: () => {
      if (shown) stream.write(CLEAR);
    },
  };
}

function progressText({ bytes, of, records }: Reached): string {
  const share = of > 0 ? `${Math.floor((bytes / of) * 100)} %, ` : '';
  const whole = of > 0 ? ` of ${inBinaryUnit(of)}` : '';
  return `${share}${inBinaryUnit(bytes)}${whole}, ${grouped(records)} records`;
}
