import { otherWay, type Conversation, type Way } from '../conversation/conversation';
import type { Lane } from '../conversation/lanes';
import { SIGN } from '../conversation/recordReader';

/**
 * Sizes of a handshake's packets, in bytes: headers of IPv4 and TCP with the options of a SYN (44 at
 * least, with a segment size; 60 as usual; 64 with all that is common), and no data.
 */
const LEAST_SYN = 44;
const MOST_SYN = 64;
/** An acknowledgement or reset has 40 or 52 bytes, so that one packet of these is surely a SYN. */
const SURELY_SYN = 56;
const LEAST_DATA = 100;

/** How much longer the header of IPv6 is. */
const V6_MORE = 20;

/** Whether packets surely have the size of SYNs, on average. */
export function haveSynSize({ packets, bytes }: Lane, v6: boolean): boolean {
  const size = bytes / packets - (v6 ? V6_MORE : 0);
  if (size < LEAST_SYN || size > MOST_SYN) return false;
  return packets >= 2 || size >= SURELY_SYN;
}

/**
 * Whether packets are too large, on average, for what ends a connection: an acknowledgement with all its
 * options has 80 bytes, and TLS takes leave in no more than 83.
 */
export function carryData({ packets, bytes }: Lane, v6: boolean): boolean {
  return packets > 1 && bytes / packets - (v6 ? V6_MORE : 0) > LEAST_DATA;
}

/** Whether both ways look like a handshake that was never finished: SYNs one way, answers the other. */
export function looksUnfinished(conversation: Conversation, request: Way): boolean {
  if (conversation.shows(request, SIGN.syn)) return true;
  const asked = conversation.accepted[request];
  const refused = conversation.refused[otherWay(request)];
  // Where flags are on record, a SYN would be among them.
  if (asked.signs & SIGN.flagged) return false;
  if (asked.packets === 0 || refused.packets === 0) return false;
  const { v6 } = conversation;
  const answer = refused.bytes / refused.packets - (v6 ? V6_MORE : 0);
  return answer <= MOST_SYN && haveSynSize(asked, v6);
}
