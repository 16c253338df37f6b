/** Strict readers of IP addresses in bytes. */

const ZERO = 0x30;
const DOT = 0x2e;
const COLON = 0x3a;

/**
 * The IPv4 address in `bytes[start, end)` as an unsigned 32-bit number, or -1. Four decimal octets,
 * no leading zeros (RFC 6943 section 3.1.1 tells why they are ambiguous).
 */
export function readIpv4(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 7 || end - start > 15) return -1;
  let address = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === DOT) {
      if (digits === 0 || ++dots > 3) return -1;
      address = address * 256 + octet;
      octet = 0;
      digits = 0;
      continue;
    }
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9 || (digits > 0 && octet === 0)) return -1;
    octet = octet * 10 + digit;
    if (octet > 255) return -1;
    digits++;
  }
  return dots === 3 && digits > 0 ? address * 256 + octet : -1;
}

/**
 * Reads the IPv6 address in `bytes[start, end)` into 16 bytes of `out`; false if it is none. Groups
 * of one to four hexadecimal digits, at most one `::` that stands for at least one group, an IPv4
 * tail allowed (RFC 4291 section 2.2). No zone, no prefix length.
 */
export function readIpv6(bytes: Uint8Array, start: number, end: number, out: Uint8Array): boolean {
  if (end - start < 2 || end - start > 45) return false;
  let at = start;
  let filled = 0;
  let gap = -1;
  if (bytes[at] === COLON) {
    if (bytes[at + 1] !== COLON) return false;
    gap = 0;
    at += 2;
  }
  while (at < end) {
    if (filled === 16) return false;
    const groupStart = at;
    let group = 0;
    while (at < end) {
      const digit = hexDigit(bytes[at]!);
      if (digit < 0) break;
      group = group * 16 + digit;
      at++;
    }
    if (at < end && bytes[at] === DOT) {
      if (filled > 12) return false;
      const tail = readIpv4(bytes, groupStart, end);
      if (tail < 0) return false;
      for (let shift = 24; shift >= 0; shift -= 8) out[filled++] = (tail >>> shift) & 255;
      at = end;
      break;
    }
    const digits = at - groupStart;
    if (digits === 0 || digits > 4) return false;
    out[filled++] = group >>> 8;
    out[filled++] = group & 255;
    if (at === end) break;
    if (bytes[at] !== COLON) return false;
    at++;
    if (bytes[at] === COLON && at < end) {
      if (gap >= 0) return false;
      gap = filled;
      at++;
    } else if (at === end) return false;
  }
  if (gap < 0) return filled === 16;
  if (filled > 14) return false;
  const moved = filled - gap;
  out.copyWithin(16 - moved, gap, filled);
  out.fill(0, gap, 16 - moved);
  return true;
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
