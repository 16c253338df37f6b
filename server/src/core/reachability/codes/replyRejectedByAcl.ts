import { counted } from '../../explain/quantities';
import { clock } from '../clock';
import type { Layer } from '../code';
import { holdsAll, isUndecided, type Failure } from '../conditions/index';
import type { Side, Tale, Words } from '../tale';
import { verdict } from '../verdict';
import {
  after,
  amount,
  conversationWord,
  end,
  let_,
  lineText,
  passageText,
  rulesFor,
  suspects,
} from '../words';
import { ownAddress, withoutDoubted } from './doubtedSide';
import { tellEmptyPair } from './emptyRecords';
import { tellReason } from './namedReason';
import type { ReachabilityCode } from './reachabilityCode';

export const replyRejectedByAcl: ReachabilityCode = {
  code: 'reply-rejected-by-acl',
  title: 'The network ACL refused the reply',
  when: 'The request was accepted, the reply refused. Proved if the conditions P1 to P7 hold and nothing else in the records speaks against it: a reason that they give (reject-reason), the size or the flags of TCP packets, a port that the platform blocks, an address that no host has, packets of other addresses than the record (pkt-srcaddr, pkt-dstaddr), a record without packets, or one that cannot be read and may be of the same five-tuple.',
  certainty: 'proved',
  rank: 1,
  fits: seen => {
    if (seen.isCcn || !seen.hasReject) return undefined;
    const { acceptedOfRefusal: request, reading } = seen;
    if (request === undefined) return undefined;
    if (seen.isTransit) return verdict('undecided', request);
    const refused = seen.asRefusedReply(request);
    if (holdsAll(refused, seen.context)) return verdict('proved', request);
    const isLikely = reading.request === request && !isUndecided(refused, seen.context);
    return verdict(isLikely ? 'likely' : 'undecided', request);
  },
  tell: tale => {
    if (tale.failures.some(({ name }) => name === 'packets')) return tellEmptyPair(tale);
    if (tale.namedReason !== undefined) return tellReason(tale, tale.namedReason);
    if (tale.transit) return tellTransit(tale);
    return tale.certainty === 'proved' ? tellProved(tale) : tellUncertain(tale);
  },
};

const bound =
  'A network ACL is bound to this subnet: no setting says so, but a refused reply means it.';

function tellProved(tale: Tale): Words {
  const { request, reply, at } = tale;
  const one = tale.conversations === 1;
  const asked =
    tale.basis === 'established'
      ? one
        ? 'the request was'
        : 'its request was'
      : 'packets the other way were';
  const delay = `${one ? '' : 'the first '}${after(reply.start - request.start, tale.bounds)} ${asked} ${let_(request)} (${lineText(request.line)})`;
  const tracked =
    tale.basis === 'established'
      ? `had ${let_(request)} the request`
      : 'was tracking this five-tuple, whoever opened it';
  return {
    layer: 'network-acl',
    about: 'reply',
    lookFor: 'both',
    summary: `The network ACL on ${tale.local}'s side (${at}) refused the ${passageText(reply)}${replyText(tale, one)}: ${amount(tale, reply.refused)}, ${delay}. The security group did not: it is stateful and ${tracked.replace(/^had let (\w+) the request$/, 'had let the request $1')}.`,
    proves: `${tale.aclBound ? 'The network ACL' : 'Provided that a network ACL is bound to this subnet, it'} refused these packets on the ${direction(reply)} side. One refused first packet is enough: a stateless ACL whose rules did not change refuses every packet of that five-tuple.`,
    doesNotProve: `Which rule of the ACL it was, and that it is the only obstacle: what happens to the ${conversationWord(tale)} behind it is not on record.`,
    assumptions: [
      ...(tale.aclBound === undefined ? [bound] : []),
      ...ownAddress(tale),
      'The security group is stateful, as documented: what answers accepted traffic passes whatever its rules say.',
      'The rules of the ACL did not change between the first and the last of these packets.',
      ...(tale.unreadable > 0
        ? [
            `${counted(tale.unreadable, 'line')} of the log cannot be read, and ${tale.unreadable === 1 ? 'is' : 'are'} taken to be about other traffic.`,
          ]
        : []),
    ],
    nextCheck: aclCheck(tale),
  };
}

/** What was refused: `echo reply to 203.0.113.12`, `TCP reply from port 22 (ssh) to …`. */
function replyText({ service, reply, ported, basis, certainty }: Tale, one: boolean): string {
  // Proved without knowing who began: they may be anyone's.
  const neutral = certainty === 'proved' && basis !== 'established';
  const noun = neutral ? 'packets' : one ? reply.noun : plural(reply.noun);
  if (!ported) return `${noun} to ${reply.to}`;
  return `${noun} of ${service} to ${end(reply.to, reply.toPort)}`;
}

const plural = (noun: string) => noun.replace(/y$/, 'ie') + 's';

function direction({ passage }: Side): string {
  if (passage === 'outbound') return 'outbound (egress)';
  return passage === 'inbound' ? 'inbound (ingress)' : 'refused';
}

function tellUncertain(known: Tale): Words {
  const tale = withoutDoubted(known);
  const { request, reply, at, failures } = tale;
  const isOpen = tale.certainty === 'undecided';
  const one = tale.conversations === 1;
  const place = tale.local === undefined ? `at ${at}` : `on ${tale.local}'s side (${at})`;
  const delay = reply.start - request.start;
  const when =
    delay === 0
      ? `in the same ${tale.bounds ? 'window' : 'second'} as ${lineText(request.line)}`
      : `${after(delay)} ${lineText(request.line)}`;
  const lines = `${one ? '' : `${amount(tale, reply.refused)}, first `}${lineText(reply.line)}, starting ${when}`;
  const stale = tale.basis === 'unknown' ? undefined : failures.find(isStale)?.reason;
  const because = stale ?? failures[0]?.reason ?? 'who began is not known';
  const others = failures.map(({ reason }) => reason).filter(reason => reason !== because);
  return {
    layer: isOpen ? openLayer(tale) : 'network-acl',
    about: tale === known ? 'reply' : 'none',
    lookFor: 'both',
    summary: !isOpen
      ? `Likely the network ACL ${place} refused the ${passageText(reply)}${replyText(tale, one)} (${lines}). Not certain: ${because}.`
      : `Undecided: packets from ${reply.from} to ${reply.to} (${tale.service}) were refused at ${at} (${lines}), packets the other way let through. ${stale === undefined ? `If ${request.from} began, the network ACL ${place} refused the reply; if ${reply.from} did, ${suspects(tale)} refused a request of its own` : `If the security group still tracked the ${conversationWord(tale)}, the network ACL ${place} refused them; if not, ${suspects(tale)} did`}. Not certain: ${because}.`,
    proves: `Packets from ${request.from} were ${let_(request)} at ${at}, and packets of the same ${tale.ported ? 'five-tuple' : 'pair of addresses'} the other way were refused from ${clock(reply.start)} on.`,
    doesNotProve: `That it was the network ACL: ${[because, ...others].join('; ')}.`,
    assumptions: [
      ...(tale.aclBound === undefined && !isOpen ? [bound] : []),
      ...ownAddress(known),
      ...(isOpen ? [] : [`${request.from} began, and the refused packets answer it.`]),
    ],
    nextCheck: aclCheck(tale),
  };
}

/** Where both readings are left, either layer may have refused the packets, or the platform. */
function openLayer({ platform }: Tale): Layer {
  return platform === undefined ? 'security-group-or-network-acl' : 'unknown';
}

/** By that failure the refused packets come when the request may long be forgotten. */
function isStale({ name, undecides }: Failure): boolean {
  return undecides && (name === 'P3' || name === 'flags');
}

function aclCheck(tale: Tale): string {
  const { reply } = tale;
  const rules = `check its ${rulesFor(tale, reply)}${tale.ported ? clientPorts(reply) : ''}`;
  return tale.aclBound
    ? `A network ACL is bound here (setting): ${rules}.`
    : `Is an ACL bound to this subnet? Then ${rules}.`;
}

/** Rules that let requests in by their port are often forgotten for the way back. */
function clientPorts({ toPort }: Side): string {
  const here = toPort === undefined ? '' : `, here ${toPort}`;
  const usual = toPort === undefined || toPort >= 1024 ? ': usually 1024–65535' : '';
  return ` (replies go to the port that the other end chose${here}${usual})`;
}

function whyUnknown({ point, localBasis }: Tale): string {
  if (point.kind === 'unknown')
    return 'These records do not tell at which interface they were made';
  if (point.kind !== 'eni') return 'This is not the interface of one end';
  const orSeveral = localBasis === 'many-named' ? ' or has several addresses' : '';
  return `This interface passes on traffic of others${orSeveral}`;
}

function tellTransit(tale: Tale): Words {
  const { request, reply, at } = tale;
  return {
    layer: 'unknown',
    about: 'reply',
    lookFor: 'both',
    anywhere: true,
    summary: `Undecided: at ${at} packets from ${reply.from} to ${reply.to} (${tale.service}) were refused (${amount(tale, reply.refused)}, ${lineText(reply.line)}), packets the other way let through (${lineText(request.line)}). ${whyUnknown(tale)}, so which layer refused them is unknown.`,
    proves: `One way was let through at ${at}, and the other refused.`,
    doesNotProve: 'Which layer refused them, and whether they answer the accepted ones.',
    assumptions: [],
    nextCheck: `Look for the same flow in the records of the interfaces of ${request.from} and ${reply.from} themselves.`,
  };
}
