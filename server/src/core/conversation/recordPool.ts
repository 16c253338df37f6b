import type { FlowRecord } from './flowRecord';
import { growAll } from './grown';

const REVERSED = 1;
const ACCEPTED = 2;
/** The signs stand above the two bits. */
const SIGNS_SHIFT = 2;

/** Flow records side by side in columns, by number. */
export class RecordPool {
  private readonly columns = new RecordColumns();
  private readonly record = { ...NO_RECORD };

  /** Puts a record in a place, which may be the one behind the last. */
  put(number: number, record: FlowRecord, line: number): void {
    const { columns } = this;
    if (number === columns.lines.length) growAll(columns);
    columns.lines[number] = line;
    columns.points[number] = record.point;
    columns.metas[number] = record.meta;
    columns.as[number] = record.a;
    columns.bs[number] = record.b;
    columns.ports[number] = record.ports;
    columns.starts[number] = record.start;
    columns.ends[number] = record.end;
    columns.packets[number] = record.packets;
    columns.bytes[number] = record.bytes;
    columns.bits[number] =
      (record.reversed ? REVERSED : 0) |
      (record.accepted ? ACCEPTED : 0) |
      (record.signs << SIGNS_SHIFT);
  }

  /** The record in a place; one object is filled again and again. */
  at(number: number): FlowRecord {
    const { columns, record } = this;
    const bits = columns.bits[number]!;
    record.point = columns.points[number]!;
    record.meta = columns.metas[number]!;
    record.a = columns.as[number]!;
    record.b = columns.bs[number]!;
    record.ports = columns.ports[number]!;
    record.start = columns.starts[number]!;
    record.end = columns.ends[number]!;
    record.packets = columns.packets[number]!;
    record.bytes = columns.bytes[number]!;
    record.reversed = (bits & REVERSED) !== 0;
    record.accepted = (bits & ACCEPTED) !== 0;
    record.signs = bits >>> SIGNS_SHIFT;
    return record;
  }

  lineOf(number: number): number {
    return this.columns.lines[number]!;
  }

  /** The starts of all records, by number. */
  get starts(): Uint32Array {
    return this.columns.starts;
  }
}

const NO_RECORD = {
  ...{ point: 0, meta: 0, a: 0, b: 0, ports: 0, start: 0, end: 0, packets: 0, bytes: 0, signs: 0 },
  reversed: false,
  accepted: false,
};

const ROOM = 1024;

class RecordColumns {
  packets = new Float64Array(ROOM);
  bytes = new Float64Array(ROOM);
  lines = new Uint32Array(ROOM);
  points = new Uint32Array(ROOM);
  metas = new Uint32Array(ROOM);
  as = new Uint32Array(ROOM);
  bs = new Uint32Array(ROOM);
  ports = new Uint32Array(ROOM);
  starts = new Uint32Array(ROOM);
  ends = new Uint32Array(ROOM);
  bits = new Uint16Array(ROOM);
}
