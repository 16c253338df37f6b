import { protocolWord } from '../../explain/transport';
import type { Context } from '../context';
import type { Condition, RefusedReply } from './condition';

const TCP = 6;
const UDP = 17;
const ICMP = 1;
const ICMPV6 = 58;

/**
 * Who asked is established, or the accepted way of the same five-tuple starts at least a second
 * before the refused one: the security group was tracking it, whoever opened it.
 */
export const direction: Condition = {
  name: 'P2',
  title: 'the accepted packets are known to come first',
  fails: (reply, context) => {
    const line = `line ${reply.replyLine + 1}`;
    if (reply.refusedSyn) {
      return `a SYN is among the refused packets, so ${line} may be a new connection that the security group refused`;
    }
    if (reply.established || tracked(reply)) return undefined;
    if (reply.typed) {
      return `the identifier or the order of type and code leaves open whether line ${reply.requestLine + 1} is what ${line} answers`;
    }
    if (reply.protocol === ICMP || reply.protocol === ICMPV6) {
      return `${noType(reply, context)}, so ${line} may be a new ping that the security group refused`;
    }
    if (!reply.ported) {
      return `${protocolWord(reply.protocol)} has no ports here, so ${line} may be traffic of its own that the security group refused`;
    }
    return `neither flags nor ports tell who began, and ${order(reply)}, so ${line} may be a new flow that the security group refused`;
  },
};

/** AWS writes 0 for every message; what other clouds write is in no document. */
function noType({ point, asksByType }: RefusedReply, context: Context): string {
  if (asksByType) return 'the refused packets carry no ICMP type';
  return context.point(point).packsIcmp || context.clouds(point).has('aws')
    ? 'these records carry no ICMP type'
    : 'no document says where these records carry an ICMP type';
}

function tracked({ protocol, ported, bounds, requestStart, replyStart }: RefusedReply): boolean {
  return (
    ported && (protocol === TCP || protocol === UDP) && !bounds && replyStart - requestStart >= 1
  );
}

function order({ bounds, requestStart, replyStart, protocol }: RefusedReply): string {
  if (protocol !== TCP && protocol !== UDP) return 'the protocol is neither TCP nor UDP';
  if (bounds) return 'the times are those of the capture window';
  return replyStart < requestStart
    ? 'the refused packets start first'
    : 'both ways start in the same second';
}
