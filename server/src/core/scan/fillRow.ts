import { parseAddress } from '../record/address';
import { isGuessed, isTold } from '../record/guessed';
import { ABSENT, isValueOf } from '../record/readValue';
import type { FieldValue, RecordView } from '../record/recordView';
import { ACTION, DIRECTION, FLAG, STATUS, type Columns } from './columns';
import type { NameTable } from './names';
import { AT, TARGET, targetOf } from './plan';
import type { V6Addresses } from './v6Table';

/** Where the values of a carefully read record go. */
export interface RowSink {
  readonly columns: Columns;
  readonly names: NameTable;
  readonly v6: V6Addresses;
}

const ACTIONS = new Map([
  ['ACCEPT', ACTION.accept],
  ['REJECT', ACTION.reject],
]);
const STATUSES = new Map([
  ['OK', STATUS.ok],
  ['NODATA', STATUS.nodata],
  ['SKIPDATA', STATUS.skipdata],
]);

const DIRECTIONS = new Map([
  ['ingress', DIRECTION.ingress],
  ['in', DIRECTION.ingress],
  ['egress', DIRECTION.egress],
  ['out', DIRECTION.egress],
]);
const KEPT_NOWHERE: ReadonlySet<number> = new Set([TARGET.otherAddress, TARGET.text]);

/** Writes the legal values of a record that was read with care into a row, as `acceptLine` does. */
export function fillRow({ columns, names, v6 }: RowSink, row: number, view: RecordView): void {
  const nameOf = (value: FieldValue) => names.internText(value.text);
  const guessed = isGuessed(view);
  for (const value of view.values) {
    if (guessed && !isTold(value.field.kind)) continue;
    const target = targetOf(value.field);
    if (target === AT.version || KEPT_NOWHERE.has(target) || !isLegal(value)) continue;
    switch (target) {
      case AT.account:
        columns.account[row] = nameOf(value);
        break;
      case AT.interface:
        // Where a record names both, its point is the CCN.
        if (!(columns.flags[row]! & FLAG.ccn)) columns.point[row] = nameOf(value);
        break;
      case AT.ccn:
        columns.point[row] = nameOf(value);
        columns.flags[row]! |= FLAG.ccn;
        break;
      case AT.region:
        columns.region[row] = nameOf(value);
        break;
      case AT.srcRegion:
        columns.srcRegion[row] = nameOf(value);
        break;
      case AT.dstRegion:
        columns.dstRegion[row] = nameOf(value);
        break;
      case AT.source:
        fillAddress(columns, v6, columns.source, row, value.text, FLAG.source, FLAG.sourceV6);
        break;
      case AT.destination:
        fillAddress(
          columns,
          v6,
          columns.destination,
          row,
          value.text,
          FLAG.destination,
          FLAG.destinationV6,
        );
        break;
      case AT.action:
        columns.action[row] = ACTIONS.get(value.text)!;
        break;
      case TARGET.direction:
        columns.direction[row] = DIRECTIONS.get(value.text) ?? DIRECTION.none;
        break;
      case AT.status:
        columns.status[row] = STATUSES.get(value.text)!;
        break;
      default:
        columns.flags[row]! |= fillNumber(columns, row, target, Number(value.text));
    }
  }
}

/**
 * Puts a number in its column; gives the flag that says so. Not from a table of columns: an engine
 * compiles a store that meets arrays of several types again and again.
 */
function fillNumber(columns: Columns, row: number, target: number, value: number): number {
  switch (target) {
    case AT.srcPort:
      columns.srcPort[row] = value;
      return FLAG.srcPort;
    case AT.dstPort:
      columns.dstPort[row] = value;
      return FLAG.dstPort;
    case AT.protocol:
      columns.protocol[row] = value;
      return FLAG.protocol;
    case AT.packets:
      columns.packets[row] = value;
      return FLAG.packets;
    case AT.bytes:
      columns.bytes[row] = value;
      return FLAG.bytes;
    case AT.start:
      columns.start[row] = value;
      return FLAG.start;
    case AT.end:
      columns.end[row] = value;
      return FLAG.end;
    case TARGET.tcpFlags:
      columns.tcpFlags[row] = value;
      return FLAG.tcpFlags;
    default:
      return 0;
  }
}

function fillAddress(
  columns: Columns,
  v6: V6Addresses,
  column: Uint32Array,
  row: number,
  text: string,
  flag: number,
  flagV6: number,
): void {
  const address = parseAddress(text);
  if (!address) return;
  column[row] = address.family === 4 ? address.value : v6.addBytes(address.bytes);
  columns.flags[row]! |= address.family === 4 ? flag : flag | flagV6;
}

function isLegal({ field, text }: FieldValue): boolean {
  return text !== ABSENT && isValueOf(field, text);
}
