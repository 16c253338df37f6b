import type { Packet } from '../packets/flow';
import type { Timeline } from '../packets/timeline';
import { pass } from './hop';

/** How a packet travels. */
export interface Journey {
  readonly packet: Packet;
  readonly sent: number;
  /** Seconds from host to host. */
  readonly delay: number;
  /** It leaves its host's side of the network and is never seen again. */
  readonly lost: boolean;
  readonly arrived: ((time: number) => void) | undefined;
}

/** Sends a packet on its way; `arrived` is called if it reaches the other host. */
export function transmit(timeline: Timeline, journey: Journey): void {
  const { flow, conversation } = journey.packet;
  flow.owner ??= conversation;
  if (flow.owner !== conversation) flow.shared = true;
  travel(timeline, journey, 0);
}

function travel(timeline: Timeline, journey: Journey, from: number): void {
  const { packet, sent, delay, lost, arrived } = journey;
  const { hops } = packet.flow;
  const share = hops[from]?.delayShare ?? 1;
  if (lost && share > 0) return;
  timeline.plan(sent + delay * share, time => {
    let next = from;
    // Hops of one place are passed at one time.
    while (hops[next]?.delayShare === share) {
      if (!pass(hops[next]!, packet, time)) return;
      next++;
    }
    if (share === 1) arrived?.(time);
    else travel(timeline, journey, next);
  });
}
