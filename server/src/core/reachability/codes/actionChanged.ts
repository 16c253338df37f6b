import { clock } from '../clock';
import { verdict } from '../verdict';
import { conversationWord, flowText, lineText, passageText, rulesFor } from '../words';
import type { ReachabilityCode } from './reachabilityCode';

const WORDS = { ACCEPT: 'let through', REJECT: 'refused' } as const;

export const actionChanged: ReachabilityCode = {
  code: 'action-changed',
  title: 'A rule was changed',
  when: 'The request direction, established, goes from REJECT to ACCEPT or back between windows, whatever port the initiator has.',
  certainty: 'likely',
  rank: 3,
  fits: seen => {
    const { conversation, reading, isCcn } = seen;
    const { request, basis } = reading;
    if (isCcn || request === undefined || basis !== 'established') return undefined;
    const both = conversation.hasAccept(request) && conversation.hasReject(request);
    return both ? verdict('likely', request) : undefined;
  },
  tell: tale => {
    const { change, request } = tale;
    const [from, to] = [WORDS[change?.from ?? 'REJECT'], WORDS[change?.to ?? 'ACCEPT']];
    const between = change
      ? `between ${clock(change.lastOld)} (${lineText(change.lineOld)}) and ${clock(change.firstNew)} (${lineText(change.lineNew)})`
      : 'in this log';
    const until = change ? ` until ${clock(change.lastOld)}` : '';
    const since = change ? ` from ${clock(change.firstNew)} on` : ' later';
    const layer = tale.transit
      ? 'unknown'
      : tale.aclBound === false
        ? 'security-group'
        : 'security-group-or-network-acl';
    const where =
      layer === 'unknown'
        ? 'which layer has that rule is unknown here'
        : layer === 'security-group'
          ? 'a rule of the security group, since no network ACL is bound (setting)'
          : 'a rule of the security group or the network ACL';
    const changed = change?.again
      ? ''
      : `, which were ${to === 'refused' ? 'narrowed' : 'widened'}`;
    const what = `${passageText(request)}${flowText(tale)} at ${tale.at}`;
    return {
      layer,
      about: 'request',
      lookFor: 'like request',
      summary: change?.again
        ? `Undecided: ${what} was ${from} at ${clock(change.lastOld)} (${lineText(change.lineOld)}), ${to} at ${clock(change.firstNew)} (${lineText(change.lineNew)}) and ${from} again until ${clock(change.again.time)} (${lineText(change.again.line)}). A rule may have been changed and changed back (${where}), or the last of these are late packets.`
        : `Likely a rule was changed ${between}: ${what} was ${from}${until} and ${to}${since} (${where}).`,
      proves: `The same ${passageText(request)}request was ${from} at one time and ${to} at another.`,
      doesNotProve: `Which rule of which layer; and that nothing else differed between the ${conversationWord(tale)}s.`,
      assumptions: change?.again
        ? []
        : [
            `The refused packets are requests like the accepted ones, not late packets of an earlier ${conversationWord(tale)}.`,
          ],
      nextCheck: `Look in the audit log for changes${tale.point.kind === 'eni' ? ' of the security group, the network ACL and their bindings' : ''} in that time; then check the ${rulesFor(tale, request)}${changed}.`,
    };
  },
};
