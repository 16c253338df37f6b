import { otherWay, type Way } from '../../conversation/conversation';
import { clock } from '../clock';
import { lateDoubt, refusedAfterBoth } from '../lateDoubt';
import { reasonIn } from '../namedReason';
import { EVIDENCE } from '../reading';
import { WAYS, type Seen } from '../seen';
import type { Side, Tale, Words } from '../tale';
import { verdict } from '../verdict';
import { amount, conversationWord, lineText, ofLayers, pairText, rulesFor, were } from '../words';
import { doubtText, tellEmpty } from './lateDoubted';
import { tellExcluded } from './lateExcluded';
import { tellReason } from './namedReason';
import type { ReachabilityCode } from './reachabilityCode';

export const latePacketsRejected: ReachabilityCode = {
  code: 'late-packets-rejected',
  title: 'Late packets were refused',
  when: 'Both ways were accepted, then a packet of the same five-tuple was refused; or a reply was refused where no network ACL can have done it.',
  certainty: 'likely',
  rank: 9,
  fits: seen => {
    if (seen.isCcn || !seen.hasReject || isRefusedOnTheWayOut(seen)) return undefined;
    if (refusedAfterBoth(seen)) {
      const request = seen.requestOr(firstAccepted(seen));
      const isOpen = lateDoubt(seen) ?? reasonIn(seen, request);
      return verdict(isOpen === undefined ? 'likely' : 'undecided', request);
    }
    const { acceptedOfRefusal } = seen;
    if (acceptedOfRefusal === undefined || seen.isTransit) return undefined;
    const { aclExcluded } = seen;
    if (!aclExcluded) return undefined;
    const isLikely =
      aclExcluded === 'none bound' &&
      isReadAsRequest(seen, acceptedOfRefusal) &&
      reasonIn(seen, acceptedOfRefusal) === undefined &&
      seen.isCounted(seen.conversation.refused[otherWay(acceptedOfRefusal)]);
    return verdict(isLikely ? 'likely' : 'undecided', acceptedOfRefusal);
  },
  tell: tale => {
    if (tale.namedReason !== undefined) return tellReason(tale, tale.namedReason);
    return tale.lateDoubt === 'one way' ? tellExcluded(tale) : tellLate(tale);
  },
};

/** More than an earlier start makes a way the request. */
function isReadAsRequest({ reading: { request, evidence } }: Seen, way: Way): boolean {
  return request === way && (evidence[way] & ~EVIDENCE.earlier) !== 0;
}

/** What passes on traffic of others may let the same packets in and refuse them on the way out. */
function isRefusedOnTheWayOut({ conversation, isTransit }: Seen): boolean {
  return WAYS.some(way => conversation.isMixed(way)) && isTransit;
}

function firstAccepted({ conversation }: Seen): 0 | 1 {
  if (!conversation.hasAccept(0)) return conversation.hasAccept(1) ? 1 : 0;
  if (!conversation.hasAccept(1)) return 0;
  return conversation.accepted[1].start < conversation.accepted[0].start ? 1 : 0;
}

function tellLate(tale: Tale): Words {
  const { request } = tale;
  const refusals = refusedSides(tale);
  const [refused] = refusals;
  const word = conversationWord(tale);
  const doubted = tale.certainty === 'undecided';
  if (doubted && tale.lateDoubt === 'no packets') return tellEmpty(tale, refused);
  const wasBefore = tale.lateDoubt === 'before';
  const worked = `both ways of ${pairText(tale)} were let through at ${tale.at}`;
  const what = refusals.map(side => refusalText(tale, side)).join(', and ');
  const why = doubted
    ? doubtText(tale, refusals)
    : `The ${word} had been closed or was no longer tracked; usually noise.`;
  return {
    layer: 'unknown',
    about: refusals.length > 1 ? 'none' : refused === request ? 'request' : 'reply',
    lookFor: 'both',
    summary: `${doubted ? 'Undecided' : 'Likely late packets'}: ${worked}, ${wasBefore ? 'and' : 'then'} ${what}. ${why}`,
    proves: `The ${word} worked in both directions, and ${wasBefore ? 'earlier and ' : ''}later packets of the same five-tuple were refused.`,
    doesNotProve: doubted
      ? `Why: whether the ${word} had ended or a rule${ofLayers(tale, ' ')} was changed.`
      : `Why: packets that come after a close or a long silence are the usual reason; a rule that was changed meanwhile${ofLayers(tale, ', ', ',')} is another.`,
    assumptions: [],
    nextCheck: doubted
      ? `Look in the audit log for changes${ofLayers(tale, ' ')} at that time, and check the ${refusals.map(side => rulesFor(tale, side)).join(' and the ')}.`
      : `Nothing, if the application is content. If it hangs, compare how long it stays silent with the keepalive it sends; if it broke for good at that time, look for a rule that was changed.`,
  };
}

/** The sides of which packets were refused. */
function refusedSides({ request, reply }: Tale): [Side, ...Side[]] {
  if (request.refused.records === 0) return [reply];
  return reply.refused.records === 0 ? [request] : [request, reply];
}

/** What was refused of one way, and from when on. */
function refusalText(tale: Tale, { from, to, refused, firstRefused }: Side): string {
  const what = `${amount(tale, refused)} from ${from} to ${to} ${were(refused)} refused`;
  if (!firstRefused) return what;
  const [since, line] = [clock(firstRefused.start), lineText(firstRefused.line)];
  return tale.lateDoubt === 'again' || tale.lateDoubt === 'before'
    ? `${what}, first at ${since} (${line})`
    : `${what} from ${since} on (${line})`;
}
