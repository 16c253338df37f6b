import { Lane } from './lanes';
import { icmpGroupOf, META, MODE, modeOf } from './recordReader';

/** One of the two directions of a conversation: 0 from A to B, 1 from B to A. */
export type Way = 0 | 1;

export const otherWay = (way: Way): Way => (way === 0 ? 1 : 0);

/** What the records of a conversation show beside their sums, as bits. */
export const TRAIT = {
  /** One way has ACCEPT and REJECT in windows that overlap; two bits, one a way. */
  mixed: 1,
  /** Two records of one way and action start in the same second; two bits. */
  twice: 16,
  /** More records follow within a window, as a conversation of their own: a setting pairs closer. */
  cut: 64,
  /** A REJECT shows a SYN without ACK. */
  refusedSyn: 128,
} as const;

/**
 * A flow and its reverse at one observation point, in capture windows that overlap or touch. One
 * object is filled again and again: what is to stay has to be copied.
 */
export class Conversation {
  point = 0;
  protocol = 0;
  v6 = false;
  a = 0;
  b = 0;
  portA = 0;
  portB = 0;
  /** A {@link MODE}. */
  mode: number = MODE.ports;
  /** ICMP: the type that asks. */
  icmpGroup = 0;
  /** ICMP: the identifier, where question and answer carry an equal one; else 0. */
  identifier = 0;
  /** Bits of {@link TRAIT}. */
  traits = 0;
  /** By way, bits of SIGN that any of its records shows. */
  readonly signs: [number, number] = [0, 0];
  /** By way: it had ACCEPT, or REJECT, in the window before this conversation. */
  readonly acceptedBefore: [boolean, boolean] = [false, false];
  readonly refusedBefore: [boolean, boolean] = [false, false];
  /** By way: line from 0 of the last ACCEPT in the window before, if it had one. */
  readonly acceptedBeforeLine: [number, number] = [0, 0];
  /** By way. */
  readonly accepted: [Lane, Lane] = [new Lane(), new Lane()];
  readonly refused: [Lane, Lane] = [new Lane(), new Lane()];
  /** The first lines of each way, as lists in the table's pool. */
  readonly lines: [number, number] = [0, 0];

  setKey(point: number, meta: number, a: number, b: number, ports: number): void {
    this.point = point;
    this.protocol = meta & 255;
    this.v6 = (meta & META.v6) !== 0;
    this.mode = modeOf(meta);
    this.icmpGroup = icmpGroupOf(meta);
    this.a = a;
    this.b = b;
    const identified = (meta & META.identified) !== 0;
    this.identifier = identified ? ports : 0;
    this.portA = this.mode === MODE.ports ? Math.floor(ports / 65_536) : 0;
    this.portB = this.mode === MODE.ports ? ports & 65_535 : 0;
  }

  source(way: Way): number {
    return way === 0 ? this.a : this.b;
  }

  destination(way: Way): number {
    return way === 0 ? this.b : this.a;
  }

  sourcePort(way: Way): number {
    return way === 0 ? this.portA : this.portB;
  }

  destinationPort(way: Way): number {
    return way === 0 ? this.portB : this.portA;
  }

  /** What tells who asks apart from others at its address: its port, or an ICMP identifier; else 0. */
  clientOf(request: Way): number {
    return this.mode === MODE.ports ? this.sourcePort(request) : this.identifier;
  }

  hasAccept(way: Way): boolean {
    return this.accepted[way].records > 0;
  }

  hasReject(way: Way): boolean {
    return this.refused[way].records > 0;
  }

  /** A way had ACCEPT, here or in the window before. */
  hadAccept(way: Way): boolean {
    return this.hasAccept(way) || this.acceptedBefore[way];
  }

  hadReject(way: Way): boolean {
    return this.hasReject(way) || this.refusedBefore[way];
  }

  has(way: Way): boolean {
    return this.hasAccept(way) || this.hasReject(way);
  }

  /** Both ways are on record. */
  get isTwoWay(): boolean {
    return this.has(0) && this.has(1);
  }

  /** Start of the first record of a way, in Unix seconds. */
  startOf(way: Way): number {
    return Math.min(firstStart(this.accepted[way]), firstStart(this.refused[way]));
  }

  get start(): number {
    return Math.min(this.startOf(0), this.startOf(1));
  }

  get end(): number {
    return Math.max(lastEnd(this, 0), lastEnd(this, 1));
  }

  isMixed(way: Way): boolean {
    return (this.traits & (TRAIT.mixed << way)) !== 0;
  }

  isSeenTwice(way: Way): boolean {
    return (this.traits & (TRAIT.twice << way)) !== 0;
  }

  get isCut(): boolean {
    return (this.traits & TRAIT.cut) !== 0;
  }

  get refusesSyn(): boolean {
    return (this.traits & TRAIT.refusedSyn) !== 0;
  }

  shows(way: Way, sign: number): boolean {
    return (this.signs[way] & sign) !== 0;
  }
}

function firstStart(lane: Lane): number {
  return lane.records > 0 ? lane.start : Number.POSITIVE_INFINITY;
}

function lastEnd({ accepted, refused }: Conversation, way: Way): number {
  const end = (lane: Lane) => (lane.records > 0 ? lane.lastEnd : 0);
  return Math.max(end(accepted[way]), end(refused[way]));
}
