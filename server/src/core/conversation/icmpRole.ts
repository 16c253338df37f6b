import { isRegisteredPacking } from '../scan/icmpPacking';
import type { IcmpProtocol } from '../tables/icmp';
import { icmpPairOfReply, icmpPairOfRequest, isIcmpError } from '../tables/icmpPairs';

/** How ICMP type and code are packed into the destination port. */
export type IcmpOrder = 'auto' | 'type-high' | 'type-low';

/** What a message does in an exchange; a type that nothing answers and that answers nothing is `other`. */
export const ROLE = { request: 0, reply: 1, error: 2, other: 3 } as const;

/** A reading of a destination port under ICMP, packed into one number. */
const ROLE_MASK = 3;
const UNSURE = 4;
const IDENTIFIED = 8;
const GROUP_SHIFT = 8;
const TYPE_SHIFT = 16;
const UNREAD = -1;

export const roleOf = (reading: number): number => reading & ROLE_MASK;
/** The order of type and code was inferred from what is registered. */
export const isUnsure = (reading: number): boolean => (reading & UNSURE) !== 0;
/** Question and answer carry an equal identifier. */
export const isIdentified = (reading: number): boolean => (reading & IDENTIFIED) !== 0;
/** The type that asks, of the pair that the message belongs to; its own type where it has none. */
export const groupOf = (reading: number): number => (reading >>> GROUP_SHIFT) & 255;
export const typeOf = (reading: number): number => (reading >>> TYPE_SHIFT) & 255;

/** Reads the destination ports of ICMP and ICMPv6 records, each value once. */
export class IcmpReader {
  private readonly readings = { 1: unread(), 58: unread() };

  constructor(private readonly order: IcmpOrder) {}

  read(protocol: IcmpProtocol, dstPort: number): number {
    const readings = this.readings[protocol];
    const known = readings[dstPort]!;
    if (known !== UNREAD) return known;
    return (readings[dstPort] = readingOf(protocol, dstPort, this.order));
  }
}

function readingOf(protocol: IcmpProtocol, dstPort: number, order: IcmpOrder): number {
  const swapped = ((dstPort & 255) << 8) | (dstPort >>> 8);
  if (order === 'type-high') return describe(protocol, dstPort >>> 8, 0);
  if (order === 'type-low') return describe(protocol, dstPort & 255, 0);
  const documented =
    isRegisteredPacking(protocol, dstPort) || !isRegisteredPacking(protocol, swapped);
  return documented
    ? describe(protocol, dstPort >>> 8, 0)
    : describe(protocol, dstPort & 255, UNSURE);
}

function describe(protocol: IcmpProtocol, type: number, sureness: number): number {
  const asks = icmpPairOfRequest(protocol, type);
  const pair = asks ?? icmpPairOfReply(protocol, type);
  const role = isIcmpError(protocol, type)
    ? ROLE.error
    : asks
      ? ROLE.request
      : pair
        ? ROLE.reply
        : ROLE.other;
  const identified = pair?.identifier ? IDENTIFIED : 0;
  const group = pair?.request ?? type;
  return role | sureness | identified | (group << GROUP_SHIFT) | (type << TYPE_SHIFT);
}

function unread(): Int32Array {
  return new Int32Array(65_536).fill(UNREAD);
}
