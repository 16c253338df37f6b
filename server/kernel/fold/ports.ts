// Sums by destination port of TCP and UDP, TCP's first: of all records, then of the rejected ones.
// Ports stand all over the table: where their sums are only read, the waits for memory overlap best.

import { column } from '../fixed';
import * as COLUMN from './columns';
import { portApart, portSums } from './memory';
import { addTo, APART_SIZE, SUMS } from './sums';

const TCP: u32 = 6;
const UDP: u32 = 17;
/** In a list a record is its place in the batch, and in these bits its port and protocol. */
const PORT_BITS: u32 = 17;
/** Ports of TCP and UDP. */
export const PORTS: usize = 1 << PORT_BITS;

/** Whether records of the protocol are counted here. */
// @ts-ignore: decorator
@inline
export function hasPortSums(protocol: u32): bool {
  return protocol == TCP || protocol == UDP;
}

/** The protocol of the port that has a number among the sums. */
// @ts-ignore: decorator
@inline
export function protocolOf(number: u32): u32 {
  return number >> 16 ? UDP : TCP;
}

/** What stands in a list for the record at a place. */
// @ts-ignore: decorator
@inline
export function portWord(place: usize, protocol: u32, port: u32): usize {
  return (place << PORT_BITS) | (<usize>(protocol == UDP) << 16) | <usize>port;
}

/** Keeps the reads of {@link touch} from being left out. */
export let touched: u32 = 0;

/** Adds the records of a list to their ports' sums, be it to those of rejected records. */
export function addPorts(list: usize, count: u32, rejected: bool): void {
  const first: usize = rejected ? PORTS : 0;
  const sums = portSums + first * SUMS;
  const apart = portApart + first * APART_SIZE;
  const words = column(list);
  touch(sums, words, count);
  for (let n: usize = 0; n < <usize>count; n++) {
    const word = load<u32>(words + (n << 2));
    const number = numberIn(word);
    addTo(sums + number * SUMS, apart + number * APART_SIZE, <usize>(word >> PORT_BITS));
  }
}

/** Reads the sums of each port of a list. */
function touch(sums: usize, words: usize, count: u32): void {
  let sum: u32 = 0;
  for (let n: usize = 0; n < <usize>count; n++) {
    sum ^= load<u32>(sums + numberIn(load<u32>(words + (n << 2))) * SUMS);
  }
  touched = sum;
}

// @ts-ignore: decorator
@inline
function numberIn(word: u32): usize {
  return <usize>(word & ((1 << PORT_BITS) - 1));
}
