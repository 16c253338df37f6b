import type { Condition } from './condition';

const TCP = 6;

/**
 * A reset that comes in after a long silence is refused because the security group has forgotten
 * the connection, and its records have the pattern of a refused reply. So where the local side asked
 * over TCP, a proof wants packets of the size of a handshake's that was never finished.
 */
export const unfinishedHandshake: Condition = {
  name: 'handshake',
  title: 'what was refused looks like the answer to a first packet',
  fails: (reply, context) => {
    const { point, v6, protocol, initiator, responder, unfinished } = reply;
    const asked = context.localOf(point, v6, initiator, responder) === 0;
    if (protocol !== TCP || !asked || unfinished) return undefined;
    return `the packets of line ${reply.requestLine + 1} and line ${reply.replyLine + 1} are not of the size of an unfinished handshake's, so they may be the end of a connection that the security group had forgotten`;
  },
};
