import { idleTimeout } from './conditions/p3Tracking';
import type { Context } from './context';
import type { Gap } from './tale';

/** One side of a conversation, whose other side is looked for. */
export interface LoneSide {
  readonly point: number;
  readonly protocol: number;
  /** Unix seconds. */
  readonly start: number;
  readonly end: number;
  /** It looks like a reply, so that its request should stand before it. */
  readonly isReply: boolean;
}

/** What is missing where the other side of a conversation should be. */
export function findGap(side: LoneSide, context: Context): Gap | undefined {
  const { point, start, end, isReply } = side;
  const { lookBack, captureWindow } = context.facts;
  const wait = Math.min(lookBack, idleTimeout(side, context.settings));
  const from = isReply ? start - lookBack : start;
  const to = isReply ? start : end + wait;
  const { coverage } = context.pointFacts(point);
  const skipped = context.skippedIn(point, from, to);
  if (skipped) return { from: skipped.from, to: skipped.to, line: skipped.line };
  const missing = coverage.missingIn(from, to, captureWindow);
  return missing && { ...missing, line: undefined };
}
