import { readIpv4 } from './addresses';
import { ACTION, DIRECTION, FLAG, LINE, NO_NAME, STATUS, type Columns } from './columns';
import { isOrdinaryRow } from './crossCheck';
import type { KeyOrder } from './keyOrder';
import type { Names } from './names';
import { readInteger } from './numbers';
import { AT, bit, TARGET, type Plan } from './plan';
import { SHAPE } from './shapes';
import type { V6Table } from './v6Table';

const SPACE = 0x20;
const TAB = 0x09;
const DASH = 0x2d;
const HASH = 0x23;
const ONE = 0x31;
const COLON = 0x3a;

/** What the scan of a chunk carries from line to line. */
export interface ScanState {
  readonly bytes: Uint8Array;
  readonly columns: Columns;
  readonly names: Names;
  readonly v6: V6Table;
  readonly keys: KeyOrder;
  /** Unix seconds after which a time is implausible. */
  readonly latest: number;
}

/** Fields of the line at hand that have a value, and that are absent, as bits. */
let present = 0;
let absent = 0;

/**
 * Reads the line `bytes[start, end)` into a row if every value is legal and nothing about the
 * record is worth a word; false as soon as anything is not. No strings, no objects.
 */
export function acceptLine(
  state: ScanState,
  plan: Plan,
  start: number,
  end: number,
  row: number,
): boolean {
  const { bytes, columns } = state;
  present = 0;
  absent = 0;
  let at = start;
  let column = 0;
  const width = plan.targets.length;
  for (;;) {
    while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
    if (at === end) break;
    let stop = at + 1;
    while (stop < end && bytes[stop] !== SPACE && bytes[stop] !== TAB) stop++;
    let target: number;
    if (plan.keyed) {
      let colon = at;
      while (colon < stop && bytes[colon] !== COLON) colon++;
      target = colon < stop ? state.keys.target(bytes, at, colon, column) : -1;
      if (target < 0 || (present | absent) & bit(target)) return false;
      at = colon + 1;
    } else {
      if (column === width) return false;
      target = plan.targets[column]!;
    }
    if (!acceptValue(state, row, target, at, stop)) return false;
    column++;
    at = stop;
  }
  if (!plan.keyed && column !== width) return false;
  if (!isOrdinaryRow(columns, row, present, absent, plan.keyed, state)) return false;
  columns.kind[row] = LINE.record;
  columns.layout[row] = plan.layout;
  return true;
}

function acceptValue(
  state: ScanState,
  row: number,
  target: number,
  start: number,
  end: number,
): boolean {
  const { bytes, columns, names } = state;
  if (end - start === 1 && bytes[start] === DASH) {
    absent |= bit(target);
    return target >= AT.source;
  }
  present |= bit(target);
  switch (target) {
    case AT.version:
      return isOrdinaryVersion(bytes, start, end);
    case AT.account:
      return (
        (names.shapesOf((columns.account[row] = names.intern(bytes, start, end))) &
          SHAPE.account) !==
        0
      );
    case AT.interface:
      return (
        (names.shapesOf((columns.point[row] = names.intern(bytes, start, end))) &
          SHAPE.interface) !==
        0
      );
    case AT.ccn:
      columns.flags[row]! |= FLAG.ccn;
      return (
        (names.shapesOf((columns.point[row] = names.intern(bytes, start, end))) & SHAPE.ccn) !== 0
      );
    case AT.region:
      return acceptRegion(names, bytes, columns.region, row, start, end);
    case AT.srcRegion:
      return acceptRegion(names, bytes, columns.srcRegion, row, start, end);
    case AT.dstRegion:
      return acceptRegion(names, bytes, columns.dstRegion, row, start, end);
    case AT.source: {
      const value = readIpv4(bytes, start, end);
      if (value < 0) return acceptV6(state, columns.source, row, FLAG.source, start, end);
      columns.source[row] = value;
      columns.flags[row]! |= FLAG.source;
      return true;
    }
    case AT.destination: {
      const value = readIpv4(bytes, start, end);
      if (value < 0) return acceptV6(state, columns.destination, row, FLAG.destination, start, end);
      columns.destination[row] = value;
      columns.flags[row]! |= FLAG.destination;
      return true;
    }
    case AT.srcPort: {
      const value = readInteger(bytes, start, end);
      columns.srcPort[row] = value;
      columns.flags[row]! |= FLAG.srcPort;
      return value >= 0 && value <= 65_535;
    }
    case AT.dstPort: {
      const value = readInteger(bytes, start, end);
      columns.dstPort[row] = value;
      columns.flags[row]! |= FLAG.dstPort;
      return value >= 0 && value <= 65_535;
    }
    case AT.protocol: {
      const value = readInteger(bytes, start, end);
      columns.protocol[row] = value;
      columns.flags[row]! |= FLAG.protocol;
      return value >= 0 && value <= 255;
    }
    case AT.packets:
      return acceptCount(bytes, columns.packets, columns.flags, FLAG.packets, row, start, end);
    case AT.bytes:
      return acceptCount(bytes, columns.bytes, columns.flags, FLAG.bytes, row, start, end);
    case AT.start: {
      const value = readInteger(bytes, start, end);
      columns.start[row] = value;
      columns.flags[row]! |= FLAG.start;
      return value >= 0 && value <= state.latest;
    }
    case AT.end: {
      const value = readInteger(bytes, start, end);
      columns.end[row] = value;
      columns.flags[row]! |= FLAG.end;
      return value >= 0 && value <= state.latest;
    }
    case AT.action:
      return (columns.action[row] = actionAt(bytes, start, end)) !== ACTION.none;
    case AT.status:
      return (columns.status[row] = statusAt(bytes, start, end)) !== STATUS.none;
    case TARGET.tcpFlags: {
      const value = readInteger(bytes, start, end);
      columns.tcpFlags[row] = value;
      columns.flags[row]! |= FLAG.tcpFlags;
      return value >= 0 && value <= 255;
    }
    case TARGET.otherAddress:
      return readIpv4(bytes, start, end) >= 0 || state.v6.reads(bytes, start, end);
    case TARGET.direction:
      columns.direction[row] = directionAt(bytes, start, end);
      return isPlain(bytes, start, end);
    default:
      return isPlain(bytes, start, end);
  }
}

function acceptV6(
  state: ScanState,
  column: Uint32Array,
  row: number,
  flag: number,
  start: number,
  end: number,
): boolean {
  const entry = state.v6.add(state.bytes, start, end);
  if (entry < 0) return false;
  column[row] = entry;
  state.columns.flags[row]! |= flag | (flag === FLAG.source ? FLAG.sourceV6 : FLAG.destinationV6);
  return true;
}

function acceptRegion(
  names: Names,
  bytes: Uint8Array,
  column: Uint16Array,
  row: number,
  start: number,
  end: number,
): boolean {
  const name = names.intern(bytes, start, end);
  column[row] = name;
  return name !== NO_NAME && (names.shapesOf(name) & SHAPE.region) !== 0;
}

/** A count; `-1` stands for an absent one. */
function acceptCount(
  bytes: Uint8Array,
  column: Float64Array,
  flags: Uint16Array,
  flag: number,
  row: number,
  start: number,
  end: number,
): boolean {
  if (bytes[start] === DASH) {
    const target = flag === FLAG.packets ? AT.packets : AT.bytes;
    present &= ~bit(target);
    absent |= bit(target);
    return end - start === 2 && bytes[start + 1] === ONE;
  }
  const value = readInteger(bytes, start, end);
  column[row] = value;
  flags[row]! |= flag;
  return value >= 0;
}

/** `2`, `V1`, `0001_0001`. */
function isOrdinaryVersion(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length === 9 && bytes[start + 4] === 0x5f) {
    return areDigits(bytes, start, start + 4) && areDigits(bytes, start + 5, end);
  }
  const digits = bytes[start] === 0x56 ? start + 1 : start;
  return end - digits >= 1 && end - digits <= 4 && areDigits(bytes, digits, end);
}

function areDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return true;
}

/** Any text without quotes; `#` before it may make the line a comment. */
function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end || bytes[start] === HASH) return false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte <= SPACE || byte >= 0x7f || byte === 0x22 || byte === 0x27) return false;
  }
  return true;
}

function actionAt(bytes: Uint8Array, start: number, end: number): number {
  if (spells(bytes, start, end, ACCEPT)) return ACTION.accept;
  return spells(bytes, start, end, REJECT) ? ACTION.reject : ACTION.none;
}

function statusAt(bytes: Uint8Array, start: number, end: number): number {
  if (spells(bytes, start, end, OK)) return STATUS.ok;
  if (spells(bytes, start, end, NODATA)) return STATUS.nodata;
  return spells(bytes, start, end, SKIPDATA) ? STATUS.skipdata : STATUS.none;
}

function directionAt(bytes: Uint8Array, start: number, end: number): number {
  if (INGRESS.some(word => spells(bytes, start, end, word))) return DIRECTION.ingress;
  return EGRESS.some(word => spells(bytes, start, end, word)) ? DIRECTION.egress : DIRECTION.none;
}

const ascii = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0));
const ACCEPT = ascii('ACCEPT');
const REJECT = ascii('REJECT');
const OK = ascii('OK');
const NODATA = ascii('NODATA');
const SKIPDATA = ascii('SKIPDATA');
const INGRESS = [ascii('ingress'), ascii('in')];
const EGRESS = [ascii('egress'), ascii('out')];

function spells(bytes: Uint8Array, start: number, end: number, word: Uint8Array): boolean {
  if (end - start !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word[i]) return false;
  return true;
}
