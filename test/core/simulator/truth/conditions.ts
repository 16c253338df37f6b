import { hasService } from '../../../../server/src/core/tables/services';
import type { Draft } from '../aggregation/draft';
import { recordedTimes } from '../aggregation/writeLog';
import { holds, isPrivate, isProvider, isV4, range, type Address } from '../packets/address';
import type { Conversation, Tally } from '../packets/conversation';
import { ACK, hasPorts, isIcmp, SYN, TCP, UDP } from '../packets/protocol';
import type { PointFacts } from './pointFacts';
import type { LogFacts } from './truth';

/** The conditions under which an ACL drop may be called proved. */
export type Conditions = Readonly<Record<'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P7', boolean>>;

/** A conversation at one point, whose replies the ACL dropped, and its records. */
export interface Dropped {
  readonly conversation: Conversation;
  readonly tally: Tally;
  readonly requests: readonly Draft[];
  readonly replies: readonly Draft[];
}

const LONGEST_WAIT = { [TCP]: 60, [UDP]: 30 } as const;
const LONGEST_ECHO_WAIT = 30;
const FIRST_CLIENT_PORT = 32_768;
const FTP_DATA = 20;
/** NTP and IKE: both ends may speak first, so that the port does not tell who did. */
const EITHER_BEGINS = new Set([123, 500, 4500]);

export function conditionsOf(dropped: Dropped, log: LogFacts, facts: PointFacts): Conditions {
  const evidence = evidenceOf(dropped, log);
  const { initiator, responder } = dropped.conversation;
  return {
    P1: localSideIsKnown(dropped, log, facts),
    P2: evidence !== undefined || startsApart(dropped, facts),
    P3: replyIsPrompt(dropped, facts, evidence),
    P4: nothingElseOnFiveTuple(dropped, facts),
    P5: recordsReachBack(dropped, facts, evidence === 'types'),
    P6: cannotBeInOneSubnet(initiator.address, responder.address, log),
    P7: !isProvider(initiator.address) && !isProvider(responder.address),
  };
}

function localSideIsKnown({ conversation, tally }: Dropped, log: LogFacts, facts: PointFacts) {
  const { point } = tally;
  if (point.kind !== 'eni' || log.setup.cloud === 'huawei') return false;
  const ends = [conversation.initiator, conversation.responder].map(party => party.address);
  const local = ends.filter(end => point.addresses.some(own => own.text === end.text));
  if (local.length !== 1) return false;
  if (log.told.localAddresses) return true;
  return facts.commonAddresses.length === 1 && facts.commonAddresses[0] === local[0]!.text;
}

/** What on record establishes who asked, if anything does. */
function evidenceOf(
  { conversation, requests, replies }: Dropped,
  log: LogFacts,
): 'flags' | 'types' | 'ports' | undefined {
  const { protocol, initiatorPort, responderPort, initiator, responder } = conversation;
  if (isIcmp(protocol)) {
    return log.setup.icmp === 'typed' && initiatorPort !== 0 ? 'types' : undefined;
  }
  if (!hasPorts(protocol)) return undefined;
  if (protocol === TCP && log.flagsOnRecord) {
    const asked = flagsOf(requests);
    const answered = flagsOf(replies);
    if (asked & SYN && !(asked & ACK) && answered & SYN && answered & ACK) return 'flags';
  }
  const known =
    responderPort < FIRST_CLIENT_PORT &&
    hasService(protocol === TCP ? TCP : UDP, responderPort) &&
    initiatorPort >= FIRST_CLIENT_PORT;
  if (!known || (protocol === UDP && EITHER_BEGINS.has(responderPort))) return undefined;
  if (responderPort < 512 && responderPort !== FTP_DATA) return 'ports';
  const peers = log.peerPorts();
  const serves = peers.count(responder.address, protocol, responderPort) >= 3;
  return serves && peers.count(initiator.address, protocol, initiatorPort) < 3
    ? 'ports'
    : undefined;
}

function flagsOf(drafts: readonly Draft[]): number {
  return drafts.reduce((flags, draft) => flags | draft.tcpFlags, 0);
}

/** Which came first can be read off the times. */
function startsApart({ conversation, tally, requests, replies }: Dropped, facts: PointFacts) {
  if (!hasPorts(conversation.protocol) || timesSayNothing(facts, requests, replies)) return false;
  const [asked] = recordedTimes(tally.point, requests[0]!);
  const [answered] = recordedTimes(tally.point, replies[0]!);
  return asked + 1 <= answered;
}

function timesSayNothing(facts: PointFacts, ...sides: (readonly Draft[])[]): boolean {
  return sides.some(side => facts.timesSayNothing(side[0]!.window));
}

function replyIsPrompt(
  { conversation, tally, requests, replies }: Dropped,
  facts: PointFacts,
  evidence: ReturnType<typeof evidenceOf>,
): boolean {
  const byPackets = evidence === 'flags' || evidence === 'types';
  if (!byPackets && timesSayNothing(facts, requests, replies)) return false;
  const { protocol } = conversation;
  const [asked, askedLast] = recordedTimes(tally.point, requests[0]!);
  const [answered] = recordedTimes(tally.point, replies[0]!);
  if (answered < asked) return false;
  if (isIcmp(protocol)) return evidence === 'types' && answered <= askedLast + LONGEST_ECHO_WAIT;
  if (protocol !== TCP && protocol !== UDP) return false;
  return answered <= asked + LONGEST_WAIT[protocol];
}

/** From the window before the conversation on: every reply refused, no request refused. */
function nothingElseOnFiveTuple({ conversation, requests, replies }: Dropped, facts: PointFacts) {
  const from = requests[0]!.window - 1;
  const to = Math.max(requests.at(-1)!.window, replies.at(-1)!.window);
  const within = ({ window }: Draft): boolean => window >= from && window <= to;
  return (
    !facts.of(conversation.reply).some(draft => within(draft) && draft.accepted) &&
    !facts.of(conversation.request).some(draft => within(draft) && !draft.accepted)
  );
}

function recordsReachBack(
  { tally, requests, replies }: Dropped,
  facts: PointFacts,
  typed: boolean,
) {
  const first = requests[0]!.window;
  const last = Math.max(requests.at(-1)!.window, replies.at(-1)!.window);
  for (let window = typed ? first : first - 1; window <= last; window++) {
    if (facts.isLost(window)) return false;
  }
  if (typed) return true;
  const { window } = tally.point.capture.options;
  return facts.earliest <= recordedTimes(tally.point, requests[0]!)[0] - window;
}

function cannotBeInOneSubnet(one: Address, other: Address, { told }: LogFacts): boolean {
  if (told.subnets) {
    const home = told.subnets.map(range).find(block => holds(block, one) || holds(block, other));
    if (home) return !(holds(home, one) && holds(home, other));
  }
  if (!isV4(one)) return one.words[0] !== other.words[0] || one.words[1] !== other.words[1];
  if (!isPrivate(one) || !isPrivate(other)) return true;
  return one.words[0]! >>> 16 !== other.words[0]! >>> 16;
}
