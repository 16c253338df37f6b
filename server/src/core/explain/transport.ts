import type { IcmpProtocol } from '../tables/icmp';
import { protocolOf } from '../tables/protocols';
import type { PortProtocol } from '../tables/services';

export const ICMP = 1;
export const TCP = 6;
export const UDP = 17;
export const ICMPV6 = 58;

/**
 * Under which protocol IANA's port registry lists the ports of a protocol; UDP-Lite shares UDP's
 * (RFC 3828, section 4).
 */
const PORT_REGISTRIES: Readonly<Record<number, PortProtocol>> = {
  6: 6,
  17: 17,
  33: 33,
  132: 132,
  136: 17,
};

/** The part of the port registry that holds a protocol's ports; undefined where it has none. */
export function portRegistryOf(protocol: number): PortProtocol | undefined {
  return PORT_REGISTRIES[protocol];
}

/** Whether a protocol's messages are ICMP's, whose numbers stand in the port fields. */
export function isIcmp(protocol: number | undefined): protocol is IcmpProtocol {
  return protocol === ICMP || protocol === ICMPV6;
}

/** A protocol as a reader would call it inside a sentence: `TCP`, `ICMPv6`, `protocol 200`. */
export function protocolWord(protocol: number): string {
  if (protocol === ICMPV6) return 'ICMPv6';
  return protocolOf(protocol)?.keyword ?? `protocol ${protocol}`;
}
