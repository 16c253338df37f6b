/** Readers of numbers in bytes. They accept plain decimal digits and nothing else. */

const ZERO = 0x30;
const NINE = 0x39;
/** Up to 15 digits every integer is exact in a double. */
const MOST_DIGITS = 15;

/** The integer in `bytes[start, end)`, or -1 unless it is 1 to 15 digits without a leading zero. */
export function readInteger(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < 1 || length > MOST_DIGITS) return -1;
  let digit = bytes[start]! - ZERO;
  if (digit === 0) return length === 1 ? 0 : -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    digit = bytes[i]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether `bytes[start, end)` is one or more decimal digits. */
export function isDigits(bytes: Uint8Array, start: number, end: number): boolean {
  if (end <= start) return false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte < ZERO || byte > NINE) return false;
  }
  return true;
}
