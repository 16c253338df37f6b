// Sums by destination port of TCP and UDP: four doubles a port, TCP's first, then UDP's. Ports stand
// all over the table: in a loop of their own the waits for memory overlap.

import * as COLUMN from './columns';
import { column } from './memory';
import { addSums } from './names';

const TCP: u32 = 6;
const UDP: u32 = 17;
/** In a list a record is its place in the batch, and in these bits its port and protocol. */
const PORT_BITS: u32 = 17;

/** Whether records of the protocol are counted here. */
// @ts-ignore: decorator
@inline
export function hasPortSums(protocol: u32): bool {
  return protocol == TCP || protocol == UDP;
}

/** Lists a record as number `count` of a list. */
// @ts-ignore: decorator
@inline
export function listPort(list: usize, count: u32, place: u32, protocol: u32, port: u32): void {
  const word = (place << PORT_BITS) | (<u32>(protocol == UDP) << 16) | port;
  store<u32>(column(list) + (<usize>count << 2), word);
}

/** Adds the records of a list to sums by port; the batch begins at a line. */
export function addPorts(sums: usize, list: usize, count: u32, firstLine: f64): void {
  const packets = column(COLUMN.PACKETS);
  const bytes = column(COLUMN.BYTES);
  const words = column(list);
  for (let n: usize = 0; n < <usize>count; n++) {
    const word = load<u32>(words + (n << 2));
    const place = <usize>(word >> PORT_BITS);
    const at = sums + (<usize>(word & ((1 << PORT_BITS) - 1)) << 5);
    const figures = place << 3;
    addSums(at, load<f64>(packets + figures), load<f64>(bytes + figures), firstLine + <f64>place);
  }
}
