import type { Fate } from '../network/fate';
import type { Hop } from '../network/hop';
import { countPacket } from '../packets/conversation';
import type { Packet } from '../packets/flow';
import { Draft } from './draft';

/** How one observation point is recorded. */
export interface CaptureOptions {
  /** Seconds of a capture window. */
  readonly window: number;
  /** A time at which a window begins. */
  readonly origin: number;
  /** Windows that are recorded, from the origin on. */
  readonly windows: number;
  /** Seconds by which the clock of this point runs ahead. */
  readonly skew?: number;
  /** What `start` and `end` are. */
  readonly times?: 'packets' | 'window';
  /** A window ends with its last second, and not with the first of the next one. */
  readonly endsWithin?: boolean;
  /** Which records are collected. */
  readonly collects?: 'all' | 'accepted' | 'refused';
  /** Windows whose records were lost: without a trace, or with a SKIPDATA record in their place. */
  readonly lost?: ReadonlyMap<number, 'silently' | 'skipdata'>;
}

/** Adds up packets by five-tuple, direction, action and capture window. */
export class Capture {
  readonly drafts: Draft[] = [];
  private readonly skew: number;

  constructor(readonly options: CaptureOptions) {
    this.skew = options.skew ?? 0;
  }

  take(hop: Hop, packet: Packet, time: number, fate: Fate, tracked: boolean): void {
    const { origin, window } = this.options;
    const second = Math.floor(time + this.skew);
    const number = Math.floor((second - origin) / window);
    const accepted = fate === 'passed';
    let draft = accepted ? hop.accepted : hop.refused;
    if (draft?.window !== number) {
      draft = new Draft(hop, packet.flow, accepted, number, second, tracked);
      this.drafts.push(draft);
      if (accepted) hop.accepted = draft;
      else hop.refused = draft;
    }
    draft.add(packet, second, fate);
    const { role, conversation } = packet;
    if (role === 'request' || role === 'reply')
      countPacket(conversation, role, draft, fate, tracked);
  }

  windowStart(number: number): number {
    return this.options.origin + number * this.options.window;
  }

  windowEnd(number: number): number {
    return this.windowStart(number + 1) - (this.options.endsWithin ? 1 : 0);
  }

  /** The draft is of the recorded time and of an action that is collected. */
  isCollected({ window, accepted }: Draft): boolean {
    const { windows, collects = 'all' } = this.options;
    if (window < 0 || window >= windows) return false;
    return collects === 'all' || (collects === 'accepted') === accepted;
  }
}
