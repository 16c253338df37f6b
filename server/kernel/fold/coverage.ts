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
 * SKIPDATA, one bit each.
 */
const WINDOW: usize = 32;

/** Adds the window of an interface at `at` to the host's coverage. */
// @ts-ignore: decorator
@external('host', 'takeWindow')
declare function takeWindow(name: u32, at: usize): void;

/**
 * Adds a record of an interface with this status at these times. Whether that is known already nobody
 * could guess, so it is not asked.
 */
// @ts-ignore: decorator
@inline
export function cover(name: u32, status: u32, start: u32, end: u32): void {
  if (name == 0 || status == 0) return;
  const at = coverage + <usize>name * WINDOW;
  const first = start / WIDTH;
  const last = max(start, min(end, start + LONGEST)) / WIDTH;
  const base = load<u32>(at);
  if (!load<u32>(at, 4) || first < base || last - base >= SLOTS) renew(name, at, first);
  const bits = (~<u64>0 >> <u64>(SLOTS - 1 - (last - first))) << <u64>(first - load<u32>(at));
  const masks = at + (<usize>status << 3);
  store<u64>(masks, load<u64>(masks) | bits);
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
