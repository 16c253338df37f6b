import { otherWay, type Way } from '../conversation/conversation';
import { MODE, SIGN } from '../conversation/recordReader';
import { idleTimeout } from './conditions/p3Tracking';
import { carryData } from './handshakeSize';
import { WAYS, type Seen } from './seen';

/**
 * What speaks against late packets of a closed or idle connection, where both ways were let through
 * and later packets refused. `one way`: not both were let through before. `no packets`: none is
 * counted of what was let through one way, or of all that was refused. `new connection`: a SYN is among
 * them, or an ICMP message that asks. `before`: some were refused before any was let through. `again`: the same way was let through once more after them. `kept
 * up`: packets were let through while these were refused. `afresh`: the other way was let through again
 * just before them. `remembered`: the security group cannot have forgotten it yet, and the protocol has
 * no close. `untold`: nothing tells what asks from what answers. `in use`: the security group cannot have
 * forgotten it yet, and data was still sent. `divided`: what came before is of another
 * conversation only because a setting pairs closer.
 */
export const LATE_DOUBTS = [
  'one way',
  'no packets',
  'new connection',
  'before',
  'again',
  'kept up',
  'afresh',
  'remembered',
  'untold',
  'in use',
  'divided',
] as const;
export type LateDoubt = (typeof LATE_DOUBTS)[number];

const TCP = 6;
/** Seconds within which all arrives that was on its way. */
const AT_ONCE = 3;
/** ICMP, UDP and ICMPv6. */
const WITHOUT_CLOSE: ReadonlySet<number> = new Set([1, 17, 58]);

/** The first thing that speaks against late packets, if anything does. */
export function lateDoubt(seen: Seen): LateDoubt | undefined {
  const { conversation } = seen;
  if (!refusedAfterBoth(seen)) return 'one way';
  const refusals = WAYS.filter(way => conversation.hasReject(way));
  if (!areCounted(seen, refusals)) return 'no packets';
  if (conversation.refusesSyn || refusesAsking(seen)) return 'new connection';
  if (isRefusedFirst(seen, refusals)) return 'before';
  if (refusals.some(way => isAcceptedAgain(seen, way))) return 'again';
  if (refusals.some(way => isKeptUp(seen, way))) return 'kept up';
  if (refusals.some(way => isAskedAfresh(seen, way))) return 'afresh';
  if (isRemembered(seen, refusals)) return 'remembered';
  if (conversation.mode === MODE.addresses) return 'untold';
  if (isInUse(seen, refusals)) return 'in use';
  return isDivided(seen) ? 'divided' : undefined;
}

/** ICMP types say that refused messages ask, which is never late, whatever was let through before. */
function refusesAsking({ conversation }: Seen): boolean {
  const { mode } = conversation;
  return mode === MODE.icmp && conversation.hasReject(0) && !conversation.shows(0, SIGN.icmpUnsure);
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

function isRefusedFirst({ conversation }: Seen, refusals: readonly Way[]): boolean {
  if (WAYS.some(way => conversation.acceptedBefore[way])) return false;
  const accepted = WAYS.filter(way => conversation.hasAccept(way));
  const first = Math.min(...accepted.map(way => conversation.accepted[way].start));
  return refusals.some(way => conversation.refused[way].end < first);
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

function isRemembered(seen: Seen, refusals: readonly Way[]): boolean {
  if (seen.bounds || !WITHOUT_CLOSE.has(seen.conversation.protocol)) return false;
  return isSoon(seen, refusals);
}

/** What was refused began when what was let through cannot have been forgotten, wherever in their windows. */
function isSoon({ conversation, bounds, context }: Seen, refusals: readonly Way[]): boolean {
  const { accepted, refused } = conversation;
  const last = Math.max(
    ...WAYS.filter(way => conversation.hasAccept(way)).map(way =>
      bounds ? accepted[way].lastStart : accepted[way].lastEnd,
    ),
  );
  const first = Math.min(...refusals.map(way => (bounds ? refused[way].end : refused[way].start)));
  return first <= last + idleTimeout(conversation, context.settings);
}

/**
 * Data is sent again and again, and no close was let through. What was on its way when a connection was
 * reset comes at once.
 */
function isInUse(seen: Seen, refusals: readonly Way[]): boolean {
  const { conversation, bounds } = seen;
  const { protocol, v6 } = conversation;
  if (protocol !== TCP || !isSoon(seen, refusals)) return false;
  if (WAYS.some(way => conversation.accepted[way].signs & (SIGN.fin | SIGN.rst))) return false;
  return refusals.some(way => {
    const lane = conversation.refused[way];
    return carryData(lane, v6) && (bounds || lane.lastEnd - lane.start >= AT_ONCE);
  });
}

/** When packets of the window before were let through is not known here, so that they may be newer. */
function isDivided({ conversation, context: { facts } }: Seen): boolean {
  return facts.window < facts.captureWindow && WAYS.some(way => !conversation.hasAccept(way));
}
