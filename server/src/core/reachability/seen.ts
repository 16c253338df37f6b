import { otherWay, type Conversation, type Way } from '../conversation/conversation';
import type { Lane } from '../conversation/lanes';
import type { ObservationPoint } from '../conversation/observationPoint';
import { MODE, SIGN } from '../conversation/recordReader';
import { aclExclusion, type AclExclusion } from './aclExclusion';
import { flagDenial } from './flagDenial';
import { looksUnfinished } from './handshakeSize';
import type { RefusedReply } from './conditions/condition';
import type { Context } from './context';
import { platformSuspicion } from './platform';
import { EVIDENCE, readDirection, type Reading } from './reading';
import { timesAreBounds } from './timing';

export const WAYS: readonly Way[] = [0, 1];

/** A conversation with all that is inferred about it, for the codes to judge. */
export class Seen {
  readonly reading: Reading;
  readonly point: ObservationPoint;
  /** Start and end of its records are those of capture windows. */
  readonly bounds: boolean;
  /** Anything was refused; most codes need that. */
  readonly hasReject: boolean;

  constructor(
    readonly conversation: Conversation,
    readonly context: Context,
  ) {
    this.reading = readDirection(conversation, context);
    this.point = context.point(conversation.point);
    this.bounds = timesAreBounds(conversation, context);
    this.hasReject = conversation.hasReject(0) || conversation.hasReject(1);
  }

  get isCcn(): boolean {
    return this.point.kind === 'ccn';
  }

  /** At a gateway, or an interface that passes on traffic of others. */
  get isTransit(): boolean {
    const { point, v6, a, b } = this.conversation;
    return this.context.isTransit(point, v6, a, b);
  }

  /** The only way on record; undefined when both are. */
  get onlyWay(): Way | undefined {
    const { conversation } = this;
    if (conversation.isTwoWay) return undefined;
    return conversation.has(0) ? 0 : 1;
  }

  /** The request, as far as anything tells; else the way given. */
  requestOr(way: Way): Way {
    return this.reading.request ?? way;
  }

  /** The only way on record looks like a reply. */
  get isLoneReply(): boolean {
    const { onlyWay, reading } = this;
    return onlyWay !== undefined && reading.request === otherWay(onlyWay);
  }

  /**
   * The accepted way, where one way was accepted throughout and the other refused, later accepted
   * at most, and no evidence makes the refused way the request.
   */
  get acceptedOfRefusal(): Way | undefined {
    const { conversation } = this;
    return WAYS.find(way => {
      const back = otherWay(way);
      if (!conversation.hasAccept(way) || conversation.hasReject(way)) return false;
      if (!conversation.hasReject(back) || conversation.isMixed(back)) return false;
      if (this.isRefusedRequest(back)) return false;
      const request = conversation.accepted[way].start;
      return !conversation.hasAccept(back) || request <= conversation.refused[back].start;
    });
  }

  /** A way that was refused throughout and opens with a SYN, or is the request for certain. */
  isRefusedRequest(way: Way): boolean {
    const { conversation, reading } = this;
    if (!conversation.hasReject(way) || conversation.hasAccept(way)) return false;
    if (conversation.shows(way, SIGN.syn) && !conversation.shows(way, SIGN.synAck)) return true;
    return reading.basis === 'established' && reading.request === way;
  }

  /** Why the network ACL cannot have refused a reply of this conversation, if so. */
  get aclExcluded(): AclExclusion | undefined {
    const { point, v6, a, b } = this.conversation;
    return aclExclusion(this.context, point, v6, a, b);
  }

  /** Why the platform itself may have dropped packets of a way, if anything says so. */
  platformSuspicion(way: Way): string | undefined {
    const { conversation, context } = this;
    const { point, protocol, v6 } = conversation;
    const [source, destination] = [conversation.source(way), conversation.destination(way)];
    const outbound = context.isOutbound(point, v6, source, destination);
    const destinationPort = conversation.destinationPort(way);
    return platformSuspicion(
      { point, protocol, v6, source, destination, destinationPort, outbound },
      context,
    );
  }

  /** Whether some records count packets, unless the place counts none at all. */
  isCounted(...lanes: readonly Lane[]): boolean {
    const { countsPackets } = this.context.pointFacts(this.conversation.point);
    return !countsPackets || lanes.every(lane => lane.packets > 0);
  }

  /** The conversation as a request that was let through and a reply that was not. */
  asRefusedReply(request: Way): RefusedReply {
    const { conversation, reading, bounds } = this;
    const reply = otherWay(request);
    const asked = conversation.accepted[request];
    const refused = conversation.refused[reply];
    const established = reading.basis === 'established' && reading.request === request;
    return {
      point: conversation.point,
      protocol: conversation.protocol,
      v6: conversation.v6,
      initiator: conversation.source(request),
      responder: conversation.destination(request),
      initiatorPort: conversation.sourcePort(request),
      responderPort: conversation.destinationPort(request),
      established,
      handshake: established && (reading.evidence[request] & EVIDENCE.handshake) !== 0,
      typed: conversation.mode === MODE.icmp,
      asksByType: (reading.evidence[request] & EVIDENCE.icmpType) !== 0,
      ported: conversation.mode === MODE.ports,
      bounds,
      requestStart: asked.start,
      requestEnd: asked.end,
      requestLast: askedUntil(asked, refused.start),
      replyStart: refused.start,
      end: conversation.end,
      replyAccepted: conversation.hadAccept(reply),
      requestRefused: conversation.hadReject(request),
      cut: conversation.isCut,
      seenTwice: conversation.isSeenTwice(0) || conversation.isSeenTwice(1),
      refusedSyn: conversation.shows(reply, SIGN.syn),
      unfinished: looksUnfinished(conversation, request),
      counted: this.isCounted(asked, refused),
      flags: flagDenial(conversation, request),
      requestLine: asked.line,
      replyLine: refused.line,
    };
  }
}

/** End of the last of a request's records that starts no later than its reply, if that is known. */
export function askedUntil(asked: Lane, reply: number): number {
  return asked.lastStart > reply && asked.records === 2 ? asked.end : asked.lastEnd;
}
