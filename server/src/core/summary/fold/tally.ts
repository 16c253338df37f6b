import { lineIn, type LineRuns } from '../../fold/lineRuns';

/** Places of a group's figures. */
const RECORDS = 0;
const PACKETS = 1;
const BYTES = 2;
const LINE = 3;
const STRIDE = 4;

/** Sums of several records, and the first of their lines. */
export interface TallySums {
  readonly records: number;
  readonly packets: number;
  readonly bytes: number;
  readonly line: number;
}

/** Exact sums of a known, small number of groups, each with the first of its lines. */
export class Tally {
  /** Four figures a group: records, packets, bytes, first line. */
  values: Float64Array;

  constructor(groups: number) {
    this.values = emptyGroups(groups);
  }

  get size(): number {
    return this.values.length / STRIDE;
  }

  add(group: number, packets: number, bytes: number, line: number): void {
    const { values } = this;
    const at = group * STRIDE;
    values[at]! += 1;
    values[at + PACKETS]! += packets;
    values[at + BYTES]! += bytes;
    if (line < values[at + LINE]!) values[at + LINE] = line;
  }

  /** Adds the sums of several records. */
  addSums(group: number, { records, packets, bytes, line }: TallySums): void {
    const { values } = this;
    const at = group * STRIDE;
    values[at]! += records;
    values[at + PACKETS]! += packets;
    values[at + BYTES]! += bytes;
    if (line < values[at + LINE]!) values[at + LINE] = line;
  }

  /** Makes room for at least so many groups. */
  grow(groups: number): void {
    if (groups <= this.size) return;
    const values = emptyGroups(Math.max(groups, this.size * 2));
    values.set(this.values);
    this.values = values;
  }

  /** Adds the figures of a group of another tally. */
  addGroup(group: number, from: Float64Array, fromGroup: number, runs: LineRuns): void {
    const at = group * STRIDE;
    const other = fromGroup * STRIDE;
    const { values } = this;
    for (let i = RECORDS; i <= BYTES; i++) values[at + i]! += from[other + i]!;
    const line = lineIn(runs, from[other + LINE]!);
    if (line < values[at + LINE]!) values[at + LINE] = line;
  }

  /** Adds the figures of another tally, group by group. */
  merge(from: Float64Array, runs: LineRuns): void {
    this.grow(from.length / STRIDE);
    for (let group = 0; group < from.length / STRIDE; group++) {
      this.addGroup(group, from, group, runs);
    }
  }

  records(group: number): number {
    return this.values[group * STRIDE]!;
  }

  packets(group: number): number {
    return this.values[group * STRIDE + PACKETS]!;
  }

  bytes(group: number): number {
    return this.values[group * STRIDE + BYTES]!;
  }

  /** The first line; Infinity for a group without records. */
  line(group: number): number {
    return this.values[group * STRIDE + LINE]!;
  }
}

function emptyGroups(groups: number): Float64Array {
  const values = new Float64Array(groups * STRIDE);
  for (let at = LINE; at < values.length; at += STRIDE) values[at] = Infinity;
  return values;
}
