import { otherWay, type Way } from '../../conversation/conversation';
import { clock } from '../clock';
import { findGap } from '../gap';
import type { Seen } from '../seen';
import type { Gap, Tale } from '../tale';
import { verdict } from '../verdict';
import { amount, flowText, lineText } from '../words';
import type { ReachabilityCode } from './reachabilityCode';

export const coverageGap: ReachabilityCode = {
  code: 'coverage-gap',
  title: 'Data is missing where the other side should be',
  when: 'One side is on record, and SKIPDATA or a missing window stands where the other should be.',
  certainty: 'undecided',
  rank: 7,
  fits: seen => {
    const { onlyWay } = seen;
    if (onlyWay === undefined || !hasGap(seen, onlyWay)) return undefined;
    return verdict('undecided', seen.requestOr(onlyWay));
  },
  tell: tale => {
    const [seen, missing] =
      tale.request.line >= 0 ? [tale.request, tale.reply] : [tale.reply, tale.request];
    const sum = seen.accepted.records > 0 ? seen.accepted : seen.refused;
    const done = seen.accepted.records > 0 ? letThrough(tale) : 'refused';
    return {
      layer: 'unknown',
      about: seen === tale.request ? 'request' : 'reply',
      lookFor: seen === tale.request ? 'reply' : 'request',
      summary: `Only one side of ${flowText(tale)} is on record at ${tale.at}: ${amount(tale, sum)} from ${seen.from}, ${done} (${lineText(seen.line)}). Where the ${missing.noun} should be, ${gapText(tale.gap)}.`,
      proves: tale.isEmpty
        ? 'Nothing: what is on record counts no packet.'
        : `The packets on record were ${done}. Nothing more.`,
      doesNotProve: `Whether there was a ${missing.noun}, and what happened to it: it may be among the records that are missing.`,
      assumptions: [],
      nextCheck: `Look for the ${missing.noun} in the log service; if it is not there either, the records of the peer's own interface may show it.`,
    };
  },
};

function letThrough({ point }: Tale): string {
  return point.kind === 'ccn' ? 'forwarded' : 'let through';
}

/** What is missing, as a clause. */
function gapText(gap: Gap | undefined): string {
  if (!gap) return 'data is missing';
  const between = `between ${clock(gap.from)} and ${clock(gap.to)}`;
  return gap.line === undefined
    ? `there is no record of this place that can be read in full ${between}`
    : `records were skipped ${between} (SKIPDATA, ${lineText(gap.line)})`;
}

/** Whether data is missing where the other side of a one-way conversation should be. */
function hasGap(seen: Seen, onlyWay: Way): boolean {
  const { conversation, context, isLoneReply } = seen;
  const back = otherWay(onlyWay);
  if (conversation.acceptedBefore[back] || conversation.refusedBefore[back]) return false;
  // What was refused gets no reply, unless it is one.
  if (!conversation.hasAccept(onlyWay) && !isLoneReply) return false;
  const { point, protocol, start, end } = conversation;
  return findGap({ point, protocol, start, end, isReply: isLoneReply }, context) !== undefined;
}
