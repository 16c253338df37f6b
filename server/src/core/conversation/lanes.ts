import type { FlowRecord } from './flowRecord';
import { growAll } from './grown';

/** The records of one direction and one action of a conversation, added up. */
export class Lane {
  records = 0;
  /** Of its first record: times in Unix seconds, and line from 0. */
  start = 0;
  end = 0;
  line = 0;
  packets = 0;
  bytes = 0;
  /** Start of its last record and the latest end. */
  lastStart = 0;
  lastEnd = 0;
  /** Line of the record that ends last. */
  lastLine = 0;
  /** Bits of SIGN that any of its records shows. */
  signs = 0;
}

/** Lanes in a pool; number 0 is none. */
export class Lanes {
  private used = 1;
  private readonly free: number[] = [];
  private readonly columns = new LaneColumns();

  /** A lane that begins with a record. */
  open(record: FlowRecord, line: number): number {
    const lane = this.free.pop() ?? this.used++;
    if (lane >= this.columns.records.length) growAll(this.columns);
    this.columns.records[lane] = 0;
    this.columns.starts[lane] = record.start;
    this.columns.ends[lane] = record.end;
    this.columns.lines[lane] = line;
    this.columns.lastEnds[lane] = 0;
    this.columns.packets[lane] = 0;
    this.columns.bytes[lane] = 0;
    this.columns.signs[lane] = 0;
    this.add(lane, record, line);
    return lane;
  }

  /** Adds a record that does not start before those added so far. */
  add(lane: number, { start, end, packets, bytes, signs }: FlowRecord, line: number): void {
    this.columns.records[lane]!++;
    this.columns.lastStarts[lane] = start;
    if (end > this.columns.lastEnds[lane]!) {
      this.columns.lastEnds[lane] = end;
      this.columns.lastLines[lane] = line;
    }
    this.columns.packets[lane]! += packets;
    this.columns.bytes[lane]! += bytes;
    this.columns.signs[lane]! |= signs;
  }

  close(lane: number): void {
    if (lane !== 0) this.free.push(lane);
  }

  lastStartOf(lane: number): number {
    return this.columns.lastStarts[lane]!;
  }

  lastEndOf(lane: number): number {
    return this.columns.lastEnds[lane]!;
  }

  lastLineOf(lane: number): number {
    return this.columns.lastLines[lane]!;
  }

  /** Copies a lane; of lane 0 only that it has no records. */
  load(lane: number, into: Lane): void {
    into.records = lane === 0 ? 0 : this.columns.records[lane]!;
    if (lane === 0) {
      into.packets = 0;
      into.bytes = 0;
      into.signs = 0;
      return;
    }
    into.start = this.columns.starts[lane]!;
    into.end = this.columns.ends[lane]!;
    into.line = this.columns.lines[lane]!;
    into.lastStart = this.columns.lastStarts[lane]!;
    into.lastEnd = this.columns.lastEnds[lane]!;
    into.lastLine = this.columns.lastLines[lane]!;
    into.packets = this.columns.packets[lane]!;
    into.bytes = this.columns.bytes[lane]!;
    into.signs = this.columns.signs[lane]!;
  }
}

class LaneColumns {
  records = new Uint32Array(1024);
  starts = new Uint32Array(1024);
  ends = new Uint32Array(1024);
  lines = new Uint32Array(1024);
  lastStarts = new Uint32Array(1024);
  lastEnds = new Uint32Array(1024);
  lastLines = new Uint32Array(1024);
  packets = new Float64Array(1024);
  bytes = new Float64Array(1024);
  signs = new Uint8Array(1024);
}
