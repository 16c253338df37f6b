import { parseAddress, type Address } from '../record/address';

/** The addresses that share their first `bits` bits (RFC 4632, RFC 4291); the others are zero. */
export interface AddressBlock {
  readonly address: Address;
  readonly bits: number;
}

/** The block that a text names: an address, or an address with a prefix length after a slash. */
export function parseBlock(text: string): AddressBlock | undefined {
  const slash = text.indexOf('/');
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (!address) return undefined;
  const width = address.family === 4 ? 32 : 128;
  if (slash < 0) return { address, bits: width };
  const length = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(length) || Number(length) > width) return undefined;
  return { address: firstOf(address, Number(length)), bits: Number(length) };
}

/** Whether an IPv4 address, as a number, lies in a block. */
export function holdsV4({ address, bits }: AddressBlock, value: number): boolean {
  if (address.family !== 4) return false;
  return bits === 0 || (address.value ^ value) >>> (32 - bits) === 0;
}

/** Whether an IPv6 address, as 16 bytes, lies in a block. */
export function holdsV6({ address, bits }: AddressBlock, bytes: Uint8Array): boolean {
  if (address.family !== 6) return false;
  const whole = bits >> 3;
  for (let i = 0; i < whole; i++) if (address.bytes[i] !== bytes[i]) return false;
  const rest = bits & 7;
  return rest === 0 || (address.bytes[whole]! ^ bytes[whole]!) >> (8 - rest) === 0;
}

/** The address with all bits after the first `bits` cleared. */
export function firstOf(address: Address, bits: number): Address {
  if (address.family === 4) {
    return { family: 4, value: bits === 0 ? 0 : (address.value & (-1 << (32 - bits))) >>> 0 };
  }
  const bytes = address.bytes.map((byte, i) => {
    const kept = Math.min(8, Math.max(0, bits - i * 8));
    return byte & (0xff << (8 - kept));
  });
  return { family: 6, bytes };
}
