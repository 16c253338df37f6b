import type { Context } from '../context';
import type { ReachabilitySettings } from '../settings';
import type { Condition, RefusedReply } from './condition';

const TCP = 6;
const UDP = 17;

/** The reply starts after the request, and before the security group could have forgotten it. */
export const tracking: Condition = {
  name: 'P3',
  title: 'the reply came while the security group still remembered the request',
  undecides: (reply, { settings }) =>
    reply.replyStart > reply.requestLast + idleTimeout(reply, settings) ||
    // What came before cannot answer it, and nothing tells what it does answer.
    (!reply.bounds && reply.replyStart < reply.requestStart),
  fails: (reply, context) => {
    const { requestStart, replyStart } = reply;
    if (reply.bounds && !reply.handshake && !(reply.typed && reply.established)) {
      return 'start and end are those of the capture window, so the order inside it is unknown';
    }
    if (replyStart < requestStart) {
      return `the refused packets start ${requestStart - replyStart} s before the accepted ones`;
    }
    const most = idleTimeout(reply, context.settings);
    const fromEnd = reply.typed && !asksLocally(reply, context);
    const from = fromEnd ? reply.requestEnd : requestStart;
    if (replyStart <= from + most) return undefined;
    return `the refused packets start ${replyStart - from} s after the accepted ones ${fromEnd ? 'ended' : 'started'}, later than the ${most} s for which the security group certainly remembers them`;
  },
};

/**
 * The local side asked. A host answers pings at once, but a peer's answers may be under way longer
 * than the pause between two requests, so that they answer an earlier one.
 */
function asksLocally({ point, v6, initiator, responder }: RefusedReply, context: Context): boolean {
  return context.localOf(point, v6, initiator, responder) === 0;
}

/** Seconds for which a request is certainly remembered. */
export function idleTimeout(
  { protocol }: Pick<RefusedReply, 'protocol'>,
  { idleTimeouts }: ReachabilitySettings,
): number {
  if (protocol === TCP) return idleTimeouts.tcp;
  return protocol === UDP ? idleTimeouts.udp : idleTimeouts.icmp;
}
