/** The protocols that flow logs hold most, by IANA number. */
const NAMES: Readonly<Record<number, string>> = {
  1: 'ICMP',
  2: 'IGMP',
  4: 'IPv4 in IP',
  6: 'TCP',
  17: 'UDP',
  41: 'IPv6 in IP',
  47: 'GRE',
  50: 'ESP',
  51: 'AH',
  58: 'ICMPv6',
  89: 'OSPF',
  103: 'PIM',
  112: 'VRRP',
  132: 'SCTP',
};

/** A protocol by its name, if it is a usual one, and its number. */
export function protocolName(protocol: number | null): string {
  if (protocol === null) return 'none given';
  const name = NAMES[protocol];
  return name === undefined ? `protocol ${protocol}` : `${name} (${protocol})`;
}
