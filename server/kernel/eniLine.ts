// The commonest lines of all, ENI records in the value format with single blanks, without a loop:
// where a column stands is known, so nothing has to be looked up. Anything else, be it only a number
// of more than eight digits, is left to line.ts.

import { ipv4 } from './addresses';
import { DATA } from './crossCheck';
import * as FLAG from './flags';
import { isOrdinaryVersion, latest } from './line';
import { ordinaryName } from './names';
import { integer } from './numbers';
import { fourValues, hasLeadingZero, twoNumbers } from './quads';
import { settle } from './settle';
import * as TARGET from './targets';
import { actionAt, statusAt } from './words';

/** Number of the layout, as the host counts the built-in ones. */
export const ENI_LAYOUT: i32 = 0;
/** Blanks between the 14 columns. */
export const ENI_BLANKS: u32 = 13;

const ALL: u32 = 0x3fff;
/** Four absent values, as they stand in a line. */
const FOUR_DASHES: u64 = 0x202d202d202d202d;
const DASH: u8 = 0x2d;
const MINUS_ONE: u16 = 0x312d;
const FLAGS: u32 =
  FLAG.SOURCE |
  FLAG.DESTINATION |
  FLAG.SRC_PORT |
  FLAG.DST_PORT |
  FLAG.PROTOCOL |
  FLAG.PACKETS |
  FLAG.BYTES |
  FLAG.START |
  FLAG.END;

// @ts-ignore: decorator
@inline
function blank(blanks: usize, number: usize): usize {
  return <usize>load<u32>(blanks + (number << 2));
}

/**
 * Whether the 13 separators at `blanks` are all spaces, the only separator with that bit. Written out,
 * as the engine would look after each whether it was the last, which takes as long again.
 */
// @ts-ignore: decorator
@inline
export function areSpaces(blanks: usize): bool {
  const first = separator(blanks, 0) & separator(blanks, 1) & separator(blanks, 2);
  const second = separator(blanks, 3) & separator(blanks, 4) & separator(blanks, 5);
  const third = separator(blanks, 6) & separator(blanks, 7) & separator(blanks, 8);
  const last = separator(blanks, 9) & separator(blanks, 10) & separator(blanks, 11);
  return ((first & second & third & last & separator(blanks, 12)) & 0x20) != 0;
}

// @ts-ignore: decorator
@inline
function separator(blanks: usize, number: usize): u32 {
  return <u32>load<u8>(blank(blanks, number));
}

/** Reads the line `[from, stop)` with its 13 blanks into a row if it is an ordinary data record. */
// @ts-ignore: decorator
@inline
export function acceptEni(row: u32, from: usize, stop: usize, blanks: usize): bool {
  const b0 = blank(blanks, 0);
  const b1 = blank(blanks, 1);
  const b2 = blank(blanks, 2);
  const b3 = blank(blanks, 3);
  const b4 = blank(blanks, 4);
  const sourceValue = ipv4(b2 + 1, b3);
  const destinationValue = ipv4(b3 + 1, b4);
  if ((sourceValue | destinationValue) < 0) return false;
  const b5 = blank(blanks, 5);
  const b6 = blank(blanks, 6);
  const b7 = blank(blanks, 7);
  const b8 = blank(blanks, 8);
  const b9 = blank(blanks, 9);
  const b10 = blank(blanks, 10);
  const b11 = blank(blanks, 11);
  const b12 = blank(blanks, 12);
  const srcPortLength = <u32>(b5 - b4 - 1);
  const dstPortLength = <u32>(b6 - b5 - 1);
  const protocolLength = <u32>(b7 - b6 - 1);
  const packetsLength = <u32>(b8 - b7 - 1);
  const bytesLength = <u32>(b9 - b8 - 1);
  const lengths =
    (srcPortLength - 1) | (dstPortLength - 1) | (protocolLength - 1) | (packetsLength - 1) |
    (bytesLength - 1);
  // Times have ten digits and begin with the same two.
  const firstDigits = <u32>load<u16>(b10 - 10);
  const secondDigits = <u32>load<u16>(b11 - 10);
  const unusualTimes = b10 - b9 != 11 || b11 - b10 != 11 || firstDigits != secondDigits;
  if (lengths > 7 || unusualTimes) return false;
  const ports = twoNumbers(b5, srcPortLength, b6, dstPortLength);
  const protocolAndPackets = twoNumbers(b7, protocolLength, b8, packetsLength);
  const bytesAndStart = twoNumbers(b9, bytesLength, b10, 8);
  const justEnd = twoNumbers(b11, 8, b11, 8);
  const worst = i8x16.max_u(
    i8x16.max_u(ports, protocolAndPackets),
    i8x16.max_u(bytesAndStart, justEnd),
  );
  if (v128.any_true(i8x16.gt_u(worst, i8x16.splat(9)))) return false;
  const ten = (firstDigits & 0xff) - 0x30;
  const one = (firstDigits >> 8) - 0x30;
  if (ten - 1 > 8 || one > 9) return false;
  const values = fourValues(ports, protocolAndPackets);
  const more = fourValues(bytesAndStart, justEnd);
  const srcPortValue = <u32>i32x4.extract_lane(values, 0);
  const dstPortValue = <u32>i32x4.extract_lane(values, 1);
  const protocolValue = <u32>i32x4.extract_lane(values, 2);
  const packetCount = <u32>i32x4.extract_lane(values, 3);
  const byteCount = <u32>i32x4.extract_lane(more, 0);
  const hundredMillions = <u64>(ten * 10 + one) * 100000000;
  const first = hundredMillions + <u64><u32>i32x4.extract_lane(more, 1);
  const last = hundredMillions + <u64><u32>i32x4.extract_lane(more, 2);
  const fits =
    <u32>(srcPortValue <= 65535) &
    <u32>(dstPortValue <= 65535) &
    <u32>(protocolValue <= 255) &
    <u32>(first <= <u64>latest) &
    <u32>(last <= <u64>latest);
  const leading =
    <u32>hasLeadingZero(srcPortValue, srcPortLength) |
    <u32>hasLeadingZero(dstPortValue, dstPortLength) |
    <u32>hasLeadingZero(protocolValue, protocolLength) |
    <u32>hasLeadingZero(packetCount, packetsLength) |
    <u32>hasLeadingZero(byteCount, bytesLength);
  if (leading) return false;
  const act = actionAt(b11 + 1, b12);
  const ok = stop - b12 == 3 && load<u16>(b12, 1) == 0x4b4f;
  if (!fits || act == 0 || !ok || !isOrdinaryVersion(from, b0)) return false;
  // A blank at a token's place is a doubled one; the names would be empty.
  if (b1 - b0 < 2 || b2 - b1 < 2 || b0 == from) return false;
  const accountName = ordinaryName(TARGET.SHAPE_ACCOUNT, b0 + 1, b1);
  const pointName = ordinaryName(TARGET.SHAPE_INTERFACE, b1 + 1, b2);
  if (accountName == 0 || pointName == 0) return false;
  return settle(
    row, <u16>ENI_LAYOUT, ALL, 0, FLAGS, sourceValue, destinationValue, srcPortValue, dstPortValue,
    protocolValue, packetCount, byteCount, <i64>first, <i64>last, 0, act, 1, pointName, accountName,
    0, 0, 0, 0, true,
  );
}

/** The same for a record of a window without data: no value but account, interface and times. */
export function acceptEniWithoutData(row: u32, from: usize, stop: usize, blanks: usize): bool {
  const b2 = blank(blanks, 2);
  const b7 = blank(blanks, 7);
  const dashes = load<u64>(b2, 1) == FOUR_DASHES && load<u8>(b2, 9) == DASH;
  if (b7 - b2 != 10 || !dashes) return false;
  const b8 = blank(blanks, 8);
  const b9 = blank(blanks, 9);
  const b10 = blank(blanks, 10);
  const b11 = blank(blanks, 11);
  const b12 = blank(blanks, 12);
  const lacksAction = b12 - b11 == 2 && load<u8>(b11, 1) == DASH;
  if (!isAbsentCount(b7 + 1, b8) || !isAbsentCount(b8 + 1, b9) || !lacksAction) return false;
  const first = integer(b9 + 1, b10);
  const last = integer(b10 + 1, b11);
  if (<u64>first > <u64>latest || <u64>last > <u64>latest) return false;
  const state = statusAt(b12 + 1, stop);
  const b0 = blank(blanks, 0);
  const b1 = blank(blanks, 1);
  if (state < 2 || b0 == from || b1 - b0 < 2 || b2 - b1 < 2) return false;
  if (!isOrdinaryVersion(from, b0)) return false;
  const accountName = ordinaryName(TARGET.SHAPE_ACCOUNT, b0 + 1, b1);
  const pointName = ordinaryName(TARGET.SHAPE_INTERFACE, b1 + 1, b2);
  if (accountName == 0 || pointName == 0) return false;
  return settle(
    row, <u16>ENI_LAYOUT, ALL & ~DATA, DATA, FLAG.START | FLAG.END, 0, 0, 0, 0, 0, 0, 0,
    first, last, 0, 0, state, pointName, accountName, 0, 0, 0, 0, true,
  );
}

// @ts-ignore: decorator
@inline
function isAbsentCount(at: usize, stop: usize): bool {
  if (stop - at == 1) return load<u8>(at) == DASH;
  return stop - at == 2 && load<u16>(at) == MINUS_ONE;
}
