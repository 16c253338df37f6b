// IPv6 addresses of the lines at hand, 16 bytes each.

import { ipv6 } from './addresses';

export const V6_SIZE: usize = 16;

let table: usize = 0;
let most: u32 = 0;
let used: u32 = 0;
/** How many stood in the table when the row at hand was begun. */
let before: u32 = 0;
let beganRow: u32 = 0xffffffff;

/** Puts an empty table of `count` addresses at `at`; one more place after it is scratch. */
export function placeV6(at: usize, count: u32): void {
  table = at;
  most = count;
  used = 0;
  beganRow = 0xffffffff;
}

export function v6Count(): u32 {
  return used;
}

export function v6Scratch(): usize {
  return table + <usize>most * V6_SIZE;
}

/** The address with that number. */
// @ts-ignore: decorator
@inline
export function v6At(number: u32): usize {
  return table + <usize>number * V6_SIZE;
}

/** Forgets what an earlier attempt at the same row added. */
// @ts-ignore: decorator
@inline
export function forgetV6(row: u32): void {
  if (row == beganRow) used = before;
  else {
    beganRow = row;
    before = used;
  }
}

/** Adds the address `[at, stop)` and gives its number; -1 if it is none or the table is full. */
export function addV6(at: usize, stop: usize): i32 {
  if (used == most || !ipv6(at, stop, v6At(used))) return -1;
  return <i32>(used++);
}

/** Adds the 16 bytes of the scratch place and gives their number; -1 if the table is full. */
export function keepV6(): i32 {
  if (used == most) return -1;
  memory.copy(v6At(used), v6Scratch(), V6_SIZE);
  return <i32>(used++);
}
