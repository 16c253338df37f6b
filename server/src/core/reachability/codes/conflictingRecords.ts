import { WAYS } from '../seen';
import { verdict } from '../verdict';
import { amount, lineText, pairText, suspects } from '../words';
import { NOTHING } from './emptyRecords';
import { tellReason } from './namedReason';
import type { ReachabilityCode } from './reachabilityCode';

export const conflictingRecords: ReachabilityCode = {
  code: 'conflicting-records',
  title: 'The records contradict each other',
  when: 'The request was only refused, yet there is a reply.',
  certainty: 'undecided',
  rank: 5,
  fits: seen => {
    const { conversation, isCcn } = seen;
    if (isCcn || !seen.hasReject || !conversation.isTwoWay) return undefined;
    const refused = WAYS.find(way => seen.isRefusedRequest(way));
    if (refused !== undefined) return verdict('undecided', refused);
    const accepted = WAYS.some(way => conversation.hasAccept(way));
    return accepted ? undefined : verdict('undecided', seen.requestOr(0));
  },
  tell: tale => {
    if (tale.namedReason !== undefined) return tellReason(tale, tale.namedReason);
    const { request, reply } = tale;
    const replied = reply.accepted.records > 0;
    return {
      layer: 'unknown',
      about: 'request',
      lookFor: 'both',
      summary: replied
        ? `Undecided: the request of ${pairText(tale)} was only refused at ${tale.at} (${amount(tale, request.refused)}, ${lineText(request.line)}), yet packets from ${reply.from} were let through (${lineText(reply.line)}), as if they answered it.`
        : `Undecided: both ways of ${pairText(tale)} were refused at ${tale.at} (${lineText(request.line)} and ${lineText(reply.line)}). What is refused gets no reply, so each end may have begun on its own.`,
      proves:
        tale.countsPackets && request.refused.packets === 0
          ? NOTHING
          : `Packets from ${request.from} to ${request.to} were refused at ${tale.at}.`,
      doesNotProve: replied
        ? `That one answers the other: ${lineText(reply.line)} may belong to a conversation that ${reply.from} began, or to one before this log.`
        : `Which end began, and ${tale.point.kind === 'eni' ? `which of ${suspects(tale)}` : 'what'} refused either of them.`,
      assumptions: [],
      nextCheck: `Look for earlier records of the same five-tuple, and for a load balancer or an address translation that makes two conversations look like one.`,
    };
  },
};
