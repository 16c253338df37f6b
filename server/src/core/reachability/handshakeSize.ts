import { otherWay, type Conversation, type Way } from '../conversation/conversation';
import { SIGN } from '../conversation/recordReader';

/**
 * Sizes of a handshake's packets, in bytes: headers of IPv4 and TCP with the options of a SYN (44 at
 * least, with a segment size; 60 as usual; 64 with all that is common), and no data.
 */
const LEAST_SYN = 44;
const MOST_SYN = 64;
/** An acknowledgement or reset has 40 or 52 bytes, so that one packet of these is surely a SYN. */
const SURELY_SYN = 56;

/** Whether both ways look like a handshake that was never finished: SYNs one way, answers the other. */
export function looksUnfinished(conversation: Conversation, request: Way): boolean {
  if (conversation.shows(request, SIGN.syn)) return true;
  const asked = conversation.accepted[request];
  const refused = conversation.refused[otherWay(request)];
  if (asked.packets === 0 || refused.packets === 0) return false;
  const size = asked.bytes / asked.packets;
  if (refused.bytes / refused.packets > MOST_SYN || size < LEAST_SYN || size > MOST_SYN)
    return false;
  return asked.packets >= 2 || size >= SURELY_SYN;
}
