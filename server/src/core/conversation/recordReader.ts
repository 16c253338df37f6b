import { ACTION, DIRECTION, FLAG, LINE, STATUS } from '../scan/columns';
import type { Chunk } from '../scan/chunk';
import type { AddressBook } from './addressBook';
import { groupOf, isIdentified, isUnsure, ROLE, roleOf, type IcmpReader } from './icmpRole';
import type { ObservationPoint, PointBook } from './observationPoint';
import type { Unread } from './unreadRecords';

const ICMP = 1;
const TCP = 6;
const UDP = 17;
const ICMPV6 = 58;
/** Further protocols whose headers begin with two ports: DCCP, SCTP, UDP-Lite. */
const OTHER_PORTED = new Set([33, 132, 136]);
const ECHO_REQUEST = 8;
const FIN = 1;
const SYN = 2;
const RST = 4;
const SYN_ACK = 18;

/** What a row is to pairing. */
export const RECORD = {
  /** Not a record. */
  none: 0,
  /** A record that lacks what pairing needs: addresses, protocol, times, action. */
  unusable: 1,
  noData: 2,
  skipped: 3,
  /** TCP or UDP without ports: pairs with nothing, proves nothing. */
  fragment: 4,
  /** Reports on a packet; pairs with nothing. */
  icmpError: 5,
  flow: 6,
} as const;

/** How the two directions of a conversation find each other. */
export const MODE = {
  /** Addresses and ports, swapped. */
  ports: 0,
  /** Addresses alone, swapped. */
  addresses: 1,
  /** ICMP types that belong together and an identifier; A is who asks. */
  icmp: 2,
  /** Nothing answers it. */
  oneWay: 3,
} as const;

/** What a single record tells about its conversation, as bits; `flagged`: it carries TCP flags. */
export const SIGN = {
  ...{ syn: 1, synAck: 2, icmpRequest: 4, icmpUnsure: 8 },
  ...{ fin: 16, rst: 32, flagged: 64 },
} as const;
/** Bits that signs take. */
export const SIGN_BITS = 7;

export const META = { v6: 1 << 8, modeShift: 9, groupShift: 11, identified: 1 << 19 } as const;

/**
 * Reads rows of chunks, one at a time into the same fields. `a`, `b`, `ports` and `meta` are alike
 * for a flow and its reverse; `reversed` says that B is the source.
 */
export class RecordReader {
  kind: number = RECORD.none;
  point = 0;
  protocol = 0;
  v6 = false;
  source = 0;
  destination = 0;
  srcPort = 0;
  dstPort = 0;
  /** Unix seconds; an absent end is the start. */
  start = 0;
  end = 0;
  accepted = false;
  /** A {@link DIRECTION}, of clouds that name it. */
  direction: number = DIRECTION.none;
  packets = 0;
  bytes = 0;
  /** Bits of {@link SIGN}. */
  signs = 0;
  a = 0;
  b = 0;
  /** Port of A × 65536 + port of B, or an ICMP identifier. */
  ports = 0;
  /** Protocol, family, {@link MODE} and ICMP group. */
  meta = 0;
  reversed = false;
  row = 0;
  private chunk!: Chunk;

  constructor(
    readonly points: PointBook,
    readonly addresses: AddressBook,
    private readonly icmp: IcmpReader,
  ) {}

  /** Turns to a chunk. */
  open(chunk: Chunk): void {
    this.chunk = chunk;
  }

  /** Whether the record carries both addresses and counts traffic. */
  get isData(): boolean {
    return this.kind >= RECORD.fragment;
  }

  get observation(): ObservationPoint {
    return this.points.points[this.point]!;
  }

  /** Reads a row and gives its {@link RECORD}. Keys are made for flows only. */
  read(row: number): number {
    const { columns } = this.chunk;
    this.row = row;
    if (columns.kind[row] !== LINE.record) return (this.kind = RECORD.none);
    const flags = columns.flags[row]!;
    this.point = this.points.numberOf(this.chunk, row);
    if (!(flags & FLAG.start)) return (this.kind = RECORD.unusable);
    this.start = columns.start[row]!;
    this.end = flags & FLAG.end ? columns.end[row]! : this.start;
    if (this.end < this.start) return (this.kind = RECORD.unusable);
    const status = columns.status[row]!;
    if (status === STATUS.nodata) return (this.kind = RECORD.noData);
    if (status === STATUS.skipdata) return (this.kind = RECORD.skipped);
    const needed = FLAG.source | FLAG.destination | FLAG.protocol;
    const mixed = ((flags & FLAG.sourceV6) !== 0) !== ((flags & FLAG.destinationV6) !== 0);
    const action = columns.action[row]!;
    if ((flags & needed) !== needed || mixed || action === ACTION.none) {
      return (this.kind = RECORD.unusable);
    }
    this.accepted = action === ACTION.accept;
    this.direction = columns.direction[row]!;
    return (this.kind = this.readFlow(row, flags));
  }

  /**
   * What a record that is no flow says of traffic all the same: the addresses that can be read, -1 for
   * others, at any time if that cannot be read. Undefined if it says of none: neither addresses nor, if
   * there should be any, packets or an action, nor that records may have been skipped.
   */
  unread(line: number): Unread | undefined {
    const { columns } = this.chunk;
    const flags = columns.flags[this.row]!;
    const hasEnds = (flags & (FLAG.source | FLAG.destination)) !== 0;
    const tells = (flags & FLAG.packets) !== 0 || columns.action[this.row] !== ACTION.none;
    const status = columns.status[this.row]!;
    const isUnusable = this.kind === RECORD.unusable && (tells || status !== STATUS.nodata);
    if (!hasEnds && !isUnusable) return undefined;
    const { start, end } = this;
    const times =
      flags & FLAG.start
        ? { from: Math.min(start, end), to: Math.max(start, end) }
        : { from: 0, to: Infinity };
    const v6 = (flags & (FLAG.sourceV6 | FLAG.destinationV6)) !== 0;
    const source = flags & FLAG.source ? this.addressIn(columns.source, FLAG.sourceV6) : -1;
    const destination =
      flags & FLAG.destination ? this.addressIn(columns.destination, FLAG.destinationV6) : -1;
    return { line, v6, source, destination, ...times };
  }

  /** The number of the row's address in a column. */
  private addressIn(column: Uint32Array, v6Flag: number): number {
    const { columns, v6 } = this.chunk;
    const entry = column[this.row]!;
    return columns.flags[this.row]! & v6Flag ? this.addresses.numberV6(v6.at(entry)) : entry;
  }

  private readFlow(row: number, flags: number): number {
    const { columns } = this.chunk;
    this.v6 = (flags & FLAG.sourceV6) !== 0;
    this.source = this.addressIn(columns.source, FLAG.sourceV6);
    this.destination = this.addressIn(columns.destination, FLAG.destinationV6);
    this.srcPort = flags & FLAG.srcPort ? columns.srcPort[row]! : 0;
    this.dstPort = flags & FLAG.dstPort ? columns.dstPort[row]! : 0;
    this.packets = columns.packets[row]!;
    this.bytes = columns.bytes[row]!;
    this.signs = 0;
    const protocol = (this.protocol = columns.protocol[row]!);
    // No host sends ICMP between IPv6 addresses, or ICMPv6 between others: one of the values is wrong.
    if ((protocol === ICMP && this.v6) || (protocol === ICMPV6 && !this.v6)) {
      return RECORD.unusable;
    }
    const { kind, packsIcmp } = this.observation;
    const ccn = kind === 'ccn';
    if (protocol === TCP || protocol === UDP) {
      if (flags & FLAG.tcpFlags && protocol === TCP) this.readTcpFlags(columns.tcpFlags[row]!);
      if (this.srcPort !== 0 && this.dstPort !== 0) return this.keyByPorts();
      // A limit that stopped a later fragment is as certain as any.
      if (ccn && !this.accepted) return this.keyOneWay(0);
      return RECORD.fragment;
    }
    if ((protocol === ICMP || protocol === ICMPV6) && packsIcmp) return this.keyIcmp(protocol);
    if (OTHER_PORTED.has(protocol) && this.srcPort !== 0 && this.dstPort !== 0) {
      return this.keyByPorts();
    }
    return this.keyByAddresses();
  }

  private readTcpFlags(tcpFlags: number): void {
    const both = tcpFlags & SYN_ACK;
    this.signs =
      SIGN.flagged |
      (both === SYN ? SIGN.syn : both === SYN_ACK ? SIGN.synAck : 0) |
      (tcpFlags & FIN ? SIGN.fin : 0) |
      (tcpFlags & RST ? SIGN.rst : 0);
  }

  private keyByPorts(): number {
    const { source, destination, srcPort, dstPort } = this;
    this.reversed = source > destination || (source === destination && srcPort > dstPort);
    this.placeEnds();
    this.ports = this.reversed ? dstPort * 65_536 + srcPort : srcPort * 65_536 + dstPort;
    return this.finishKey(MODE.ports, 0);
  }

  private keyByAddresses(): number {
    this.reversed = this.source > this.destination;
    this.placeEnds();
    this.ports = 0;
    return this.finishKey(MODE.addresses, 0);
  }

  private keyOneWay(group: number): number {
    this.reversed = false;
    this.placeEnds();
    this.ports = 0;
    return this.finishKey(MODE.oneWay, group);
  }

  private keyIcmp(protocol: typeof ICMP | typeof ICMPV6): number {
    // What older records write for every message.
    if (this.srcPort === 0 && this.dstPort === 0) return this.keyByAddresses();
    const reading = this.icmp.read(protocol, this.dstPort);
    const role = roleOf(reading);
    if (isUnsure(reading)) this.signs |= SIGN.icmpUnsure;
    if (role === ROLE.error) return RECORD.icmpError;
    if (role === ROLE.other) return this.keyOneWay(groupOf(reading));
    const identified = isIdentified(reading);
    // Its reply would be 0 and 0, which says nothing of its type.
    if (protocol === ICMP && groupOf(reading) === ECHO_REQUEST && this.srcPort === 0) {
      this.signs |= SIGN.icmpRequest;
      return this.keyByAddresses();
    }
    this.reversed = role === ROLE.reply;
    this.placeEnds();
    this.ports = identified ? this.srcPort : 0;
    this.finishKey(MODE.icmp, groupOf(reading));
    if (identified) this.meta |= META.identified;
    return RECORD.flow;
  }

  private placeEnds(): void {
    this.a = this.reversed ? this.destination : this.source;
    this.b = this.reversed ? this.source : this.destination;
  }

  private finishKey(mode: number, group: number): number {
    const family = this.v6 ? META.v6 : 0;
    this.meta = this.protocol | family | (mode << META.modeShift) | (group << META.groupShift);
    return RECORD.flow;
  }
}

/** The way in which a conversation with this meta is paired: a {@link MODE}. */
export const modeOf = (meta: number): number => (meta >>> META.modeShift) & 3;
/** The ICMP type that asks, or the type of a message that nothing answers. */
export const icmpGroupOf = (meta: number): number => (meta >>> META.groupShift) & 255;
