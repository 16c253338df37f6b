import { parseAddress, type Address } from '../record/address';

/** A range of addresses as users write it: `10.0.0.0/24`, `2001:db8::/64` or a single address. */
export interface Cidr {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Length of the prefix in bits. */
  readonly length: number;
}

/** The range that a text spells; host bits may be set. Undefined if it spells none. */
export function parseCidr(text: string): Cidr | undefined {
  const [address = '', length, ...rest] = text.trim().split('/');
  const parsed = parseAddress(address);
  if (!parsed || rest.length > 0) return undefined;
  const bytes = bytesOf(parsed);
  const most = bytes.length * 8;
  if (length === undefined) return { text: text.trim(), bytes, length: most };
  if (!/^\d{1,3}$/.test(length) || Number(length) > most) return undefined;
  return { text: text.trim(), bytes, length: Number(length) };
}

/** The narrowest of the ranges that holds an address. */
export function narrowest(ranges: readonly Cidr[], address: Address): Cidr | undefined {
  const bytes = bytesOf(address);
  let found: Cidr | undefined;
  for (const range of ranges) {
    if (range.bytes.length !== bytes.length || !sharePrefix(range.bytes, bytes, range.length))
      continue;
    if (!found || range.length > found.length) found = range;
  }
  return found;
}

/** Whether two addresses of one family begin with the same bits. */
export function sharePrefix(a: Uint8Array, b: Uint8Array, length: number): boolean {
  const whole = length >> 3;
  for (let i = 0; i < whole; i++) if (a[i] !== b[i]) return false;
  const rest = length & 7;
  return rest === 0 || (a[whole]! ^ b[whole]!) >> (8 - rest) === 0;
}

/** How many bits two addresses of one family begin with alike. */
export function sharedBits(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return at < 0 ? a.length * 8 : at * 8 + Math.clz32(a[at]! ^ b[at]!) - 24;
}

/** An address in network order, 4 or 16 bytes. */
export function bytesOf(address: Address): Uint8Array {
  if (address.family === 6) return address.bytes;
  const { value } = address;
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}
