/** IANA protocol numbers that the simulator sends. */
export const ICMP = 1;
export const TCP = 6;
export const UDP = 17;
export const GRE = 47;
export const ESP = 50;
export const ICMPV6 = 58;

/** Bits of the TCP header. */
export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const PSH = 8;
export const ACK = 16;

export function hasPorts(protocol: number): boolean {
  return protocol === TCP || protocol === UDP;
}

export function isIcmp(protocol: number): boolean {
  return protocol === ICMP || protocol === ICMPV6;
}

/** ICMP type and code as a flow log packs them into the destination port. */
export function packed(type: number, code = 0): number {
  return type * 256 + code;
}
