// Lists some of the entries that merged tables hold (host: kernelGround.ts): hardly any of them is
// wanted, and an engine has yet to compile the loop when it is run for the first time.

import { SINGLE } from './singles';

/**
 * Lists which of so many entries have one of the marks, or as much as is given by one of the three
 * figures; gives how many.
 */
export function listWanted(
  at: usize, count: u32, marks: u32, records: f64, packets: f64, bytes: f64, out: usize,
): u32 {
  const least = f64x2.replace_lane(f64x2.splat(records), 1, packets);
  let listed: u32 = 0;
  let entry = at;
  for (let number: u32 = 0; number < count; number++) {
    const isMarked = <u32>((load<u32>(entry, 12) & marks) != 0);
    const hasSome = <u32>v128.any_true(f64x2.ge(v128.load(entry, 16), least));
    const hasBytes = <u32>(load<f64>(entry, 32) >= bytes);
    store<u32>(out + (<usize>listed << 2), number);
    listed += isMarked | hasSome | hasBytes;
    entry += SINGLE;
  }
  return listed;
}

/**
 * Lists which of so many entries have one of the marks and share the place of their first word with at
 * least so many others that do; gives how many. `counts` has a zero for each of `places`, a power of two.
 */
export function listCrowded(
  at: usize, count: u32, marks: u32, least: u32, counts: usize, places: u32, out: usize,
): u32 {
  const end = at + <usize>count * SINGLE;
  for (let entry = at; entry < end; entry += SINGLE) {
    const place = placeOf(entry, counts, places);
    store<u32>(place, load<u32>(place) + <u32>((load<u32>(entry, 12) & marks) != 0));
  }
  let listed: u32 = 0;
  let entry = at;
  for (let number: u32 = 0; number < count; number++) {
    const isMarked = <u32>((load<u32>(entry, 12) & marks) != 0);
    store<u32>(out + (<usize>listed << 2), number);
    listed += isMarked & <u32>(load<u32>(placeOf(entry, counts, places)) >= least);
    entry += SINGLE;
  }
  return listed;
}

// @ts-ignore: decorator
@inline
function placeOf(entry: usize, counts: usize, places: u32): usize {
  const word = load<u32>(entry);
  return counts + (<usize>((word ^ (word >> 16)) & (places - 1)) << 2);
}
