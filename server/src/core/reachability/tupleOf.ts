import type { Conversation, Way } from '../conversation/conversation';
import { MODE } from '../conversation/recordReader';
import type { Code } from './code';
import type { Reading } from './reading';
import { TUPLE, type Tuples } from './tuples';

/** What a conversation's tuple depends on beside it. */
interface Judged {
  readonly code: Code;
  readonly request: Way;
  readonly basis: Reading['basis'];
  /** There may be so many tuples. */
  readonly limit: number;
}

/** The number of the tuple that a conversation's story has; -1 if there is no room for it. */
export function tupleOf(
  tuples: Tuples,
  conversation: Conversation,
  { code, request, basis, limit }: Judged,
): number {
  const { point, protocol, v6, mode, icmpGroup } = conversation;
  const unknown = basis === 'unknown';
  const typed = mode === MODE.icmp;
  // Where neither end is known to serve, neither port names the story.
  const nameless = unknown && conversation.isTwoWay && code !== 'reply-rejected-by-acl';
  const port = typed ? icmpGroup : nameless ? 0 : conversation.destinationPort(request);
  const meta =
    protocol |
    (v6 ? TUPLE.v6 : 0) |
    (unknown ? TUPLE.unknown : 0) |
    (mode === MODE.ports ? TUPLE.ported : 0) |
    (typed ? TUPLE.typed : 0);
  const [from, to] = [conversation.source(request), conversation.destination(request)];
  return tuples.numberOf(point, from, to, port, meta, limit);
}
