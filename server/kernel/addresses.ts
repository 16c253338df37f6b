// Strict readers of IP addresses.

const DOT: u8 = 0x2e;
const COLON: u8 = 0x3a;

/**
 * The octet of `length` digits that ends before `stop`; above 255 unless it is one to three digits
 * without a leading zero. Without a branch: how long octets are cannot be foreseen.
 */
// @ts-ignore: decorator
@inline
function octet(stop: usize, length: u32): u32 {
  const shift = (4 - length) << 3;
  const digits = ((load<u32>(stop - 4) ^ 0x30303030) >> shift) << shift;
  const notDigits = ((digits + 0x76767676) | digits) & 0x80808080;
  const leadingZero = <u32>(length > 1) & <u32>(((digits >> shift) & 0xff) == 0);
  const badLength = <u32>(length - 1 > 2);
  const value = (digits >> 24) + ((digits >> 16) & 0xff) * 10 + ((digits >> 8) & 0xff) * 100;
  return value | notDigits | ((leadingZero | badLength) << 8);
}

/** The IPv4 address in `[at, stop)`, or -1. */
// @ts-ignore: decorator
@inline
export function ipv4(at: usize, stop: usize): i64 {
  const length = <u32>(stop - at);
  if (length - 7 > 8) return -1;
  let dots = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(DOT))) & ((1 << length) - 1);
  if (popcnt(dots) != 3) return -1;
  const a = <u32>ctz(dots);
  dots &= dots - 1;
  const b = <u32>ctz(dots);
  dots &= dots - 1;
  const c = <u32>ctz(dots);
  const o1 = octet(at + a, a);
  const o2 = octet(at + b, b - a - 1);
  const o3 = octet(at + c, c - b - 1);
  const o4 = octet(stop, length - c - 1);
  if ((o1 | o2 | o3 | o4) > 255) return -1;
  return <i64>((o1 << 24) | (o2 << 16) | (o3 << 8) | o4);
}

// @ts-ignore: decorator
@inline
function hexDigit(byte: u8): i32 {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Reads the IPv6 address in `[from, stop)` into 16 bytes at `out`; false if it is none. */
export function ipv6(from: usize, stop: usize, out: usize): bool {
  if (stop - from < 2 || stop - from > 45) return false;
  let at = from;
  let filled: usize = 0;
  let gap: i32 = -1;
  if (load<u8>(at) == COLON) {
    if (load<u8>(at, 1) != COLON) return false;
    gap = 0;
    at += 2;
  }
  while (at < stop) {
    if (filled == 16) return false;
    const groupStart = at;
    let group: u32 = 0;
    while (at < stop) {
      const digit = hexDigit(load<u8>(at));
      if (digit < 0) break;
      group = (group << 4) + digit;
      at++;
    }
    if (at < stop && load<u8>(at) == DOT) {
      if (filled > 12) return false;
      const tail = ipv4(groupStart, stop);
      if (tail < 0) return false;
      store<u32>(out + filled, bswap(<u32>tail));
      filled += 4;
      break;
    }
    const digits = at - groupStart;
    if (digits == 0 || digits > 4) return false;
    store<u8>(out + filled, <u8>(group >> 8));
    store<u8>(out + filled, <u8>group, 1);
    filled += 2;
    if (at == stop) break;
    if (load<u8>(at) != COLON) return false;
    at++;
    if (at < stop && load<u8>(at) == COLON) {
      if (gap >= 0) return false;
      gap = <i32>filled;
      at++;
    } else if (at == stop) return false;
  }
  if (gap < 0) return filled == 16;
  if (filled > 14) return false;
  const moved = filled - gap;
  memory.copy(out + 16 - moved, out + gap, moved);
  memory.fill(out + gap, 0, 16 - moved - gap);
  return true;
}
