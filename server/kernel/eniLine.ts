// The commonest line of all, an ENI record in the value format with single blanks, without a loop:
// where a column stands is known, so nothing has to be looked up. Anything else is left to line.ts.

import { ipv4 } from './addresses';
import * as FLAG from './flags';
import { isOrdinaryVersion, latest, settle } from './line';
import { intern, shapes } from './names';
import { integer } from './numbers';
import * as TARGET from './targets';
import { actionAt } from './words';

/** Number of the layout, as the host counts the built-in ones. */
export const ENI_LAYOUT: i32 = 0;
/** Blanks between the 14 columns. */
export const ENI_BLANKS: u32 = 13;

const ALL: u32 = 0x3fff;
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

/** Whether the 13 separators at `blanks` are all spaces. */
// @ts-ignore: decorator
@inline
export function areSpaces(blanks: usize): bool {
  let other: u32 = 0;
  for (let i: usize = 0; i < <usize>ENI_BLANKS; i++) other |= <u32>load<u8>(blank(blanks, i)) ^ 0x20;
  return other == 0;
}

/** Reads the line `[from, stop)` with its 13 blanks into a row if it is an ordinary data record. */
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
  const srcPortValue = integer(b4 + 1, b5);
  const dstPortValue = integer(b5 + 1, b6);
  const protocolValue = integer(b6 + 1, b7);
  const packetCount = integer(b7 + 1, b8);
  const byteCount = integer(b8 + 1, b9);
  const b10 = blank(blanks, 10);
  const b11 = blank(blanks, 11);
  const b12 = blank(blanks, 12);
  const first = integer(b9 + 1, b10);
  const last = integer(b10 + 1, b11);
  const fits =
    <u32>(<u64>srcPortValue <= 65535) &
    <u32>(<u64>dstPortValue <= 65535) &
    <u32>(<u64>protocolValue <= 255) &
    <u32>((packetCount | byteCount) >= 0) &
    <u32>(<u64>first <= <u64>latest) &
    <u32>(<u64>last <= <u64>latest);
  const act = actionAt(b11 + 1, b12);
  const ok = stop - b12 == 3 && load<u16>(b12, 1) == 0x4b4f;
  if (!fits || act == 0 || !ok || !isOrdinaryVersion(from, b0)) return false;
  // A blank at a token's place is a doubled one; the names would be empty.
  if (b1 - b0 < 2 || b2 - b1 < 2 || b0 == from) return false;
  const accountName = intern(b0 + 1, b1);
  const pointName = intern(b1 + 1, b2);
  if (!(shapes(accountName) & TARGET.SHAPE_ACCOUNT)) return false;
  if (!(shapes(pointName) & TARGET.SHAPE_INTERFACE)) return false;
  return settle(
    row, <u16>ENI_LAYOUT, ALL, 0, FLAGS, sourceValue, destinationValue, srcPortValue, dstPortValue,
    protocolValue, packetCount, byteCount, first, last, 0, act, 1, pointName, accountName, 0, 0, 0,
  );
}
