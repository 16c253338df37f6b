// Values that are not in order, of a record that is otherwise: the host asks its rules about them
// alone (server/src/core/scan/faultyRecord.ts).

import { WITHOUT_DATA } from './crossCheck';
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

/** Fields that may hold anything in a record without data, too. */
export const OF_POINT: u32 = NAMES | (1 << TARGET.ACCOUNT);

/**
 * Fields that may hold anything: no rule about several values minds, as long as what they hold is no
 * value at all or, with names, contradicts nothing.
 */
const TOLERATED: u32 =
  OF_POINT |
  (1 << TARGET.SOURCE) |
  (1 << TARGET.DESTINATION) |
  (1 << TARGET.SRC_PORT) |
  (1 << TARGET.DST_PORT) |
  (1 << TARGET.PROTOCOL) |
  (1 << TARGET.PACKETS) |
  (1 << TARGET.BYTES) |
  (1 << TARGET.START) |
  (1 << TARGET.END);

/** Hundredths that a value in order costs at most where it stands (server/src/core/record/likeness.ts). */
const ODD_VERSION: u32 = 90;
const SHORT_ACCOUNT: u32 = 90;
const REGION: u32 = 90;
const PROTOCOL: u32 = 30;
const TEN_DIGITS: u32 = 30;
const LATE_TIME: u32 = 30;
const ABSENT: u32 = 25;
const TEXT: u32 = 20;
const GAP: u32 = 200;
/** Kinds of fields whose values may be absent. */
const MAY_BE_ABSENT: u32 = WITHOUT_DATA | (1 << TARGET.REGION);

let count: u32 = 0;
let tolerant: bool = false;
/** The number of the last one's column, counted from 1. */
let lastColumn: i32 = 0;
/** How badly the other values of the last record fit their columns at most, in hundredths. */
let others: u32 = 0;

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

/** Whether values of the record at hand may contradict each other: those of one without other faults. */
export function mayContradict(): bool {
  return tolerant && count == 0;
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
  return lastColumn < columns;
}

export function othersMisfit(): u32 {
  return others;
}

/** Works out {@link othersMisfit} for a line of columns with these targets, of which it has as many. */
export function weighOthers(
  targets: usize, from: usize, stop: usize, blanks: usize, blankCount: i32,
): void {
  others = 0;
  let at = from;
  let column: usize = 0;
  let fault: u32 = 0;
  for (let i = 0; i <= blankCount; i++) {
    const tokenEnd = i < blankCount ? <usize>load<u32>(blanks + (<usize>i << 2)) : stop;
    if (tokenEnd > at) {
      const isFault = fault < count && load<u32>(FAULTS + <usize>fault * FAULT, 4) == <u32>at;
      if (isFault) fault++;
      else others += mostMisfit(load<u8>(targets + column), at, tokenEnd - at);
      column++;
    }
    at = tokenEnd + 1;
  }
}

function mostMisfit(target: u32, at: usize, length: usize): u32 {
  const first = load<u8>(at);
  if (first == 0x2d && length == 1) return (1 << target) & MAY_BE_ABSENT ? ABSENT : GAP;
  switch (target) {
    case TARGET.VERSION:
      return length > 2 ? ODD_VERSION : 0;
    case TARGET.ACCOUNT:
      return length < 8 ? SHORT_ACCOUNT : 0;
    case TARGET.PROTOCOL:
      return PROTOCOL;
    case TARGET.PACKETS:
    case TARGET.BYTES:
      return length == 10 ? TEN_DIGITS : 0;
    case TARGET.START:
    case TARGET.END:
      return first == 0x31 ? 0 : LATE_TIME;
    case TARGET.REGION:
    case TARGET.SRC_REGION:
    case TARGET.DST_REGION:
      return REGION;
    case TARGET.TEXT:
    case TARGET.DIRECTION:
      return TEXT;
    default:
      return 0;
  }
}

/** The flags of fields that were left out: from the source port to the end in the fields' order. */
export function flagsOf(fields: u32): u32 {
  const source = fields & (1 << TARGET.SOURCE) ? FLAG.SOURCE | FLAG.SOURCE_V6 : 0;
  const destination =
    fields & (1 << TARGET.DESTINATION) ? FLAG.DESTINATION | FLAG.DESTINATION_V6 : 0;
  return source | destination | (((fields >> TARGET.SRC_PORT) & 0x7f) * FLAG.SRC_PORT);
}
