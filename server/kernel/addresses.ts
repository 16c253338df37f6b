// Strict readers of IP addresses.

const DOT: u8 = 0x2e;
const COLON: u8 = 0x3a;

/** How the digits of an IPv4 address can stand: four octets of one to three digits each. */
const SHAPES: u32 = 81;
/** By shape: where the dots are, as bits. */
const DOTS: usize = memory.data(81 * 2, 16);
/** By shape: which byte of the text comes where, each octet's digits at the end of four bytes. */
const DIGITS: usize = memory.data(81 * 16, 16);
/** By shape: the least that octets so long can be without a leading zero, as four u32. */
const LEAST: usize = memory.data(81 * 16, 16);
/** A place that no text has: what comes from there is 0. */
const NOWHERE: u8 = 0x80;

fillShapes();

function fillShapes(): void {
  for (let shape: u32 = 0; shape < SHAPES; shape++) {
    const row = <usize>shape << 4;
    let rest = shape;
    let weight: u32 = 27;
    let at: u32 = 0;
    let dots: u32 = 0;
    for (let octet: usize = 0; octet < 4; octet++) {
      const length = rest / weight + 1;
      rest %= weight;
      weight /= 3;
      const cell = row + (octet << 2);
      for (let digit: u32 = 0; digit < 4; digit++) {
        const place = at + length - 4 + digit;
        store<u8>(DIGITS + cell + <usize>digit, digit >= 4 - length ? <u8>place : NOWHERE);
      }
      store<u32>(LEAST + cell, length == 1 ? 0 : length == 2 ? 10 : 100);
      at += length + 1;
      if (octet < 3) dots |= 1 << (at - 1);
    }
    store<u16>(DOTS + (<usize>shape << 1), <u16>dots);
  }
}

/** The IPv4 address in `[at, stop)`, or -1. */
// @ts-ignore: decorator
@inline
export function ipv4(at: usize, stop: usize): i64 {
  const length = <u32>(stop - at);
  if (length - 7 > 8) return -1;
  const text = v128.load(at);
  const dots = <u32>i8x16.bitmask(i8x16.eq(text, i8x16.splat(DOT))) & ((1 << length) - 1);
  const second = dots & (dots - 1);
  // Numbers of digits less one are the figures of the shape's number, to the base of three.
  const third = second & (second - 1);
  const shape: u32 = 18 * ctz(dots) + 6 * ctz(second) + 2 * ctz(third) + length - 53;
  if (shape >= SHAPES || <u32>load<u16>(DOTS + (<usize>shape << 1)) != dots) return -1;
  const row = <usize>shape << 4;
  const digits = i8x16.swizzle(i8x16.sub(text, i8x16.splat(0x30)), v128.load(DIGITS + row));
  const tens = i16x8.mul(v128.and(digits, i16x8.splat(0xff)), i16x8.splat(10));
  const pairs = i16x8.add(tens, i16x8.shr_u(digits, 8));
  const octets = i32x4.dot_i16x8_s(pairs, i16x8(100, 1, 100, 1, 100, 1, 100, 1));
  const noOctet = v128.or(
    i32x4.gt_s(octets, i32x4.splat(255)),
    i32x4.lt_s(octets, v128.load(LEAST + row)),
  );
  if (v128.any_true(v128.or(noOctet, i8x16.gt_u(digits, i8x16.splat(9))))) return -1;
  const word = i8x16.shuffle(octets, octets, 12, 8, 4, 0, 12, 8, 4, 0, 12, 8, 4, 0, 12, 8, 4, 0);
  return <i64><u32>i32x4.extract_lane(word, 0);
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
