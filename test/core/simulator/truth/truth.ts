import type { Draft } from '../aggregation/draft';
import type { Fates } from '../network/fate';
import type { ObservationPoint } from '../network/observationPoint';
import type { Conversation, Tally } from '../packets/conversation';
import type { Flow } from '../packets/flow';
import type { LogSetup } from '../network/logSetup';
import { conditionsOf, type Conditions } from './conditions';
import { PointFacts } from './pointFacts';
import type { PeerPorts } from './peerPorts';
import type { Told } from './told';

/** One end of a conversation. */
export interface End {
  readonly address: string;
  /** The ICMP identifier for pings; 0 where the protocol has no ports. */
  readonly port: number;
}

/** What really happened to one conversation at one observation point. */
export interface Truth {
  readonly scenario: string;
  /** Number of the conversation; the same at each point that saw it. */
  readonly conversation: number;
  readonly observationPoint: string;
  readonly kind: ObservationPoint['kind'];
  readonly protocol: number;
  /** Who really opened it. */
  readonly initiator: End;
  readonly responder: End;
  /** Lines, from 0, that count packets of each side. */
  readonly requestLines: readonly number[];
  readonly replyLines: readonly number[];
  /** Packets of each side by what became of them at this point, recorded or not. */
  readonly requests: Fates;
  readonly replies: Fates;
  /** When the first reply came, the security group knew the connection. */
  readonly repliesWereTracked: boolean;
  /** No other conversation used the five-tuple, in either direction. */
  readonly aloneOnFiveTuple: boolean;
  /** On record are requests, all let through, and replies, all dropped by the network ACL. */
  readonly aclDroppedReplies: boolean;
  /** Those records stand in windows near enough to be one conversation. */
  readonly windowsTouch: boolean;
  /** For replies that the ACL dropped, the conditions of a proof, each by ground truth. */
  readonly conditions: Conditions | undefined;
  readonly meetsP1toP7: boolean;
}

/** What is known of a whole log beyond its conversations. */
export interface LogFacts {
  readonly setup: LogSetup;
  readonly flagsOnRecord: boolean;
  readonly peerPorts: () => PeerPorts;
  readonly told: Told;
}

/** The truth about every conversation of which the log holds a record. */
export function truthOf(conversations: readonly Conversation[], log: LogFacts): Truth[] {
  const facts = new Map<ObservationPoint, PointFacts>();
  const factsOf = (point: ObservationPoint): PointFacts => {
    let known = facts.get(point);
    if (!known) facts.set(point, (known = new PointFacts(point)));
    return known;
  };
  const truths: Truth[] = [];
  for (const conversation of conversations) {
    for (const tally of conversation.tallies) {
      const requests = written(tally.requests.drafts);
      const replies = written(tally.replies.drafts);
      if (requests.length + replies.length === 0) continue;
      truths.push(truthAt(conversation, tally, requests, replies, log, factsOf));
    }
  }
  return truths;
}

function truthAt(
  conversation: Conversation,
  tally: Tally,
  requests: readonly Draft[],
  replies: readonly Draft[],
  log: LogFacts,
  factsOf: (point: ObservationPoint) => PointFacts,
): Truth {
  const { point } = tally;
  const { protocol, initiator, responder, initiatorPort, responderPort } = conversation;
  const aclDroppedReplies =
    requests.length > 0 &&
    replies.length > 0 &&
    log.setup.cloud !== 'huawei' &&
    requests.every(draft => draft.accepted) &&
    replies.every(draft => draft.fates['network-acl'] === draft.packets);
  const conditions = aclDroppedReplies
    ? conditionsOf({ conversation, tally, requests, replies }, log, factsOf(point))
    : undefined;
  return {
    scenario: conversation.scenario,
    conversation: conversation.id,
    observationPoint: point.id,
    kind: point.kind,
    protocol,
    initiator: { address: initiator.address.text, port: initiatorPort },
    responder: { address: responder.address.text, port: responderPort },
    requestLines: linesOf(requests),
    replyLines: linesOf(replies),
    requests: tally.requests.fates,
    replies: tally.replies.fates,
    repliesWereTracked: tally.replies.firstTracked,
    aloneOnFiveTuple: isAlone(conversation),
    aclDroppedReplies,
    windowsTouch: windowsTouch(requests, replies),
    conditions,
    meetsP1toP7: conditions !== undefined && Object.values(conditions).every(Boolean),
  };
}

function written(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(draft => draft.line >= 0);
}

function linesOf(drafts: readonly Draft[]): number[] {
  return drafts.map(draft => draft.line).sort((a, b) => a - b);
}

function isAlone({ request, reply, connection }: Conversation): boolean {
  const shared = (flow: Flow): boolean => flow.shared;
  return connection.users === 1 && !shared(request) && !shared(reply);
}

/** Some reply is recorded in the window of a request or in the one after it. */
function windowsTouch(requests: readonly Draft[], replies: readonly Draft[]): boolean {
  return replies.some(reply =>
    requests.some(({ window }) => reply.window === window || reply.window === window + 1),
  );
}
