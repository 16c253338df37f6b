import type { Site } from '../network/site';
import { transmit } from '../network/transmit';
import type { Conversation } from '../packets/conversation';
import type { Packet } from '../packets/flow';
import { Timeline } from '../packets/timeline';

/** What carries the packets of one conversation. */
export interface Wire {
  readonly site: Site;
  readonly timeline: Timeline;
  readonly conversation: Conversation;
  /** Seconds from host to host. */
  readonly delay: number;
  /** Share of packets that are lost where nobody looks. */
  readonly loss: number;
}

/** Who sends in a conversation: the initiator asks, the responder replies. */
export type Sender = 'request' | 'reply';

export interface Segment {
  readonly bytes: number;
  readonly tcp?: number;
  /** It is no part of the conversation, for all its five-tuple. */
  readonly stray?: boolean;
}

export type Arrival = (time: number) => void;

/** A wire of ordinary quality, with a future of its own unless conversations share one. */
export function wireOf(
  site: Site,
  conversation: Conversation,
  { timeline = new Timeline(), delay, loss }: Partial<Wire> = {},
): Wire {
  const { random } = site.setup;
  return {
    site,
    timeline,
    conversation,
    delay: delay ?? random.between(0.0005, random.chance(0.5) ? 0.003 : 0.15),
    loss: loss ?? (random.chance(0.1) ? 0.02 : 0),
  };
}

/** Sends a packet of the conversation. */
export function say(
  wire: Wire,
  sender: Sender,
  { bytes, tcp = 0, stray = false }: Segment,
  time: number,
  arrived?: Arrival,
): void {
  const { conversation } = wire;
  const flow = conversation[sender];
  const { connection } = conversation;
  const { source } = flow;
  const role = stray ? 'stray' : sender;
  post(wire, { flow, connection, source, conversation, role, bytes, tcp }, time, arrived);
}

/** Sends any packet over the wire. */
export function post(wire: Wire, packet: Packet, time: number, arrived?: Arrival): void {
  const { timeline, delay, loss, site } = wire;
  const lost = loss > 0 && site.setup.random.chance(loss);
  transmit(timeline, { packet, sent: time, delay, lost, arrived });
}

export function otherSide(sender: Sender): Sender {
  return sender === 'request' ? 'reply' : 'request';
}
