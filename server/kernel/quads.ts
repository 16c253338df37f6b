// Reads four decimal numbers of up to eight digits at a time.

/** By length: 8 bytes that keep so many of eight digits, and as a u32 the least such number. */
const ROWS: usize = memory.data(9 * 16, 16);
const ROW: u32 = 4;

fillRows();

function fillRows(): void {
  let least: u32 = 1;
  for (let length: usize = 0; length <= 8; length++) {
    const row = ROWS + (length << ROW);
    store<u64>(row, length == 0 ? 0 : ~<u64>0 << ((8 - <u64>length) << 3));
    // A single 0 is a number, too.
    store<u32>(row, length < 2 ? 0 : least, 8);
    if (length > 0) least *= 10;
  }
}

/** The digits before two places, so many each; more than 9 where something is no digit. */
// @ts-ignore: decorator
@inline
export function twoNumbers(stopA: usize, lengthA: u32, stopB: usize, lengthB: u32): v128 {
  const text = v128.load64_lane(stopB - 8, v128.load64_zero(stopA - 8), 1);
  const kept = v128.load64_zero(ROWS + (<usize>lengthA << ROW));
  const mask = v128.load64_lane(ROWS + (<usize>lengthB << ROW), kept, 1);
  return v128.and(i8x16.sub(text, i8x16.splat(0x30)), mask);
}

/** The numbers with these digits, as four u32. */
// @ts-ignore: decorator
@inline
export function fourValues(first: v128, second: v128): v128 {
  const both = i16x8.narrow_i32x4_u(fourDigits(first), fourDigits(second));
  return i32x4.dot_i16x8_s(both, i16x8(10000, 1, 10000, 1, 10000, 1, 10000, 1));
}

/** The values of each four digits. */
// @ts-ignore: decorator
@inline
function fourDigits(digits: v128): v128 {
  const tens = i16x8.mul(v128.and(digits, i16x8.splat(0xff)), i16x8.splat(10));
  const pairs = i16x8.add(tens, i16x8.shr_u(digits, 8));
  return i32x4.dot_i16x8_s(pairs, i16x8(100, 1, 100, 1, 100, 1, 100, 1));
}

/** Whether a number of so many digits begins with a zero that it does not need. */
// @ts-ignore: decorator
@inline
export function hasLeadingZero(value: u32, length: u32): bool {
  return value < load<u32>(ROWS + (<usize>length << ROW), 8);
}
