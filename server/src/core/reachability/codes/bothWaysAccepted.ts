import type { Tale, Words } from '../tale';
import { verdict } from '../verdict';
import { amount, lineText, pairText, times } from '../words';
import type { ReachabilityCode } from './reachabilityCode';

export const bothWaysAccepted: ReachabilityCode = {
  code: 'both-ways-accepted',
  title: 'Both ways were accepted',
  when: 'Both ways have ACCEPT and no REJECT.',
  certainty: 'proved',
  rank: 11,
  fits: seen => {
    if (seen.hasReject || !seen.conversation.isTwoWay) return undefined;
    const { accepted } = seen.conversation;
    if (!seen.isCounted(...accepted)) return verdict('undecided', seen.requestOr(0));
    return verdict(seen.isCcn || !seen.isTransit ? 'proved' : 'likely', seen.requestOr(0));
  },
  tell: tale => {
    const { request, reply, at } = tale;
    if (tale.certainty === 'undecided') return tellEmpty(tale);
    const counts = `${amount(tale, request.accepted)} from ${request.from}, ${amount({ conversations: 1 }, reply.accepted)} from ${reply.from}, ${times(tale)} (first in ${lineText(Math.min(request.line, reply.line))})`;
    if (tale.point.kind === 'ccn') {
      return {
        layer: 'none',
        about: 'none',
        lookFor: 'none',
        summary: `Both ways of ${pairText(tale)} were forwarded between the regions by ${at}: ${counts}.`,
        proves: 'The Cloud Connect Network forwarded what these records count, in both directions.',
        doesNotProve:
          'Anything about either end: whether the packets arrived and what the application answered.',
        assumptions: [],
        nextCheck:
          'If the application fails all the same, look at the records of the interfaces at both ends, then at the application itself.',
      };
    }
    const nobody = tale.transit
      ? 'nothing stopped them there'
      : 'neither the security group nor the network ACL of this interface stopped them';
    return {
      layer: tale.transit ? 'unknown' : 'none',
      about: 'none',
      lookFor: 'none',
      summary: `Both ways of ${pairText(tale)} were let through at ${at}: ${counts}. ${nobody.charAt(0).toUpperCase()}${nobody.slice(1)}.`,
      proves: tale.transit
        ? `What these records count was let through at this place. It is ${tale.point.kind === 'unknown' ? 'not known to be the' : 'no'} interface of one end, so nothing is proved beyond that.`
        : 'Neither the security group nor the network ACL of this interface stopped what these records count.',
      doesNotProve:
        'Anything about the other end, the firewall of the host or the application; nor that a rule was consulted at all.',
      assumptions:
        tale.onlyAction === 'ACCEPT'
          ? [
              'This flow log may collect accepted traffic only: packets that were refused would not show.',
            ]
          : [],
      nextCheck:
        'If the application fails all the same, look beyond this interface: the other end, the firewall of the host, the application.',
    };
  },
};

/** One way is on record without a packet. */
function tellEmpty(tale: Tale): Words {
  const { request, reply, at } = tale;
  const empty = [request, reply].find(({ accepted }) => accepted.packets === 0);
  const packets = empty ? `packets from ${empty.from}` : 'packets of one way';
  return {
    layer: 'unknown',
    about: 'none',
    lookFor: 'both',
    summary: `Undecided: both ways of ${pairText(tale)} are ACCEPT at ${at} (first in ${lineText(Math.min(request.line, reply.line))}), but the records of ${packets} count none.`,
    proves: `Nothing about ${packets}: a record that counts none does not tell what would happen to one.`,
    doesNotProve: `That ${packets} were let through, and anything about the other end or the application.`,
    assumptions: [],
    nextCheck: `Look for records of the same time that count ${packets}.`,
  };
}
