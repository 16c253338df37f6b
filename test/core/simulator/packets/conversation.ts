import type { Draft } from '../aggregation/draft';
import { noFates, type Fate, type Fates } from '../network/fate';
import type { ObservationPoint } from '../network/observationPoint';
import type { SiteConnection } from '../network/site';
import type { Address } from './address';
import type { Flow } from './flow';

/** A host, or a host's place in the network. */
export interface Party {
  readonly address: Address;
  /** The interface its packets pass; none outside the network that is looked at. */
  readonly point?: ObservationPoint;
  /** Interfaces that forward for it, from it outwards. */
  readonly via?: readonly ObservationPoint[];
}

/** What one observation point saw of a conversation. */
export interface Tally {
  readonly point: ObservationPoint;
  readonly requests: Side;
  readonly replies: Side;
}

/** The packets of one side of a conversation at one observation point. */
export interface Side {
  readonly fates: Fates;
  readonly drafts: Draft[];
  /** How the first of them stood with the security group: it knew the connection. */
  firstTracked: boolean;
}

/** A conversation as it really was: who opened it is no inference here. */
export interface Conversation {
  readonly id: number;
  readonly scenario: string;
  readonly protocol: number;
  readonly initiator: Party;
  readonly responder: Party;
  readonly initiatorPort: number;
  readonly responderPort: number;
  readonly request: Flow;
  readonly reply: Flow;
  readonly connection: SiteConnection;
  readonly tallies: Tally[];
}

/** Counts a packet of the conversation that was seen at a point and went into a draft. */
export function countPacket(
  { tallies }: Conversation,
  role: 'request' | 'reply',
  draft: Draft,
  fate: Fate,
  tracked: boolean,
): void {
  const { point } = draft.hop;
  let tally = tallies.find(known => known.point === point);
  if (!tally) {
    tally = { point, requests: noSide(), replies: noSide() };
    tallies.push(tally);
  }
  const side = role === 'request' ? tally.requests : tally.replies;
  if (side.drafts.length === 0) side.firstTracked = tracked;
  side.fates[fate]++;
  if (!side.drafts.includes(draft)) side.drafts.push(draft);
}

function noSide(): Side {
  return { fates: noFates(), drafts: [], firstTracked: false };
}
