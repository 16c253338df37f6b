import { otherWay, type Conversation, type Way } from '../conversation/conversation';
import { SIGN } from '../conversation/recordReader';

/** What TCP flags can say against a request to which all answers were refused. */
export const FLAG_DENIALS = ['request closes', 'reply closes', 'no answer'] as const;
export type FlagDenial = (typeof FLAG_DENIALS)[number];

/**
 * What the flags say against it, if anything: who never heard an answer neither ends a connection nor
 * resets it, and the first answer to a SYN is a SYN-ACK or a reset (RFC 9293, 3.5 and 3.10.7).
 */
export function flagDenial(conversation: Conversation, request: Way): FlagDenial | undefined {
  const reply = otherWay(request);
  const shows = (way: Way, ...signs: readonly number[]) =>
    signs.some(sign => conversation.shows(way, sign));
  if (shows(request, SIGN.fin, SIGN.rst)) return 'request closes';
  if (shows(reply, SIGN.fin)) return 'reply closes';
  const answers = !shows(reply, SIGN.flagged) || shows(reply, SIGN.synAck, SIGN.rst);
  return shows(request, SIGN.syn) && !answers ? 'no answer' : undefined;
}
