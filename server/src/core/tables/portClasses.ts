/** RFC 6335 section 6: System Ports, User Ports, Dynamic Ports. */
export type PortClass = 'well-known' | 'registered' | 'dynamic';

/** The class of a port from 0 to 65535. */
export function portClassOf(port: number): PortClass {
  if (port <= 1023) return 'well-known';
  return port <= 49151 ? 'registered' : 'dynamic';
}

/** From which ports a client's own port is taken: RFC 6335, and Linux unless told otherwise. */
export const ephemeralRanges = {
  rfc6335: { first: 49152, last: 65535 },
  /** The default of net.ipv4.ip_local_port_range (kernel documentation, ip-sysctl). */
  linux: { first: 32768, last: 60999 },
} as const;

/** The port lies in a range that client ports are taken from. */
export function isEphemeralPort(port: number): boolean {
  return Object.values(ephemeralRanges).some(({ first, last }) => port >= first && port <= last);
}
