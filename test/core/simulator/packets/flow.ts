import type { Hop } from '../network/hop';
import type { Connection } from '../tracking/tracking';
import type { Address } from './address';
import type { Conversation } from './conversation';

/**
 * One direction of a five-tuple, as records name it: ICMP carries its identifier and type in the
 * ports, and zeros where the records keep neither. A port of -1 is written `-`.
 */
export interface Flow {
  readonly source: Address;
  readonly destination: Address;
  readonly srcPort: number;
  readonly dstPort: number;
  readonly protocol: number;
  /** Where the packets of this flow are seen, in the order of the path. */
  readonly hops: readonly Hop[];
  /** The first conversation that sent a packet in this flow. */
  owner: Conversation | undefined;
  /** A second one did too. */
  shared: boolean;
}

/**
 * What a packet is in its conversation. A stray belongs to none: it was sent in another's name, and
 * neither it nor what it provokes asks or answers anything.
 */
export type Role = 'request' | 'reply' | 'fragment' | 'error' | 'stray';

export interface Packet {
  readonly flow: Flow;
  readonly connection: Connection;
  readonly source: Address;
  readonly conversation: Conversation;
  readonly role: Role;
  readonly bytes: number;
  /** TCP header bits; 0 for any other protocol. */
  readonly tcp: number;
  /** For an ICMP error, the connection that it reports on. */
  readonly about?: Connection;
}
