import { readIpv4, readIpv6 } from '../scan/addresses';

/** An IP address: IPv4 as an unsigned 32-bit number, IPv6 as 16 bytes in network order. */
export type Address =
  | { readonly family: 4; readonly value: number }
  | { readonly family: 6; readonly bytes: Uint8Array };

const scratch = new Uint8Array(64);

/** The address that a text spells in full strictness, or undefined. */
export function parseAddress(text: string): Address | undefined {
  const length = asciiInto(text);
  if (length < 0) return undefined;
  const value = readIpv4(scratch, 0, length);
  if (value >= 0) return { family: 4, value };
  const bytes = new Uint8Array(16);
  return readIpv6(scratch, 0, length, bytes) ? { family: 6, bytes } : undefined;
}

/** An IPv4 number in dotted decimal. */
export function formatIpv4(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

/** Sixteen bytes as RFC 5952 recommends: lower case, the longest run of zeros as `::`. */
export function formatIpv6(bytes: Uint8Array): string {
  const groups: number[] = [];
  for (let i = 0; i < 16; i += 2) groups.push((bytes[i]! << 8) | bytes[i + 1]!);
  let runStart = -1;
  let runLength = 1;
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (i + length < 8 && groups[i + length] === 0) length++;
    if (length > runLength) {
      runStart = i;
      runLength = length;
    }
    i += length;
  }
  const hex = groups.map(group => group.toString(16));
  if (runStart < 0) return hex.join(':');
  return `${hex.slice(0, runStart).join(':')}::${hex.slice(runStart + runLength).join(':')}`;
}

export function formatAddress(address: Address): string {
  return address.family === 4 ? formatIpv4(address.value) : formatIpv6(address.bytes);
}

export function sameAddress(a: Address, b: Address): boolean {
  if (a.family === 4) return b.family === 4 && a.value === b.value;
  return b.family === 6 && a.bytes.every((byte, i) => byte === b.bytes[i]);
}

function asciiInto(text: string): number {
  if (text.length > scratch.length) return -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7e) return -1;
    scratch[i] = code;
  }
  return text.length;
}
