import { clock } from '../clock';
import type { Layer } from '../code';
import type { Change, Tale } from '../tale';
import { verdict } from '../verdict';
import {
  conversationWord,
  flowText,
  hasNoAcl,
  lineText,
  passageText,
  rulesFor,
  sentence,
} from '../words';
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
    const isOpen = tale.certainty === 'undecided';
    const isEmpty = change?.doubt === 'no packets';
    const isNamed = change?.doubt === 'reason';
    const isPlatform = change?.doubt === 'platform';
    const changed = change?.to === 'REJECT' ? 'narrowed' : 'widened';
    const [from, to] = [WORDS[change?.from ?? 'REJECT'], WORDS[change?.to ?? 'ACCEPT']];
    return {
      layer: isEmpty || isNamed || isPlatform ? 'unknown' : layerOf(tale),
      about: 'request',
      lookFor: 'like request',
      summary: change ? summaryOf(tale, change) : '',
      proves: isEmpty
        ? 'Nothing: a record that counts no packet does not tell that one was refused or let through.'
        : `${sentence(`${passageText(request)}packets`)} of ${flowText(tale)} were ${from} at one time and ${to} at another.`,
      doesNotProve: isOpen
        ? `That a rule was changed${isNamed ? '' : ', and which one of which layer'}.`
        : `Which rule of which layer; and that nothing else differed between the ${conversationWord(tale)}s.`,
      assumptions: isOpen
        ? []
        : [
            `The refused packets are requests like the accepted ones, not late packets of an earlier ${conversationWord(tale)}.`,
          ],
      nextCheck: isNamed
        ? 'Look in the audit log for changes of the settings behind that reason in that time.'
        : `Look in the audit log for changes${tale.point.kind === 'eni' ? ` of the security group${hasNoAcl(tale) ? ' and its' : ', the network ACL and their'} bindings` : ''} in that time${isPlatform ? ', and for a block of the platform that was lifted or set (for outbound TCP 25 it is lifted on request)' : ''}; then check the ${rulesFor(tale, request)}${isOpen ? '' : `, which were ${changed}`}.`,
    };
  },
};

function layerOf(tale: Tale): Layer {
  if (tale.transit) return 'unknown';
  return hasNoAcl(tale) ? 'security-group' : 'security-group-or-network-acl';
}

function whereOf(tale: Tale): string {
  const { transit, aclBound, change, namedReason } = tale;
  if (change?.doubt === 'reason' && namedReason !== undefined) {
    return `none of the security group or the network ACL: ${namedReason}`;
  }
  if (transit) return 'which layer has that rule is unknown here';
  if (aclBound === false) {
    return 'a rule of the security group, since no network ACL is bound (setting)';
  }
  return hasNoAcl(tale)
    ? 'a rule of the security group, since both addresses are in one subnet, where no network ACL works'
    : 'a rule of the security group or the network ACL';
}

function summaryOf(tale: Tale, change: Change): string {
  const where = whereOf(tale);
  const [from, to] = [WORDS[change.from], WORDS[change.to]];
  const what = `${passageText(tale.request)}${flowText(tale)} at ${tale.at}`;
  const old = `${clock(change.lastOld)} (${lineText(change.lineOld)})`;
  const fresh = `${clock(change.firstNew)} (${lineText(change.lineNew)})`;
  if (change.again) {
    if (change.again.isOne) {
      return `Undecided: ${what} was ${from} between ${clock(change.lastOld)} and ${clock(change.again.time)} (${lineText(change.lineOld)}), and ${to} from ${fresh} on, at the same time or after. A rule may have been changed meanwhile (${where}), or ${elseWhy(tale, change)}.`;
    }
    const until = `${clock(change.again.time)} (${lineText(change.again.line)})`;
    return `Undecided: ${what} was ${from} at ${old}, ${to} at ${fresh} and ${from} again until ${until}. A rule may have been changed and changed back (${where}), or ${elseWhy(tale, change)}.`;
  }
  if (change.doubt) {
    return `Undecided: ${what} was ${from} until ${old} and ${to} from ${fresh} on. A rule may have been changed between these times (${where}), or ${elseWhy(tale, change)}.`;
  }
  return `Likely a rule was changed between ${old} and ${fresh}: ${what} was ${from} until ${clock(change.lastOld)} and ${to} from ${clock(change.firstNew)} on (${where}).`;
}

/** What else the records may show. */
function elseWhy(tale: Tale, { doubt, again, from }: Change): string {
  const late = `late packets of an earlier ${conversationWord(tale)}`;
  switch (doubt) {
    case 'no packets':
      return 'nothing was: some of these records count no packet';
    case 'reason':
      return 'the settings behind that reason were';
    case 'gateway':
      return 'a limit of the gateway was reached: what refuses there is not on record';
    case 'platform':
      return `the platform itself refused some of them: ${tale.platform?.replace(/\.$/, '') ?? 'it may block them'}`;
    case 'flags':
      return `those refused are ${late}: not all of them have the TCP flags of a request`;
    case 'size':
      return `those refused are ${late}: not all of them surely have the size of a SYN`;
    case undefined:
      return again && !again.isOne && from === 'REJECT'
        ? 'the last of these are late packets'
        : 'those that were refused are late packets';
  }
}
