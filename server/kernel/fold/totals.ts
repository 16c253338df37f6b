// Exact sums by what has few values: log-status, action, kind of observation point, protocol and
// layout, all in one key. Sums of the time bucket at hand are pending until another bucket's turn
// comes, so that a record is added once. Groups stand in a small cache; what falls out of it is the
// host's to add.

import {
  activeGroups,
  GROUP,
  GROUPS,
  groups,
  KEPT_LINES,
  protocolCounts,
  protocolLines,
  PROTOCOLS,
} from '../fixed';
import { addToBucket, bucketAtHand } from './timeline';

const HASH_SHIFT: u32 = 22;

let active: u32 = 0;

/** Adds the group at `at` to the host's totals. */
// @ts-ignore: decorator
@external('host', 'takeGroup')
declare function takeGroup(at: usize): void;

export function emptyGroups(): void {
  active = 0;
  memory.fill(groups, 0, <usize>GROUPS * GROUP);
  memory.fill(protocolCounts, 0, PROTOCOLS);
}

/** The key of a group. */
// @ts-ignore: decorator
@inline
export function groupKey(layout: u32, protocol: u32, kind: u32, status: u32, action: u32): u32 {
  return (layout << 16) | (protocol << 7) | (kind << 4) | (status * 3 + action);
}

/** Adds a record of the bucket at hand; `figures` are packets and bytes. */
// @ts-ignore: decorator
@inline
export function addToGroup(key: u32, figures: v128, line: f64): void {
  const at = groupOf(key, line);
  const records = load<f64>(at, 8);
  if (records == 0) {
    store<u32>(activeGroups + (<usize>active << 2), <u32>at);
    active++;
  }
  store<f64>(at, records + 1, 8);
  v128.store(at, f64x2.add(v128.load(at, 16), figures), 16);
}

/** Adds a record without a time. */
export function addUntimed(key: u32, packets: f64, bytes: f64, line: f64): void {
  settle(groupOf(key, line), 1, packets, bytes);
}

/** Adds what is pending to the bucket at `bucket`. */
export function settleGroups(bucket: usize): void {
  for (let i: usize = 0; i < <usize>active; i++) {
    const at = <usize>load<u32>(activeGroups + (i << 2));
    const records = load<f64>(at, 8);
    const packets = load<f64>(at, 16);
    const bytes = load<f64>(at, 24);
    settle(at, records, packets, bytes);
    const outcome = load<u32>(at) & 15;
    addToBucket(bucket, outcome / 3, outcome % 3, records, packets, bytes);
    store<f64>(at, 0, 8);
    store<f64>(at, 0, 16);
    store<f64>(at, 0, 24);
  }
  active = 0;
}

/** Hands all groups to the host; nothing may be pending. */
export function handOverGroups(): void {
  for (let group: usize = 0; group < <usize>GROUPS; group++) {
    const at = groups + group * GROUP;
    if (load<u32>(at, 4)) takeGroup(at);
    store<u32>(at, 0, 4);
  }
}

/** Keeps the first lines of each protocol. */
// @ts-ignore: decorator
@inline
export function keepLine(protocol: u32, line: f64): void {
  const count = <u32>load<u8>(protocolCounts + protocol);
  if (count == KEPT_LINES) return;
  store<f64>(protocolLines + (<usize>(protocol * KEPT_LINES + count) << 3), line);
  store<u8>(protocolCounts + protocol, <u8>(count + 1));
}

/** The group of a key; another one that stands in its place goes to the host. */
// @ts-ignore: decorator
@inline
function groupOf(key: u32, line: f64): usize {
  const at = groups + <usize>((key * 0x9e3779b1) >> HASH_SHIFT) * GROUP;
  if (load<u32>(at) != key || !load<u32>(at, 4)) renew(at, key, line);
  return at;
}

function renew(at: usize, key: u32, line: f64): void {
  if (load<u32>(at, 4)) {
    settleGroups(bucketAtHand());
    takeGroup(at);
  }
  memory.fill(at, 0, GROUP);
  store<u32>(at, key);
  store<u32>(at, 1, 4);
  store<f64>(at, line, 56);
}

// @ts-ignore: decorator
@inline
function settle(at: usize, records: f64, packets: f64, bytes: f64): void {
  store<f64>(at, load<f64>(at, 32) + records, 32);
  store<f64>(at, load<f64>(at, 40) + packets, 40);
  store<f64>(at, load<f64>(at, 48) + bytes, 48);
}
