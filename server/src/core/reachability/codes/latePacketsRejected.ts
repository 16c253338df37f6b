import { otherWay, type Way } from '../../conversation/conversation';
import { WAYS, type Seen } from '../seen';
import { clock } from '../clock';
import type { Side, Tale, Words } from '../tale';
import { verdict } from '../verdict';
import { amount, conversationWord, lineText, pairText, rulesFor, sentence, were } from '../words';
import type { ReachabilityCode } from './reachabilityCode';

export const latePacketsRejected: ReachabilityCode = {
  code: 'late-packets-rejected',
  title: 'Late packets were refused',
  when: 'Both ways were accepted, then a packet of the same five-tuple was refused; or a reply was refused where no network ACL can have done it.',
  certainty: 'likely',
  rank: 9,
  fits: seen => {
    if (seen.isCcn || !seen.hasReject) return undefined;
    if (refusedAfterBoth(seen)) {
      const request = seen.requestOr(firstAccepted(seen));
      return verdict(answersAfresh(seen, request) ? 'undecided' : 'likely', request);
    }
    const { acceptedOfRefusal } = seen;
    if (acceptedOfRefusal === undefined || seen.isTransit) return undefined;
    const { aclExcluded } = seen;
    if (!aclExcluded) return undefined;
    return verdict(aclExcluded === 'none bound' ? 'likely' : 'undecided', acceptedOfRefusal);
  },
  tell: tale => {
    const bothAccepted = tale.request.accepted.records > 0 && tale.reply.accepted.records > 0;
    return !bothAccepted && tale.aclExcluded ? tellExcluded(tale) : tellLate(tale);
  },
};

/** A packet was refused after both ways had been accepted, here or in the window before. */
function refusedAfterBoth({ conversation, bounds }: Seen): boolean {
  const refusals = WAYS.filter(way => conversation.hasReject(way));
  const last = Math.max(...refusals.map(way => conversation.refused[way].lastStart));
  return WAYS.every(way => {
    if (conversation.acceptedBefore[way]) return true;
    if (!conversation.hasAccept(way)) return false;
    const { start, end } = conversation.accepted[way];
    return bounds ? end <= last : start < last;
  });
}

/**
 * A request was let through after the last answer that was, and what was refused may answer it: a
 * security group has then begun to track anew.
 */
function answersAfresh({ conversation }: Seen, request: Way): boolean {
  const reply = otherWay(request);
  const [asked, answered] = [conversation.accepted[request], conversation.accepted[reply]];
  const refused = conversation.refused[reply];
  if (asked.records === 0 || answered.records === 0 || refused.records === 0) return false;
  return asked.lastStart > answered.lastEnd && refused.lastStart >= asked.lastStart;
}

function firstAccepted({ conversation }: Seen): 0 | 1 {
  if (!conversation.hasAccept(0)) return conversation.hasAccept(1) ? 1 : 0;
  if (!conversation.hasAccept(1)) return 0;
  return conversation.accepted[1].start < conversation.accepted[0].start ? 1 : 0;
}

function tellLate(tale: Tale): Words {
  const { request, reply } = tale;
  const refused = request.refused.records > 0 ? request : reply;
  const sum = refused.refused;
  const word = conversationWord(tale);
  const afresh = tale.certainty === 'undecided';
  return {
    layer: 'unknown',
    about: refused === request ? 'request' : 'reply',
    lookFor: 'both',
    summary: `${afresh ? 'Undecided' : 'Likely late packets'}: both ways of ${pairText(tale)} were let through at ${tale.at}, then ${amount(tale, sum)} from ${refused.from} to ${refused.to} ${were(sum)} refused${since(refused)}. ${afresh ? `Packets from ${request.from} were let through again before that: these may answer them, and a rule of a network ACL may have been changed; or the ${word} had been closed.` : `The ${word} had been closed or was no longer tracked; usually noise.`}`,
    proves: `The ${word} worked in both directions, and later packets of the same five-tuple were refused.`,
    doesNotProve: `Why: packets that come after a close or a long silence are the usual reason; a rule that was changed meanwhile, of the security group or the network ACL, is another.`,
    assumptions: [],
    nextCheck: afresh
      ? `Look in the audit log for changes of the network ACL and the security group at that time, and check the ${rulesFor(tale, refused)}.`
      : `Nothing, if the application is content. If it hangs, compare how long it stays silent with the keepalive it sends; if it broke for good at that time, look for a rule that was changed.`,
  };
}

function since({ firstRefused }: Side): string {
  if (!firstRefused) return '';
  return ` from ${clock(firstRefused.start)} on (${lineText(firstRefused.line)})`;
}

/** Why a reply cannot have been refused by a network ACL. */
const EXCLUDED = {
  'none bound': 'no network ACL is bound here (setting)',
  stateful: 'network ACLs are stateful on this cloud, as security groups are',
  'same subnet': 'both addresses are in one subnet, where no network ACL works',
} as const;

function tellExcluded(tale: Tale): Words {
  const { request, reply, aclExcluded = 'stateful' } = tale;
  const why = EXCLUDED[aclExcluded];
  const who = aclExcluded === 'stateful' ? 'security group or a network ACL' : 'security group';
  const broken =
    aclExcluded === 'same subnet'
      ? ' What is usually assumed fails here: neither layer should refuse a reply.'
      : '';
  const refused = `${amount(tale, reply.refused)} from ${reply.from} to ${reply.to} (${tale.service}) ${were(reply.refused)} refused at ${tale.at} (${lineText(reply.line)}), and packets the other way let through (${lineText(request.line)})`;
  const cause = `tracking was lost or the ${conversationWord(tale)} closed`;
  return {
    layer: 'unknown',
    about: 'reply',
    lookFor: 'both',
    summary:
      tale.certainty === 'likely'
        ? `Likely ${cause}: ${refused}. It was not a network ACL: ${why}.`
        : `Undecided: ${refused}. A reply would pass: ${why}. So ${cause}, or the refused packets are new traffic that a ${who} refused.${broken}`,
    proves: `Packets from ${reply.from} to ${reply.to} were refused at ${tale.at}, and packets the other way were not.`,
    doesNotProve: `That the refused packets are replies: ${lineText(reply.line)} may be new traffic that a ${who} refused.`,
    assumptions: [`${sentence(why)}.`],
    nextCheck: `Check whether ${reply.from} began on its own, and whether the ${who} lets that through; and whether the ${conversationWord(tale)} had been silent or closed before.`,
  };
}
