import type { Code } from './code';
import { mixedActionInWindow } from './codes/mixedActionInWindow';
import { reachabilityCodes } from './codes/index';
import type { Seen } from './seen';
import { verdict, type Verdict } from './verdict';

/** The code of a conversation: the first that fits. */
export interface Classified extends Verdict {
  readonly code: Code;
}

export function classify(seen: Seen): Classified {
  for (const { code, fits } of reachabilityCodes) {
    const found = fits(seen);
    if (found) return { code, certainty: found.certainty, request: found.request };
  }
  // No pattern of actions is left over; should one be, this claims the least.
  return { code: mixedActionInWindow.code, ...verdict('undecided', 0) };
}
