import { otherWay, type Way } from '../conversation/conversation';
import { reasonText } from '../explain/rejectReason';
import type { Context } from './context';
import type { Seen } from './seen';
import { lineText } from './words';

/** That a refused record gives a reason of its own, as a clause; undefined if it gives none. */
export function namedReason({ facts }: Context, line: number): string | undefined {
  const reason = facts.rejectReasons.at(line);
  return reason === undefined
    ? undefined
    : `${lineText(line)} gives the reason (reject-reason): ${reasonText(reason)}`;
}

/** The reason that a conversation's refused records give, the request's before its reply's. */
export function reasonIn({ conversation, context }: Seen, request: Way): string | undefined {
  if (context.facts.rejectReasons.isEmpty) return undefined;
  const ways = [request, otherWay(request)].filter(way => conversation.hasReject(way));
  return context.facts.rejectReasons.among(ways.map(way => conversation.refused[way].line));
}
