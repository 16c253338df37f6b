// Finds blanks, line ends and other control characters, 64 bytes at a time.

// @ts-ignore: decorator
@inline
function mask16(at: usize, offset: usize): u64 {
  return <u64>(<u32>i8x16.bitmask(i8x16.le_u(v128.load(at + offset), i8x16.splat(0x20))));
}

/** Writes the next four places of a mask, be they fewer; gives what is left of the mask. */
// @ts-ignore: decorator
@inline
function writeFour(mask: u64, at: usize, out: usize): u64 {
  store<u32>(out, <u32>(at + <usize>ctz(mask)));
  mask &= mask - 1;
  store<u32>(out, <u32>(at + <usize>ctz(mask)), 4);
  mask &= mask - 1;
  store<u32>(out, <u32>(at + <usize>ctz(mask)), 8);
  mask &= mask - 1;
  store<u32>(out, <u32>(at + <usize>ctz(mask)), 12);
  return mask & (mask - 1);
}

/**
 * Writes the addresses of all bytes up to 0x20 in `[from, stop)` as u32 to `out`, and gives their
 * number. The 64 bytes after `stop` can be read, and 64 addresses more than found be written.
 */
export function findSeparators(from: usize, stop: usize, out: usize): u32 {
  const begin = out;
  for (let at = from; at < stop; at += 64) {
    let mask = mask16(at, 0) | (mask16(at, 16) << 16) | (mask16(at, 32) << 32) | (mask16(at, 48) << 48);
    if (stop - at < 64) mask &= (<u64>1 << <u64>(stop - at)) - 1;
    const count = <u32>popcnt(mask);
    // Hardly any 64 bytes have more than twelve, and fewer than that cost less than a guess.
    let rest = writeFour(mask, at, out);
    rest = writeFour(rest, at, out + 16);
    rest = writeFour(rest, at, out + 32);
    for (let i: u32 = 12; i < count; i += 4) rest = writeFour(rest, at, out + <usize>(i << 2));
    out += <usize>(count << 2);
  }
  return <u32>((out - begin) >> 2);
}
