import type { Way } from '../conversation/conversation';
import { SIGN } from '../conversation/recordReader';
import { haveSynSize } from './handshakeSize';
import type { Seen } from './seen';

const TCP = 6;

/**
 * Why a story's records may be of no requests, or refused by no rule: the records give another reason,
 * at a gateway it may be a limit, or the platform itself blocks them. The first of them tells most.
 */
export const REQUEST_DOUBTS = [
  'no packets',
  'reason',
  'gateway',
  'platform',
  'flags',
  'size',
] as const;
export type RequestDoubt = (typeof REQUEST_DOUBTS)[number];

/** What speaks against a conversation's records of one way being of requests that rules decide. */
export function requestDoubt(seen: Seen, request: Way): RequestDoubt | undefined {
  const { conversation } = seen;
  const [yes, no] = [conversation.accepted[request], conversation.refused[request]];
  if (!seen.isCounted(...[yes, no].filter(lane => lane.records > 0))) return 'no packets';
  // What was let through is known by its answers; late packets are those that are refused.
  if (no.records === 0) return undefined;
  if (seen.context.facts.rejectReasons.at(no.line) !== undefined) return 'reason';
  if (seen.point.kind === 'nat' || seen.point.kind === 'dcg') return 'gateway';
  if (seen.platformSuspicion(request) !== undefined) return 'platform';
  if (conversation.protocol !== TCP) return undefined;
  if (no.signs & SIGN.flagged) return no.signs & SIGN.syn ? undefined : 'flags';
  const hasSizes = no.packets > 0 && no.bytes > 0;
  return hasSizes && !haveSynSize(no, conversation.v6) ? 'size' : undefined;
}
