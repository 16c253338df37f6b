import { otherWay, type Way } from '../conversation/conversation';
import { idleTimeout } from './conditions/p3Tracking';
import { WAYS, type Seen } from './seen';

/**
 * What speaks against late packets of a closed or idle connection, where both ways were let through
 * and later packets refused. `one way`: not both were let through before. `no packets`: none is
 * counted of what was let through one way, or of all that was refused. `new connection`: a SYN is among them.
 * `again`: the same way was let through once more after them. `kept up`: packets were let through
 * while these were refused. `afresh`: the other way was let through again just before them.
 * `remembered`: the security group cannot have forgotten it yet, and the protocol has no close.
 * `divided`: what came before is of another conversation only because a setting pairs closer.
 */
export const LATE_DOUBTS = [
  'one way',
  'no packets',
  'new connection',
  'again',
  'kept up',
  'afresh',
  'remembered',
  'divided',
] as const;
export type LateDoubt = (typeof LATE_DOUBTS)[number];

/** ICMP, UDP and ICMPv6. */
const WITHOUT_CLOSE: ReadonlySet<number> = new Set([1, 17, 58]);

/** The first thing that speaks against late packets, if anything does. */
export function lateDoubt(seen: Seen): LateDoubt | undefined {
  const { conversation } = seen;
  if (!refusedAfterBoth(seen)) return 'one way';
  const refusals = WAYS.filter(way => conversation.hasReject(way));
  if (!areCounted(seen, refusals)) return 'no packets';
  if (conversation.refusesSyn) return 'new connection';
  if (refusals.some(way => isAcceptedAgain(seen, way))) return 'again';
  if (refusals.some(way => isKeptUp(seen, way))) return 'kept up';
  if (refusals.some(way => isAskedAfresh(seen, way))) return 'afresh';
  if (isRemembered(seen, refusals)) return 'remembered';
  return isDivided(seen) ? 'divided' : undefined;
}

/** A packet was refused after both ways had been accepted, here or in the window before. */
export function refusedAfterBoth({ conversation, bounds }: Seen): boolean {
  const refusals = WAYS.filter(way => conversation.hasReject(way));
  const last = Math.max(...refusals.map(way => conversation.refused[way].lastStart));
  return WAYS.every(way => {
    if (conversation.acceptedBefore[way]) return true;
    if (!conversation.hasAccept(way)) return false;
    const { start, end } = conversation.accepted[way];
    return bounds ? end <= last : start < last;
  });
}

function areCounted(seen: Seen, refusals: readonly Way[]): boolean {
  const { conversation } = seen;
  const accepted = WAYS.filter(way => conversation.hasAccept(way));
  return (
    refusals.some(way => seen.isCounted(conversation.refused[way])) &&
    accepted.every(way => seen.isCounted(conversation.accepted[way]))
  );
}

function isAcceptedAgain({ conversation }: Seen, way: Way): boolean {
  return (
    conversation.hasAccept(way) &&
    conversation.accepted[way].lastStart >= conversation.refused[way].lastEnd
  );
}

/** Within one window, whose times are its bounds, a connection may go on first and close then. */
function isKeptUp({ conversation, bounds }: Seen, way: Way): boolean {
  const refused = conversation.refused[way];
  return WAYS.some(other => {
    if (!conversation.hasAccept(other)) return false;
    const { lastStart, lastEnd } = conversation.accepted[other];
    return bounds ? lastStart >= refused.end : lastEnd > refused.start;
  });
}

/**
 * The other way was let through after the last of this way that was, and what was refused may answer
 * it: a security group has then begun to track anew.
 */
function isAskedAfresh({ conversation, bounds }: Seen, way: Way): boolean {
  const back = otherWay(way);
  if (!conversation.hasAccept(way) || !conversation.hasAccept(back)) return false;
  const asked = conversation.accepted[back];
  const answered = conversation.accepted[way].lastEnd;
  const isLater = bounds ? asked.lastStart >= answered : asked.lastStart > answered;
  return isLater && conversation.refused[way].lastStart >= asked.lastStart;
}

function isRemembered({ conversation, bounds, context }: Seen, refusals: readonly Way[]): boolean {
  if (bounds || !WITHOUT_CLOSE.has(conversation.protocol)) return false;
  const last = Math.max(
    ...WAYS.map(way => (conversation.hasAccept(way) ? conversation.accepted[way].lastEnd : 0)),
  );
  const first = Math.min(...refusals.map(way => conversation.refused[way].start));
  return first <= last + idleTimeout(conversation, context.settings);
}

/** When packets of the window before were let through is not known here, so that they may be newer. */
function isDivided({ conversation, context: { facts } }: Seen): boolean {
  return facts.window < facts.captureWindow && WAYS.some(way => !conversation.hasAccept(way));
}
