import { otherWay } from '../../conversation/conversation';
import { WAYS, type Seen } from '../seen';
import { verdict } from '../verdict';
import { amount, lineText, pairText, sentence, times } from '../words';
import { NOTHING } from './emptyRecords';
import { tellReason } from './namedReason';
import type { ReachabilityCode } from './reachabilityCode';

export const mixedActionInWindow: ReachabilityCode = {
  code: 'mixed-action-in-window',
  title: 'One flow was both accepted and refused',
  when: 'One flow has ACCEPT and REJECT in windows that overlap.',
  certainty: 'undecided',
  rank: 4,
  fits: seen => {
    const { conversation, isCcn } = seen;
    if (isCcn || !seen.hasReject) return undefined;
    const mixed = WAYS.find(way => conversation.isMixed(way)) ?? turnedWay(seen);
    return mixed === undefined ? undefined : verdict('undecided', seen.requestOr(mixed));
  },
  tell: tale => {
    if (tale.namedReason !== undefined) return tellReason(tale, tale.namedReason);
    const both = [tale.request, tale.reply].filter(
      ({ accepted, refused }) => accepted.records > 0 && refused.records > 0,
    );
    const [side = tale.request] = both;
    const isUncounted =
      tale.countsPackets && Math.min(side.accepted.packets, side.refused.packets) === 0;
    const gateway = tale.point.kind !== 'eni';
    const isSure = tale.localBasis !== 'many-named' && tale.point.kind !== 'unknown';
    const forwarding = tale.transit
      ? ` ${tale.point.id === '' ? sentence(tale.at) : tale.at} ${isSure ? 'passes' : 'may pass'} on traffic of others, so the same packets may have been let in and refused on the way out.`
      : '';
    return {
      layer: 'unknown',
      about: side === tale.request ? 'request' : 'reply',
      lookFor: 'both',
      summary: `Undecided: at ${tale.at} packets of one flow, ${tale.service} from ${side.from} to ${side.to}, were both let through (${amount(tale, side.accepted)}) and refused (${amount(tale, side.refused)}) ${times(tale)} (first in ${lineText(side.line)}). A rule was changed meanwhile, or ${gateway ? 'the flow was no longer tracked' : 'the security group stopped tracking the flow'}.${forwarding}`,
      proves: isUncounted
        ? NOTHING
        : `Within about one capture window this flow was let through and refused at ${tale.at}.`,
      doesNotProve: `Which came first, and ${gateway ? 'what' : 'which of security group, network ACL and connection tracking'} made the difference.`,
      assumptions: [],
      nextCheck: `Look at the windows before and after: if ${pairText(tale)} goes on with one action only, a rule was changed at that time; if both come back again and again, look for silences longer than the tracking lasts.`,
    };
  },
};

/** A way that has both actions in windows that do not overlap, which no later code explains. */
function turnedWay(seen: Seen): 0 | 1 | undefined {
  const { conversation, reading, acceptedOfRefusal } = seen;
  return WAYS.find(way => {
    if (!conversation.hasAccept(way) || !conversation.hasReject(way)) return false;
    if (reading.basis === 'established' && reading.request === way) return false;
    return acceptedOfRefusal !== otherWay(way);
  });
}
