import { duration } from '../../explain/quantities';
import type { Tale } from '../tale';
import { verdict } from '../verdict';
import { amount, end, lineText, mayBeIt, pairText, sentence, times } from '../words';
import { tellEmptySide } from './emptyRecords';
import { tellReason } from './namedReason';
import type { ReachabilityCode } from './reachabilityCode';

export const replyWithoutRequest: ReachabilityCode = {
  code: 'reply-without-request',
  title: 'A reply without its request',
  when: 'Only what looks like a reply is on record.',
  certainty: 'undecided',
  rank: 10,
  fits: seen => {
    const { reading, isLoneReply } = seen;
    return isLoneReply && reading.request !== undefined
      ? verdict('undecided', reading.request)
      : undefined;
  },
  tell: tale => {
    const { request, reply, at } = tale;
    if (tale.isEmpty) {
      const what = `what looks like a reply, ${tale.service} from ${end(reply.from, reply.fromPort)} to ${end(reply.to, reply.toPort)}`;
      return tellEmptySide(tale, 'reply', what);
    }
    if (tale.namedReason !== undefined) return tellReason(tale, tale.namedReason);
    const ccn = tale.point.kind === 'ccn';
    const refused = reply.refused.records > 0 && reply.accepted.records === 0;
    const sum = refused ? reply.refused : reply.accepted;
    const done = refused ? 'refused' : ccn ? 'forwarded' : 'let through';
    const late = refused
      ? ` A late packet of a connection that was closed before is the usual reason${mayBeAcl(tale) ? '; a network ACL that refuses replies is another' : ''}.`
      : '';
    const { unreadLine } = tale;
    const unread = unreadLine === undefined ? '' : ` ${sentence(mayBeIt(unreadLine))}.`;
    return {
      layer: 'unknown',
      about: 'reply',
      lookFor: 'request',
      summary: `Only what looks like a reply is on record: ${tale.service} from ${end(reply.from, reply.fromPort)} to ${end(reply.to, reply.toPort)} was ${done} at ${at} (${amount(tale, sum)} ${times(tale)}, first in ${lineText(reply.line)}); ${tale.fromGroup ? `it was sent unasked, for ${request.from} is a group and asks nobody` : `no request from ${request.from} is, within ${duration(tale.pairingWindow)} before`}.${unread}${late}`,
      proves: `These packets were ${done}${ccn ? ' by the Cloud Connect Network' : ` at ${at}`}.`,
      doesNotProve: `That they answer anything. The request may be outside this file, its window or what the flow log collects, or have gone by another ${ccn ? 'way' : 'interface'}; or the packets are unasked for, such as backscatter of a forged source.`,
      assumptions: ['Which end is the service is inferred from ports, flags or types.'],
      nextCheck: `Look for the request of ${pairText(tale)} in the window before.`,
    };
  },
};

/** A network ACL that refuses replies is stateless, and bound where an interface is. */
function mayBeAcl({ point, aclExcluded }: Tale): boolean {
  return point.kind === 'eni' && aclExcluded === undefined;
}
