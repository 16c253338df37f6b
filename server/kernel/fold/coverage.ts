// For which times an interface has records, and of which status, in windows of 64 slots of a minute;
// a window that time has passed is the host's (server/src/core/summary/fold/coverage.ts).

import { coverage } from './memory';

/** A record counts for no more than this long after its start, in seconds. */
const LONGEST: u32 = 3600;
/** Seconds in a slot, and slots in a window. */
const WIDTH: u32 = 60;
const SLOTS: u32 = 64;
/**
 * Bytes of a name's window: its first slot, whether it is in use; slots with OK, with NODATA, with
 * SKIPDATA, one bit each; seconds between which the bits of a status are known to be set.
 */
const WINDOW: usize = 48;

/** Adds the window of an interface at `at` to the host's coverage. */
// @ts-ignore: decorator
@external('host', 'takeWindow')
declare function takeWindow(name: u32, at: usize): void;

/** Adds a record of an interface with this status at these times. */
// @ts-ignore: decorator
@inline
export function cover(name: u32, status: u32, start: u32, end: u32): void {
  if (name == 0 || status == 0) return;
  const at = coverage + <usize>name * WINDOW;
  const until = max(start, min(end, start + LONGEST));
  const known = (load<u32>(at, 40) & (1 << status)) != 0;
  if (known && start >= load<u32>(at, 32) && until < load<u32>(at, 36)) return;
  mark(name, at, status, start, until);
}

function mark(name: u32, at: usize, status: u32, start: u32, until: u32): void {
  const first = start / WIDTH;
  const last = until / WIDTH;
  if (!load<u32>(at, 4) || first < load<u32>(at) || last - load<u32>(at) >= SLOTS) renew(name, at, first);
  const base = load<u32>(at);
  const bits = (~<u64>0 >> <u64>(SLOTS - 1 - (last - first))) << <u64>(first - base);
  const masks = at + (<usize>status << 3);
  store<u64>(masks, load<u64>(masks) | bits);
  let statuses: u32 = 0;
  for (let other: u32 = 1; other <= 3; other++) {
    const has = (load<u64>(at + (<usize>other << 3)) & bits) == bits;
    statuses |= <u32>has << other;
  }
  store<u32>(at, first * WIDTH, 32);
  store<u32>(at, (last + 1) * WIDTH, 36);
  store<u32>(at, statuses, 40);
}

function renew(name: u32, at: usize, first: u32): void {
  if (load<u32>(at, 4)) takeWindow(name, at);
  memory.fill(at, 0, WINDOW);
  store<u32>(at, first);
  store<u32>(at, 1, 4);
}

/** Hands the windows of so many names to the host. */
export function takeWindows(names: u32): void {
  for (let name: u32 = 1; name < names; name++) {
    const at = coverage + <usize>name * WINDOW;
    if (load<u32>(at, 4)) takeWindow(name, at);
  }
}
