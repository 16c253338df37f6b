import { fieldNamed, type Field } from '../layouts/fields';
import { parseAddress } from '../record/address';
import { isValueOf } from '../record/readValue';
import type { FieldValue, RecordView } from '../record/recordView';
import { ACTION, FLAG, STATUS, type Columns } from './columns';
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

/** Writes the legal values of a record that was read with care into a row, as `acceptLine` does. */
export function fillRow({ columns, names, v6 }: RowSink, row: number, view: RecordView): void {
  const nameOf = (value: FieldValue) => names.internText(value.text);
  for (const value of view.values) {
    const target = targetOf(value.field);
    if (target === AT.version || target > TARGET.tcpFlags || !isLegal(value)) continue;
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
      case AT.status:
        columns.status[row] = STATUSES.get(value.text)!;
        break;
      default:
        fillNumber(columns, row, target, Number(value.text));
    }
  }
}

const NUMBERS = new Map<number, { column: keyof Columns; flag: number }>([
  [AT.srcPort, { column: 'srcPort', flag: FLAG.srcPort }],
  [AT.dstPort, { column: 'dstPort', flag: FLAG.dstPort }],
  [AT.protocol, { column: 'protocol', flag: FLAG.protocol }],
  [AT.packets, { column: 'packets', flag: FLAG.packets }],
  [AT.bytes, { column: 'bytes', flag: FLAG.bytes }],
  [AT.start, { column: 'start', flag: FLAG.start }],
  [AT.end, { column: 'end', flag: FLAG.end }],
  [TARGET.tcpFlags, { column: 'tcpFlags', flag: FLAG.tcpFlags }],
]);

function fillNumber(columns: Columns, row: number, target: number, value: number): void {
  const place = NUMBERS.get(target);
  if (!place) return;
  (columns[place.column] as Uint32Array)[row] = value;
  columns.flags[row]! |= place.flag;
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

function isLegal(value: FieldValue): boolean {
  const field: Field | undefined = fieldNamed(value.field.name);
  return field !== undefined && value.text !== '-' && isValueOf(field, value.text);
}
