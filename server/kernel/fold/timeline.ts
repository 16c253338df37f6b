// Figures over time; server/src/core/summary/fold/timeline.ts is the reference.

import { BUCKET_SLOTS, bucketIndex, bucketWidths } from '../fixed';
import { bucketNumbers, buckets } from './memory';
import { settleGroups } from './totals';

/** Figures of a bucket: all, accepted, rejected; NODATA, SKIPDATA, first line (host: timeline.ts). */
const FIGURES: usize = 12;
const BUCKET: usize = FIGURES << 3;
const WIDTHS: i32 = 11;
const ACCEPT: u32 = 1;

let most: u32 = 0;
let level: i32 = 0;
let width: u32 = 1;
let count: u32 = 0;
/** The bucket of the last record, and its seconds. */
let lastAt: usize = 0;
let lastFrom: u32 = 1;
let lastTo: u32 = 0;
/** More buckets of a day than there is room for: the host has to go on. */
let full: bool = false;

/** Begins with no bucket; there is room for twice `wanted` and two more. */
export function emptyTimeline(wanted: u32): void {
  most = wanted;
  level = 0;
  full = false;
  clear();
}

export function bucketCount(): u32 {
  return count;
}

export function bucketWidth(): u32 {
  return width;
}

export function isTimelineFull(): bool {
  return full;
}

/** Turns to the bucket of a time; what is pending goes to the one before. */
// @ts-ignore: decorator
@inline
export function turnTo(time: u32, line: f64): void {
  if (time >= lastFrom && time < lastTo) return;
  settleGroups(lastAt);
  lastAt = placeOf(time, line);
}

export function bucketAtHand(): usize {
  return lastAt;
}

/** Adds sums to a bucket, by their log-status and action. */
export function addToBucket(
  at: usize, status: u32, action: u32, records: f64, packets: f64, bytes: f64,
): void {
  addThree(at, records, packets, bytes);
  if (action != 0) addThree(at + (action == ACCEPT ? 24 : 48), records, packets, bytes);
  if (status >= 2) {
    const figure = at + (status == 2 ? 72 : 80);
    store<f64>(figure, load<f64>(figure) + records);
  }
}

function addThree(at: usize, records: f64, packets: f64, bytes: f64): void {
  store<f64>(at, load<f64>(at) + records);
  store<f64>(at, load<f64>(at, 8) + packets, 8);
  store<f64>(at, load<f64>(at, 16) + bytes, 16);
}

/** Where a time's bucket has its figures. */
function placeOf(time: u32, line: f64): usize {
  let at = bucketAt(time / width, line);
  if (count > most && level < WIDTHS - 1) {
    while (count > most && level < WIDTHS - 1) widen();
    at = bucketAt(time / width, line);
  }
  if (count > most * 2) full = true;
  lastFrom = (time / width) * width;
  lastTo = lastFrom + width;
  return at;
}

function bucketAt(number: u32, line: f64): usize {
  let slot = (number * 0x9e3779b1) >> 20;
  for (;;) {
    const held = <u32>load<u16>(bucketIndex + (<usize>slot << 1));
    if (held == 0) break;
    if (load<u32>(bucketNumbers + (<usize>(held - 1) << 2)) == number) {
      return buckets + <usize>(held - 1) * BUCKET;
    }
    slot = (slot + 1) & (BUCKET_SLOTS - 1);
  }
  const at = buckets + <usize>count * BUCKET;
  store<u32>(bucketNumbers + (<usize>count << 2), number);
  count++;
  store<u16>(bucketIndex + (<usize>slot << 1), <u16>count);
  memory.fill(at, 0, BUCKET);
  store<f64>(at, line, 88);
  return at;
}

/** Makes all buckets wider. New ones stand at the front of the list, behind none that is unread. */
function widen(): void {
  const narrow = width;
  const before = count;
  level++;
  clear();
  for (let place: usize = 0; place < <usize>before; place++) {
    const from = buckets + place * BUCKET;
    const number = load<u32>(bucketNumbers + (place << 2));
    const line = load<f64>(from, 88);
    // What is added to may be the very bucket that is read: its figures go aside first.
    const aside = buckets + <usize>(before + 1) * BUCKET;
    memory.copy(aside, from, BUCKET);
    const to = bucketAt(<u32>((<u64>number * narrow) / width), line);
    for (let figure: usize = 0; figure < 88; figure += 8) {
      store<f64>(to + figure, load<f64>(to + figure) + load<f64>(aside + figure));
    }
    store<f64>(to, min(load<f64>(to, 88), line), 88);
  }
}

function clear(): void {
  width = load<u32>(bucketWidths + (<usize>level << 2));
  count = 0;
  lastFrom = 1;
  lastTo = 0;
  memory.fill(bucketIndex, 0, BUCKET_SLOTS << 1);
}
