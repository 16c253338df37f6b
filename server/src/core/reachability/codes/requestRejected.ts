import type { Way } from '../../conversation/conversation';
import { counted } from '../../explain/quantities';
import { reasonIn } from '../namedReason';
import type { Seen } from '../seen';
import type { Peers, Tale, Words } from '../tale';
import { verdict } from '../verdict';
import {
  amount,
  end,
  hasNoAcl,
  lineText,
  passageText,
  rulesFor,
  sentence,
  suspects,
  times,
} from '../words';
import { tellEmptySide } from './emptyRecords';
import { reasonClause } from './namedReason';
import type { ReachabilityCode } from './reachabilityCode';

export const requestRejected: ReachabilityCode = {
  code: 'request-rejected',
  title: 'The request was refused',
  when: 'REJECT, and no reply.',
  certainty: 'undecided',
  rank: 6,
  fits: seen => {
    const { onlyWay } = seen;
    if (seen.isCcn || onlyWay === undefined || seen.isLoneReply) return undefined;
    if (!seen.conversation.hasReject(onlyWay)) return undefined;
    return verdict(namesGroup(seen, onlyWay) ? 'likely' : 'undecided', onlyWay);
  },
  tell: tale => {
    const { request } = tale;
    const subject = tale.peers
      ? `${tale.service} ${crowd(tale, tale.peers)}`
      : `${tale.service} from ${end(request.from, request.fromPort)} to ${request.to}`;
    if (tale.isEmpty) return tellEmptySide(tale, 'request', `${passageText(request)}${subject}`);
    const refused = amount(tale, request.refused);
    return {
      about: 'request',
      lookFor: 'accepted request',
      ...guilty(tale),
      summary: `${culprit(tale, `${passageText(request)}${subject}`)} at ${tale.at}: ${refused} ${times(tale)} (first in ${lineText(request.line)}). ${tail(tale)}`,
      proves: `These packets were refused at ${tale.at}.`,
      assumptions: [
        ...(tale.basis === 'unknown'
          ? ['The packets are requests: nothing in the records tells, and there is no other side.']
          : []),
        ...(tale.onlyAction === 'REJECT'
          ? [
              'This flow log may collect refused traffic only, so accepted packets of the same flow would not show.',
            ]
          : []),
      ],
    };
  },
};

/** With no ACL bound and no other suspect the group alone is left. */
function namesGroup(seen: Seen, way: Way): boolean {
  if (seen.aclExcluded !== 'none bound' || seen.isTransit) return false;
  if (!seen.isCounted(seen.conversation.refused[way])) return false;
  const facts = seen.context.pointFacts(seen.conversation.point);
  if (reasonIn(seen, way) !== undefined) return false;
  return facts.onlyAction === undefined && seen.platformSuspicion(way) === undefined;
}

function guilty(tale: Tale): Pick<Words, 'layer' | 'doesNotProve' | 'nextCheck'> & Partial<Words> {
  const { request } = tale;
  if (tale.namedReason !== undefined) {
    return {
      layer: 'unknown',
      doesNotProve: 'That nothing else refuses them.',
      nextCheck: 'If this traffic is wanted, check the settings behind that reason.',
    };
  }
  if (tale.transit) {
    return {
      layer: 'unknown',
      doesNotProve: `Which layer refused them: ${whyUnknown(tale)}.`,
      nextCheck: `${tale.point.kind === 'unknown' ? 'Find out at which interface these records were made, or look' : 'Look'} for ${tale.service} from ${tale.peers ? 'these sources' : request.from} to ${request.to} in the records of the interface of ${request.to} itself.`,
      lookFor: 'like request',
      anywhere: true,
    };
  }
  const port = request.toPort === undefined ? '' : `, port ${request.toPort}`;
  const wanted = `If this traffic is wanted, check the ${rulesFor(tale, request)}${port}`;
  if (hasNoAcl(tale)) {
    return {
      layer: tale.platform === undefined ? 'security-group' : 'unknown',
      doesNotProve:
        'Which rule it was, and that the request would be answered if it were let through.',
      nextCheck: `${wanted} of the security group.`,
    };
  }
  const ifBound = tale.aclBound ? '' : ', if one is bound to this subnet';
  return {
    layer: tale.platform === undefined ? 'security-group-or-network-acl' : 'unknown',
    doesNotProve: `Which of ${suspects(tale)} it was: that cannot be told from records alone. Nor that it is the only obstacle.`,
    nextCheck: `${wanted}, first of the security group, then of the network ACL${ifBound}.`,
  };
}

function whyUnknown({ point, localBasis }: Tale): string {
  if (point.kind === 'unknown')
    return 'these records do not tell at which interface they were made';
  return `this ${localBasis === 'many-named' ? 'may not be' : 'is not'} the interface of one end`;
}

function tail(tale: Tale): string {
  if (tale.namedReason !== undefined) return `${reasonClause(tale.namedReason)}.`;
  const platform = tale.platform === undefined ? '' : `${tale.platform} `;
  if (tale.point.kind !== 'eni') return `${platform}What did it is not recorded.`;
  if (tale.platform !== undefined) return `${platform}Which of them did it is not recorded.`;
  if (tale.transit) return 'Which layer did it is unknown here.';
  if (tale.aclBound === false) return 'No network ACL is bound here (setting).';
  return hasNoAcl(tale)
    ? 'Both addresses are in one subnet, where no network ACL works.'
    : 'Which of them did it is not recorded.';
}

function crowd(tale: Tale, peers: Peers): string {
  const { request } = tale;
  const outward = request.passage === 'outbound';
  const some = peers.privateOnes > 0 ? `, ${peers.privateOnes} of them private` : '';
  const who = `${peers.atLeast ? 'at least ' : ''}${counted(peers.count, outward ? 'destination' : 'source')}${some} (${peers.listed.join(', ')}${peers.count > peers.listed.length ? ', …' : ''})`;
  return outward ? `from ${request.from} to ${who}` : `from ${who} to ${request.to}`;
}

/** Who refused what, as far as anything tells; at a gateway only that it was refused. */
function culprit(tale: Tale, what: string): string {
  const isNamed = tale.namedReason !== undefined;
  if (isNamed || tale.point.kind !== 'eni') return `${sentence(what)} was refused`;
  const who =
    tale.certainty === 'likely'
      ? 'Likely the security group'
      : hasNoAcl(tale) && tale.platform === undefined
        ? `As far as can be told, ${suspects(tale)}`
        : `Either ${suspects(tale)}`;
  return `${who} refused ${what}`;
}
