import {
  ipv4MulticastRows,
  ipv4SpecialRows,
  ipv6MulticastRows,
  ipv6SpecialRows,
  type Ipv4MulticastRow,
  type Ipv4SpecialRow,
  type Ipv6MulticastRow,
  type Ipv6SpecialRow,
} from './specialAddresses.data';

export {
  ipv4MulticastSource,
  ipv4SpecialSource,
  ipv6MulticastSource,
  ipv6SpecialSource,
} from './specialAddresses.data';

/**
 * A block of IANA's special-purpose registries (RFC 6890, RFC 8190) or of the multicast address
 * spaces. A flag that the registry does not state is absent; multicast blocks have none.
 */
export interface SpecialRange {
  readonly kind: 'special-purpose' | 'multicast';
  readonly block: string;
  readonly name: string;
  readonly reference?: string;
  /** Valid as a source address. */
  readonly source?: boolean;
  /** Valid as a destination address. */
  readonly destination?: boolean;
  /** A router may forward to it between external interfaces. */
  readonly forwardable?: boolean;
  readonly globallyReachable?: boolean;
  readonly reservedByProtocol?: boolean;
  /** Year and month. */
  readonly allocated?: string;
  readonly terminated?: string;
  readonly note?: string;
}

/** The narrowest registered block that holds an address: IPv4 as a number, IPv6 as 16 bytes. */
export function specialRangeOf(address: number | Uint8Array): SpecialRange | undefined {
  if (typeof address === 'number') return ipv4RangeOf(address >>> 0);
  return address.length === 16 ? ipv6RangeOf(address) : undefined;
}

/** IPv4 224.0.0.0/4, IPv6 ff00::/8. */
export function isMulticast(address: number | Uint8Array): boolean {
  return typeof address === 'number' ? address >>> 28 === 0xe : address[0] === 0xff;
}

function ipv4RangeOf(address: number): SpecialRange | undefined {
  const holds = ([first, last]: readonly [number, number, ...unknown[]]): boolean =>
    address >= first && address <= last;
  if (isMulticast(address)) return fromMulticastRow(ipv4MulticastRows.find(holds));
  return fromSpecialRow(ipv4SpecialRows.find(holds));
}

function ipv6RangeOf(address: Uint8Array): SpecialRange | undefined {
  const hex = Array.from(address, byte => byte.toString(16).padStart(2, '0')).join('');
  const holds = ([prefix, length]: readonly [string, number, ...unknown[]]): boolean =>
    startsWithBits(address, hex, prefix, length);
  if (isMulticast(address)) return fromMulticastRow(ipv6MulticastRows.find(holds));
  return fromSpecialRow(ipv6SpecialRows.find(holds));
}

/** Whole bytes are compared as text; what is left of the last byte of the prefix as bits. */
function startsWithBits(address: Uint8Array, hex: string, prefix: string, length: number): boolean {
  const whole = length >> 3;
  const rest = 8 - (length & 7);
  if (!hex.startsWith(prefix.slice(0, whole * 2))) return false;
  if (rest === 8) return true;
  const last = Number.parseInt(prefix.slice(whole * 2), 16);
  return (address[whole] ?? 0) >> rest === last >> rest;
}

function fromMulticastRow(
  row: Ipv4MulticastRow | Ipv6MulticastRow | undefined,
): SpecialRange | undefined {
  if (row === undefined) return undefined;
  const [, , block, name, reference] = row;
  return { kind: 'multicast', block, name, ...(reference !== '' && { reference }) };
}

function fromSpecialRow(
  row: Ipv4SpecialRow | Ipv6SpecialRow | undefined,
): SpecialRange | undefined {
  if (row === undefined) return undefined;
  const [, , block, name, reference, flags, allocated, terminated, note] = row;
  return {
    kind: 'special-purpose',
    block,
    name,
    reference,
    ...flag('source', flags[0]),
    ...flag('destination', flags[1]),
    ...flag('forwardable', flags[2]),
    ...flag('globallyReachable', flags[3]),
    ...flag('reservedByProtocol', flags[4]),
    allocated,
    ...(terminated !== '' && { terminated }),
    ...(note !== '' && { note }),
  };
}

function flag(name: keyof SpecialRange, letter: string | undefined): Partial<SpecialRange> {
  return letter === 'T' || letter === 'F' ? { [name]: letter === 'T' } : {};
}
