// Sums of records in 16 bytes, so that many fit the processor's cache: records and packets of 32
// bits each, and bytes. What hardly any record needs stands apart, in 32 bits each: the first line,
// and how many times 2^32 packets there were besides.

import { column } from '../fixed';
import * as COLUMN from './columns';

/** Bytes of sums, and of what belongs to them at a place of its own. */
export const SUMS: usize = 16;
export const APART_SIZE: usize = 8;

/**
 * A batch brings no sum from below this many times 2^32 packets to more than 32 bits hold: a number has
 * 15 digits at most, some 2^18 times 2^32.
 */
const MOST_WRAPS: u32 = 1 << 31;

const WRAP: f64 = 4294967296;
/** In the lower half of a double from here on stands what an integer below 2^32 is above it. */
const INTEGERS: f64 = 4503599627370496;

/** Line of the first row of the batch. */
let firstLine: u64 = 0;
/** Some sum may not take another batch in. */
let isFull: bool = false;
/** Whether a record of the batch has more packets than 32 bits hold. */
let hasMany: bool = false;

export function emptySums(): void {
  isFull = false;
}

/** Whether some sum may be too large for what stands apart after another batch. */
export function areSumsFull(): bool {
  return isFull;
}

/** The batch begins at a line below 2^32. */
export function beginBatch(line: f64): void {
  firstLine = <u64>line;
  hasMany = false;
}

/** Takes down what the record at a place adds to records and packets. */
// @ts-ignore: decorator
@inline
export function takePackets(place: usize, packets: f64): void {
  let rest = packets;
  if (packets >= WRAP) {
    hasMany = true;
    rest -= Math.floor(packets / WRAP) * WRAP;
  }
  const addend = (reinterpret<u64>(rest + INTEGERS) << 32) | 1;
  store<u64>(column(COLUMN.ADDENDS) + (place << 3), addend);
}

/** Makes sums those of the record at a place of the batch. */
// @ts-ignore: decorator
@inline
export function beginSums(sums: usize, apart: usize, place: usize): void {
  const figures = place << 3;
  store<u64>(sums, load<u64>(column(COLUMN.ADDENDS) + figures));
  store<f64>(sums, load<f64>(column(COLUMN.BYTES) + figures), 8);
  store<u64>(apart, firstLine + <u64>place);
  if (hasMany) addWraps(apart, place, 0);
}

/** Adds the record at a place of the batch to sums that have records. */
// @ts-ignore: decorator
@inline
export function addMore(sums: usize, apart: usize, place: usize): void {
  const figures = place << 3;
  const before = load<u64>(sums);
  const after = before + load<u64>(column(COLUMN.ADDENDS) + figures);
  store<u64>(sums, after);
  store<f64>(sums, load<f64>(sums, 8) + load<f64>(column(COLUMN.BYTES) + figures), 8);
  if (after < before || hasMany) addWraps(apart, place, <u32>(after < before));
}

/** Adds the record at a place of the batch to sums that may have none. */
// @ts-ignore: decorator
@inline
export function addTo(sums: usize, apart: usize, place: usize): void {
  if (load<u32>(sums) == 0) beginSums(sums, apart, place);
  else addMore(sums, apart, place);
}

function addWraps(apart: usize, place: usize, more: u32): void {
  const packets = load<f64>(column(COLUMN.PACKETS) + (place << 3));
  const wraps = load<u32>(apart, 4) + <u32>(packets / WRAP) + more;
  store<u32>(apart, wraps, 4);
  if (wraps >= MOST_WRAPS) isFull = true;
}

// @ts-ignore: decorator
@inline
export function lineIn(apart: usize): f64 {
  return <f64>load<u32>(apart);
}

// @ts-ignore: decorator
@inline
export function recordsIn(sums: usize): f64 {
  return <f64>load<u32>(sums);
}

// @ts-ignore: decorator
@inline
export function packetsIn(sums: usize, apart: usize): f64 {
  return <f64>load<u32>(sums, 4) + <f64>load<u32>(apart, 4) * WRAP;
}

// @ts-ignore: decorator
@inline
export function bytesIn(sums: usize): f64 {
  return load<f64>(sums, 8);
}
