import type { Cloud } from '../../explain/cloud';
import { duration } from '../../explain/quantities';
import type { PeerPassage, PeerRefusal, Tale } from '../tale';
import { verdict } from '../verdict';
import {
  amount,
  end,
  isInOneSubnet,
  let_,
  lineText,
  mayBeIt,
  passageText,
  sentence,
  times,
} from '../words';
import { doubtedAddress, withoutDoubted } from './doubtedSide';
import { tellEmptySide } from './emptyRecords';
import type { ReachabilityCode } from './reachabilityCode';

/** Tencent Cloud Flow Logs, Limits (2023-09-04); AWS VPC User Guide, Flow log limitations (2023). */
const NEVER_COLLECTED: Readonly<Partial<Record<Cloud, string>>> = {
  tencent: ' (DHCP, Windows activation and interfaces of unsupported instance models never are)',
  aws: " (DHCP, Windows activation, Amazon's DNS and 169.254.169.254 never are)",
};

export const noReplySeen: ReachabilityCode = {
  code: 'no-reply-seen',
  title: 'No reply is on record',
  when: 'The request was accepted, and nothing came back.',
  certainty: 'undecided',
  rank: 8,
  fits: seen => {
    const { onlyWay } = seen;
    if (onlyWay === undefined || seen.isLoneReply) return undefined;
    return seen.conversation.hasAccept(onlyWay) ? verdict('undecided', onlyWay) : undefined;
  },
  tell: tale => {
    const { request, at } = tale;
    const ccn = tale.point.kind === 'ccn';
    const done = ccn ? 'forwarded' : let_(request);
    const what = `${tale.service} from ${end(request.from, request.fromPort)} to ${request.to}`;
    if (tale.isEmpty) return tellEmptySide(tale, 'request', `${passageText(request)}${what}`);
    const nobody =
      ccn || tale.transit
        ? ''
        : ' It was not stopped here by the security group or the network ACL.';
    return {
      layer: tale.transit && !ccn ? 'unknown' : 'none',
      about: 'request',
      lookFor: 'reply',
      summary: `No reply is on record: ${ccn ? '' : passageText(request)}${what} was ${done} at ${at} (${amount(tale, request.accepted)} ${times(tale)}, first in ${lineText(request.line)}), and nothing came back within ${duration(tale.pairingWindow)}.${nobody}${hints(tale)}`,
      proves: ccn
        ? 'The Cloud Connect Network forwarded these packets.'
        : tale.transit
          ? 'These packets were let through at this place.'
          : 'Neither the security group nor the network ACL of this interface stopped these packets.',
      doesNotProve:
        tale.peerRefusal?.of === 'answer' && tale.peerRefusal.isSame
          ? `What refused the answer at ${tale.peerRefusal.point}, and that nothing else stands in its way.`
          : `That no reply was sent. Not excluded: ${reasons(withoutDoubted(tale)).join('; ')}.`,
      assumptions: [
        ...doubtedAddress(tale),
        ...(tale.basis === 'unknown'
          ? ['The packets are requests: nothing in the records tells, and there is no other side.']
          : []),
        ...(tale.onlyAction === 'ACCEPT'
          ? [
              'This flow log may collect accepted traffic only: a reply that was refused would not show.',
            ]
          : []),
      ],
      nextCheck: next(withoutDoubted(tale)),
    };
  },
};

function hints({
  icmpErrors,
  peerRefusal,
  peerPassage,
  atEnd,
  toGroup,
  onlyAction,
  unreadLine,
}: Tale): string {
  const said: string[] = [];
  if (toGroup)
    said.push('The destination is a group or all hosts: nobody answers from that address.');
  said.push(...icmpErrors);
  if (unreadLine !== undefined) said.push(`${sentence(mayBeIt(unreadLine))}.`);
  if (peerRefusal) {
    const where = peerRefusal.isEnd ? ' at the other end' : '';
    said.push(
      `${peerRefusal.point} refused ${refusedText(peerRefusal)}${where} (${lineText(peerRefusal.line)}).`,
    );
  }
  if (peerPassage && !peerRefusal?.isSame) said.push(passedText(peerPassage));
  if (onlyAction === 'ACCEPT') {
    said.push(
      'All records of this place that can be read are ACCEPT: a refused reply may just not be collected.',
    );
  }
  if (atEnd) said.push('The log ends within 15 minutes of it: the reply may not be published yet.');
  return said.map(text => ` ${text}`).join('');
}

function passedText({ point, line, answerLine }: PeerPassage): string {
  const answer = answerLine === undefined ? '' : `, and an answer out (${lineText(answerLine)})`;
  return `${point} at the other end let it in (${lineText(line)})${answer}.`;
}

function refusedText({ of, isSame }: PeerRefusal): string {
  if (of === 'request') return isSame ? 'it' : 'requests like it';
  return isSame ? 'the answer to it' : 'answers to requests like it';
}

function reasons(tale: Tale): string[] {
  const { point, clouds, request, atEnd, peerPassage } = tale;
  const late = atEnd ? ['a reply that is not published yet'] : [];
  const otherWay = `a reply that took another way or is not collected${point.kind === 'eni' ? neverCollected(clouds) : ''}`;
  if (peerPassage?.answerLine !== undefined) return ['the route back', otherWay, ...late];
  const peer =
    point.kind === 'ccn'
      ? `what decides at ${request.to} itself`
      : `the security group${isInOneSubnet(tale) ? '' : ' or the network ACL'} of ${request.to}`;
  return [
    // What was let in has arrived: no other interface stands before its destination.
    ...(request.passage === 'inbound' ? [] : peerPassage ? ['the route back'] : [peer, 'routing']),
    'the firewall of the host',
    'a port that is closed or a service that is silent',
    otherWay,
    ...late,
  ];
}

function neverCollected(clouds: Tale['clouds']): string {
  if (clouds.size > 1) return ' (DHCP and Windows activation never are)';
  const [cloud = 'tencent'] = clouds;
  return NEVER_COLLECTED[cloud] ?? '';
}

function next({ request, peerRefusal, peerPassage, icmpErrors, point }: Tale): string {
  if (peerRefusal) {
    return `Check what refuses ${refusedText(peerRefusal)} at ${peerRefusal.point} (${lineText(peerRefusal.line)}).`;
  }
  if (peerPassage?.answerLine !== undefined) {
    return `Check the route from ${request.to} back to ${request.from}, and whether the answer arrives at another interface.`;
  }
  const service = `Check whether the service on ${end(request.to, request.toPort)} listens`;
  if (icmpErrors.length > 0) return `${service}, and where the ICMP error comes from.`;
  if (request.passage === 'inbound') {
    return `${service} and answers, then the firewall of the host, and whether the answer leaves by another interface.`;
  }
  const rules =
    point.kind === 'ccn' ? '' : ', then the rules and the flow log of its own interface';
  return `${service} and answers${rules}, then the route back to ${request.from}.`;
}
