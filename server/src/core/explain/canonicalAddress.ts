import { formatAddress, formatIpv4, type Address } from '../record/address';

/** Prefixes of 96 bits whose last 32 are an IPv4 address: RFC 4291 (mapped), RFC 6052 (NAT64). */
const PREFIXES: readonly { readonly text: string; readonly bytes: readonly number[] }[] = [
  { text: '::ffff:', bytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff] },
  { text: '64:ff9b::', bytes: [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0] },
];

/** An address as RFC 5952 recommends; after a well-known prefix its section 5 asks for dots. */
export function canonicalText(address: Address): string {
  const embedded = embeddedIpv4(address);
  const prefix = prefixOf(address);
  return embedded && prefix ? `${prefix.text}${embedded}` : formatAddress(address);
}

/** The IPv4 address that an IPv6 address carries after a well-known prefix. */
export function embeddedIpv4(address: Address): string | undefined {
  if (address.family === 4 || !prefixOf(address)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = address.bytes.subarray(12);
  return formatIpv4(((a << 24) | (b << 16) | (c << 8) | d) >>> 0);
}

function prefixOf(address: Address) {
  if (address.family === 4) return undefined;
  return PREFIXES.find(({ bytes }) => bytes.every((byte, i) => byte === address.bytes[i]));
}
