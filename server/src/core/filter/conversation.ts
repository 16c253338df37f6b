import { FLAG, type Columns } from '../scan/columns';

/** Protocols whose port fields hold ports: TCP, UDP, DCCP, SCTP, UDP-Lite (IANA port registry). */
const WITH_PORTS = new Uint8Array(257);
for (const protocol of [6, 17, 33, 132, 136]) WITH_PORTS[protocol] = 1;

const ICMP = 1;
const ICMPV6 = 58;
/** Type × 256 + code of echo messages (RFC 792, RFC 4443). */
const ECHO = { request: 8 << 8, reply: 0, requestV6: 128 << 8, replyV6: 129 << 8 };

/** The protocol of a record that has none. */
export const NO_PROTOCOL = 256;
/** A conversation without a port. */
export const NO_PORT = -1;

/** Which end of a record counts as the client, if its ports or its ICMP type tell. */
export const CLIENT = { unknown: 0, source: 1, destination: 2 } as const;

/** The protocol number of a record, or {@link NO_PROTOCOL}. */
export function protocolIn(columns: Columns, row: number): number {
  return columns.flags[row]! & FLAG.protocol ? columns.protocol[row]! : NO_PROTOCOL;
}

/** Whether the port fields hold ports under a protocol; where there is none, they are taken to. */
export function hasPorts(protocol: number): boolean {
  return WITH_PORTS[protocol] === 1 || protocol === NO_PROTOCOL;
}

/**
 * What tells a conversation at a row beside its two addresses: the lower of its two ports, and as
 * its client the end with the higher one. An echo request comes from its client, a reply goes
 * there. Given as `(port + 1) << 2 | client`, which fits a small integer.
 */
export function conversationEnds(columns: Columns, row: number, protocol: number): number {
  const both = FLAG.srcPort | FLAG.dstPort;
  if ((columns.flags[row]! & both) !== both) return CLIENT.unknown;
  const from = columns.srcPort[row]!;
  const to = columns.dstPort[row]!;
  if (hasPorts(protocol)) {
    if (from > to) return ((to + 1) << 2) | CLIENT.source;
    return ((from + 1) << 2) | (from < to ? CLIENT.destination : CLIENT.unknown);
  }
  if (protocol === ICMP) {
    if (to === ECHO.request) return CLIENT.source;
    // Zero in both is what older records write for every message.
    return to === ECHO.reply && from !== 0 ? CLIENT.destination : CLIENT.unknown;
  }
  if (protocol !== ICMPV6) return CLIENT.unknown;
  if (to === ECHO.requestV6) return CLIENT.source;
  return to === ECHO.replyV6 ? CLIENT.destination : CLIENT.unknown;
}

/** Bit that a port has from 32768 on: where most systems take the ports of those who begin. */
const TAKEN = 1 << 15;

/**
 * Whether a record makes its client look like the end that began: by an echo message, or by one port
 * from 32768 on and one below. Two ports on the same side do not tell, nor does port 0.
 */
export function looksDirected(
  { srcPort, dstPort }: Columns,
  row: number,
  protocol: number,
  ends: number,
): boolean {
  if ((ends & 3) === CLIENT.unknown) return false;
  if (!hasPorts(protocol)) return true;
  return ends >> 2 > 1 && ((srcPort[row]! ^ dstPort[row]!) & TAKEN) !== 0;
}
