import { ACK, FIN, RST, SYN, TCP, UDP, isIcmp } from '../packets/protocol';
import type { Address } from '../packets/address';

/** Seconds without a packet after which a connection of each kind is forgotten. */
export interface Timers {
  readonly halfOpen: number;
  readonly established: number;
  /** One side has sent its FIN. */
  readonly closing: number;
  /** Both sides have, or one has reset the connection. */
  readonly closed: number;
  readonly udp: number;
  readonly udpAnswered: number;
  readonly icmp: number;
  readonly other: number;
}

/**
 * What a TCP packet of no known connection may do where a rule allows it: begin one whatever its
 * flags (`any`, only a RST begins none), or only as a SYN (`syn`), all else being refused.
 */
export type Pickup = 'any' | 'syn';

/** Both directions of a five-tuple, or of an ICMP identifier, as a security group sees them. */
export interface Connection {
  readonly protocol: number;
}

/** The packet as far as tracking looks at it. */
export interface TrackedPacket {
  readonly connection: Connection;
  readonly source: Address;
  readonly tcp: number;
}

interface Entry {
  readonly opener: Address;
  state: 'half-open' | 'established' | 'closing' | 'closed' | 'stream';
  answered: boolean;
  closedBy: Address | undefined;
  last: number;
}

/** The connections that the security groups of one interface keep. */
export class Tracking {
  private readonly entries = new Map<Connection, Entry>();

  constructor(
    private readonly timers: Timers,
    readonly pickup: Pickup,
  ) {}

  /** The packet belongs to a connection that is still known. */
  knows(packet: TrackedPacket, time: number): boolean {
    const entry = this.find(packet.connection, time);
    // A SYN after the close asks for a new connection, and a new verdict.
    return entry !== undefined && !(entry.state === 'closed' && isOpening(packet));
  }

  /** A connection is known, whatever packet might come. */
  holds(connection: Connection, time: number): boolean {
    return this.find(connection, time) !== undefined;
  }

  /** Takes note of a packet that the security groups let through. */
  note(packet: TrackedPacket, time: number): void {
    const entry = this.find(packet.connection, time);
    if (!entry || (entry.state === 'closed' && isOpening(packet))) {
      this.open(packet, time);
      return;
    }
    entry.last = time;
    if (packet.source !== entry.opener) entry.answered = true;
    if (packet.connection.protocol === TCP) advance(entry, packet);
  }

  private open(packet: TrackedPacket, time: number): void {
    const { connection, tcp, source } = packet;
    this.entries.delete(connection);
    if (connection.protocol === TCP && tcp & RST) return;
    this.entries.set(connection, {
      opener: source,
      state: firstState(packet),
      answered: false,
      closedBy: tcp & FIN ? source : undefined,
      last: time,
    });
  }

  private find(connection: Connection, time: number): Entry | undefined {
    const entry = this.entries.get(connection);
    return entry && time - entry.last <= this.timeout(connection, entry) ? entry : undefined;
  }

  private timeout({ protocol }: Connection, { state, answered }: Entry): number {
    const { timers } = this;
    switch (state) {
      case 'half-open':
        return timers.halfOpen;
      case 'established':
        return timers.established;
      case 'closing':
        return timers.closing;
      case 'closed':
        return timers.closed;
      case 'stream':
        if (protocol === UDP) return answered ? timers.udpAnswered : timers.udp;
        return isIcmp(protocol) ? timers.icmp : timers.other;
    }
  }
}

function isOpening({ connection, tcp }: TrackedPacket): boolean {
  return connection.protocol === TCP && (tcp & (SYN | ACK)) === SYN;
}

function firstState({ connection, tcp }: TrackedPacket): Entry['state'] {
  if (connection.protocol !== TCP) return 'stream';
  if (tcp & SYN) return 'half-open';
  return tcp & FIN ? 'closing' : 'established';
}

function advance(entry: Entry, { tcp, source }: TrackedPacket): void {
  if (tcp & RST) {
    entry.state = 'closed';
  } else if (tcp & FIN) {
    if (entry.closedBy && entry.closedBy !== source) entry.state = 'closed';
    else if (entry.state !== 'closed') entry.state = 'closing';
    entry.closedBy ??= source;
  } else if (entry.state === 'half-open' && entry.answered && !(tcp & SYN)) {
    entry.state = 'established';
  }
}
