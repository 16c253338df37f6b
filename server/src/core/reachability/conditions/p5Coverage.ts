import { clock } from '../clock';
import type { Condition } from './condition';

/** The interface's records reach back a window, and nothing is missing from then on. */
export const coverage: Condition = {
  name: 'P5',
  title: "the interface's records reach back a window without a gap",
  fails: (reply, context) => {
    const { captureWindow: window } = context.facts;
    const { first, coverage: covered } = context.pointFacts(reply.point);
    const from = reply.typed ? reply.requestStart : reply.requestStart - window;
    if (!reply.typed && first > from) {
      return `the records of this interface begin at ${clock(first)}, less than a window (${window} s) before the request, so an earlier connection cannot be excluded`;
    }
    const skipped = context.skippedIn(reply.point, from, reply.end);
    if (skipped) {
      return `records were skipped between ${clock(skipped.from)} and ${clock(skipped.to)} (SKIPDATA, line ${skipped.line + 1})`;
    }
    const silence = covered.silenceIn(from, reply.end, window);
    if (silence) {
      return `this interface has no record that can be read in full between ${clock(silence.from)} and ${clock(silence.to)}: a window may be missing`;
    }
    return undefined;
  },
};
