// Values that are not in order, of a record that is otherwise: the host asks its rules about them
// alone (server/src/core/scan/faultyRecord.ts).

import * as FLAG from './flags';
import * as TARGET from './targets';

/** A record with more is the host's to read. */
const MOST: u32 = 4;
/** What is longer is no value of such a record. */
const LONGEST: usize = 64;
/** Target, first byte and byte behind the last of each. */
const FAULT: usize = 12;
const FAULTS: usize = memory.data(4 * 12, 4);

/** Fields whose values are names, whatever they look like. */
export const NAMES: u32 =
  (1 << TARGET.INTERFACE) |
  (1 << TARGET.REGION) |
  (1 << TARGET.SRC_REGION) |
  (1 << TARGET.DST_REGION);

/**
 * Fields that may hold anything: no rule about several values minds, as long as what they hold is no
 * value at all or, with names, contradicts nothing.
 */
const TOLERATED: u32 =
  NAMES |
  (1 << TARGET.ACCOUNT) |
  (1 << TARGET.SOURCE) |
  (1 << TARGET.DESTINATION) |
  (1 << TARGET.SRC_PORT) |
  (1 << TARGET.DST_PORT) |
  (1 << TARGET.PROTOCOL) |
  (1 << TARGET.PACKETS) |
  (1 << TARGET.BYTES) |
  (1 << TARGET.START) |
  (1 << TARGET.END);

let count: u32 = 0;
let tolerant: bool = false;
/** The number of the last one's column. */
let lastColumn: i32 = 0;

export function faultCount(): u32 {
  return count;
}

export function faults(): usize {
  return FAULTS;
}

/** From now on values may be left out. */
export function tolerate(): void {
  tolerant = true;
  count = 0;
}

/** From now on none may be. */
export function insist(): void {
  tolerant = false;
}

/** Leaves a value out that is not in order; false if that takes a closer look at the record. */
export function leaveOut(target: u32, column: i32, at: usize, stop: usize): bool {
  if (!tolerant || count == MOST || !((1 << target) & TOLERATED)) return false;
  if (stop - at - 1 >= LONGEST || load<u8>(at) == 0x23) return false;
  for (let i = at; i < stop; i++) {
    const byte = load<u8>(i);
    if (byte <= 0x20 || byte >= 0x7f) return false;
  }
  const fault = FAULTS + <usize>count * FAULT;
  store<u32>(fault, target);
  store<u32>(fault, <u32>at, 4);
  store<u32>(fault, <u32>stop, 8);
  count++;
  lastColumn = column;
  return true;
}

/** Whether a value behind all that were left out is in order; else the line may be a torn one. */
export function endsInOrder(columns: i32): bool {
  return lastColumn < columns - 1;
}

/** The flags of fields that were left out: from the source port to the end in the fields' order. */
export function flagsOf(fields: u32): u32 {
  const source = fields & (1 << TARGET.SOURCE) ? FLAG.SOURCE | FLAG.SOURCE_V6 : 0;
  const destination =
    fields & (1 << TARGET.DESTINATION) ? FLAG.DESTINATION | FLAG.DESTINATION_V6 : 0;
  return source | destination | (((fields >> TARGET.SRC_PORT) & 0x7f) * FLAG.SRC_PORT);
}
