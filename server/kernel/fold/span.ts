// The least and the greatest time in any record, the longest record, and how many have no time.

let earliest: u32 = 0xffffffff;
let latest: u32 = 0;
let longest: i64 = 0;
let timed: bool = false;
let untimed: u32 = 0;

export function emptySpan(): void {
  earliest = 0xffffffff;
  latest = 0;
  longest = 0;
  timed = false;
  untimed = 0;
}

export function hasSpan(): bool {
  return timed;
}

export function spanStart(): u32 {
  return earliest;
}

export function spanEnd(): u32 {
  return latest;
}

export function spanLongest(): f64 {
  return <f64>longest;
}

export function spanUntimed(): u32 {
  return untimed;
}

export function countUntimed(): void {
  untimed++;
}

// @ts-ignore: decorator
@inline
export function addToSpan(first: u32, last: u32): void {
  timed = true;
  // Hardly ever true, and so cheaper than to keep the least and the greatest anew.
  if (min(first, last) < earliest) earliest = min(first, last);
  if (max(first, last) > latest) latest = max(first, last);
  const length = <i64>last - <i64>first;
  if (length > longest) longest = length;
}
