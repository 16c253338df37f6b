// Readers of decimal numbers, eight digits at a time.

const ZEROS: u64 = 0x3030303030303030;

/** The digits of up to eight bytes that end before `stop`, as one number; -1 if any is no digit. */
// @ts-ignore: decorator
@inline
function upToEight(stop: usize, length: u32): i64 {
  // The bytes before the number are shifted out and replaced by zeros.
  let word = load<u64>(stop - 8) ^ ZEROS;
  const shift = <u64>((8 - length) << 3);
  word = (word >> shift) << shift;
  if (((word + 0x7676767676767676) | word) & 0x8080808080808080) return -1;
  word = word * 10 + (word >> 8);
  return <i64>(
    (((word & 0x000000ff000000ff) * 0x000f424000000064 +
      ((word >> 16) & 0x000000ff000000ff) * 0x0000271000000001) >>
      32)
  );
}

/** The integer in `[at, stop)`, or -1 unless it is 1 to 15 digits without a leading zero. */
// @ts-ignore: decorator
@inline
export function integer(at: usize, stop: usize): i64 {
  const length = <u32>(stop - at);
  if (length - 1 > 14) return -1;
  if (load<u8>(at) == 0x30 && length > 1) return -1;
  if (length <= 8) return upToEight(stop, length);
  const high = upToEight(stop - 8, length - 8);
  const low = upToEight(stop, 8);
  return high < 0 || low < 0 ? -1 : high * 100000000 + low;
}

/** Whether `[at, stop)` is one to four digits. */
// @ts-ignore: decorator
@inline
export function isShortNumber(at: usize, stop: usize): bool {
  const length = <u32>(stop - at);
  return length - 1 < 4 && upToEight(stop, length) >= 0;
}
