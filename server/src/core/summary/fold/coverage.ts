import { FLAG, NO_NAME, STATUS, type Columns } from '../../scan/columns';
import type { Batch } from './batch';
import type { Books } from './books';
import { Slots, type SlotsData } from './slots';
import { spannedBy, WINDOW_WIDTHS } from './widths';

/** Interfaces whose coverage is kept, and slots of time of all of them together. */
export const MOST_COVERED = 1024;
export const MOST_SLOTS = 1 << 17;

/** A record counts for no more than this long after its start, in seconds. */
export const LONGEST_COVERED = 3600;

/** What an interface has records of in a slot of time, as bits. */
export const COVERED = { ok: 1, noData: 2, skipData: 4 } as const;

const BIT_OF_STATUS = new Uint8Array(4);
BIT_OF_STATUS[STATUS.ok] = COVERED.ok;
BIT_OF_STATUS[STATUS.nodata] = COVERED.noData;
BIT_OF_STATUS[STATUS.skipdata] = COVERED.skipData;

/** What a thread hands on of the coverage. */
export interface CoverageData {
  readonly level: number;
  readonly leftOut: boolean;
  readonly points: Int32Array;
  readonly slots: readonly SlotsData[];
}

/** An observation point and its slots. */
export interface CoveredPoint {
  readonly name: string;
  readonly slots: Slots;
}

/** The slots of one observation point. */
interface Row {
  point: number;
  /** What there is in each slot, as {@link COVERED} says. */
  slots: Slots;
  /** Seconds of the slots that the last record touched, and what is known to be set there. */
  from: number;
  to: number;
  bits: number;
}

/**
 * For which times there are records of an observation point, and of which status. Of more points
 * than can be held it keeps those with the smallest hashes, which are the same however the log is
 * cut; more slots than can be held make wider slots.
 */
export class Coverage {
  /** Place of the width in WINDOW_WIDTHS. */
  level = 0;
  /** There were more points than rows. */
  leftOut = false;
  private rows: Row[] = [];
  /** Number of the row plus one by name; -1 for a name that has none. */
  private rowOf = new Int32Array(64);
  private used = 0;
  private largestHash = -1;

  constructor(
    private readonly books: Books,
    private readonly mostPoints: number,
    private readonly mostSlots: number,
  ) {}

  add({ rows, size, times, places }: Batch, columns: Columns): void {
    for (let i = 0; i < size; i++) {
      const name = places[i]!;
      const bit = BIT_OF_STATUS[columns.status[rows[i]!]!]!;
      const start = times[i]!;
      if (name === NO_NAME || bit === 0 || start < 0) continue;
      const number = (name < this.rowOf.length ? this.rowOf[name]! : 0) || this.newRow(name);
      if (number < 0) continue;
      const row = this.rows[number - 1]!;
      const end = endOf(columns, rows[i]!, start);
      if (start >= row.from && end < row.to && (row.bits & bit) !== 0) continue;
      this.set(row, start, end, bit);
    }
  }

  /** Adds what a point has in minutes that follow each other, the first by its number since 1970. */
  addMinutes(name: number, first: number, bits: Uint8Array): void {
    const number = (name < this.rowOf.length ? this.rowOf[name]! : 0) || this.newRow(name);
    if (number < 0) return;
    const { slots } = this.rows[number - 1]!;
    const before = slots.size;
    if (this.level === 0) slots.addSlots(first, bits);
    else {
      bits.forEach((some, minute) => {
        const slot = Math.floor(((first + minute) * WINDOW_WIDTHS[0]!) / this.width);
        if (some !== 0) slots.addRun(slot, slot, some);
      });
    }
    this.used += slots.size - before;
    this.widenIfFull();
  }

  get width(): number {
    return WINDOW_WIDTHS[this.level]!;
  }

  /**
   * The points and their slots, which are at least `least` seconds wide, and so wide that there are
   * no more than `most`, those without any record included; of a long gap a few count. `all` are the
   * slots in which any point has a record, ascending.
   */
  read(least: number, most: number): { width: number; points: CoveredPoint[]; all: number[] } {
    const last = WINDOW_WIDTHS.length - 1;
    const ofAny = new Slots();
    for (const { slots } of this.rows) ofAny.merge(slots.data(), 1, 1);
    for (let level = this.level; ; level++) {
      const width = WINDOW_WIDTHS[level]!;
      if (width < least && level < last) continue;
      const ofWidth = (slots: Slots) =>
        level === this.level ? slots : widened(slots, this.width, width);
      const all = numbersOf(ofWidth(ofAny));
      if (level < last && spannedBy(all) > most) continue;
      const points = this.rows.map(({ point, slots }) => ({
        name: this.books.names.text(point),
        slots: ofWidth(slots),
      }));
      return { width, points, all };
    }
  }

  data(): CoverageData {
    return {
      level: this.level,
      leftOut: this.leftOut,
      points: Int32Array.from(this.rows, row => row.point),
      slots: this.rows.map(row => row.slots.data()),
    };
  }

  merge({ level, leftOut, points, slots }: CoverageData, nameOf: (point: number) => number): void {
    while (this.level < level) this.widen();
    if (leftOut) this.leftOut = true;
    points.forEach((point, i) => {
      const name = nameOf(point);
      const number = this.rowOf[name] || this.newRow(name);
      if (number < 0) return;
      const row = this.rows[number - 1]!;
      this.used -= row.slots.size;
      row.slots.merge(slots[i]!, WINDOW_WIDTHS[level]!, this.width);
      this.used += row.slots.size;
      this.widenIfFull();
    });
  }

  markNames(marked: Uint8Array): void {
    for (const { point } of this.rows) marked[point] = 1;
  }

  renumberNames(numbers: Int32Array): void {
    for (const row of this.rows) row.point = numbers[row.point]!;
    this.rowOf.fill(0);
    this.rows.forEach((row, i) => this.remember(row.point, i + 1));
  }

  private set(row: Row, start: number, end: number, bits: number): void {
    const { width } = this;
    const first = Math.floor(start / width);
    const last = Math.floor(end / width);
    const before = row.slots.size;
    const common = row.slots.addRun(first, last, bits);
    this.used += row.slots.size - before;
    row.from = first * width;
    row.to = (last + 1) * width;
    row.bits = common;
    this.widenIfFull();
  }

  private widenIfFull(): void {
    while (this.used > this.mostSlots && this.level < WINDOW_WIDTHS.length - 1) this.widen();
  }

  private widen(): void {
    const narrow = this.width;
    this.level++;
    this.used = 0;
    for (const row of this.rows) {
      row.slots = widened(row.slots, narrow, this.width);
      row.bits = 0;
      this.used += row.slots.size;
    }
  }

  /** The number of a row for a name, plus one; -1 if others have smaller hashes. */
  private newRow(name: number): number {
    const row = { point: name, slots: new Slots(), from: 0, to: 0, bits: 0 };
    if (this.rows.length < this.mostPoints) return this.remember(name, this.rows.push(row));
    this.leftOut = true;
    const hash = (at: number) => this.books.names.hashOf(this.rows[at]!.point) >>> 0;
    if (this.largestHash < 0) {
      this.largestHash = 0;
      for (let i = 1; i < this.rows.length; i++)
        if (hash(i) > hash(this.largestHash)) this.largestHash = i;
    }
    const out = this.largestHash;
    if (this.books.names.hashOf(name) >>> 0 >= hash(out)) return this.remember(name, -1);
    this.remember(this.rows[out]!.point, -1);
    this.used -= this.rows[out]!.slots.size;
    this.rows[out] = row;
    this.largestHash = -1;
    return this.remember(name, out + 1);
  }

  private remember(name: number, row: number): number {
    if (name >= this.rowOf.length) {
      const rows = new Int32Array(Math.max(name + 1, this.rowOf.length * 2));
      rows.set(this.rowOf);
      this.rowOf = rows;
    }
    return (this.rowOf[name] = row);
  }
}

/** The slots that have any bits, ascending. */
function numbersOf(slots: Slots): number[] {
  const numbers: number[] = [];
  slots.eachRun((from, to) => {
    for (let slot = from; slot < to; slot++) numbers.push(slot);
  });
  return numbers;
}

/** Until when a record tells something: its end, unless that is absurd. */
function endOf({ flags, end }: Columns, row: number, start: number): number {
  if (!(flags[row]! & FLAG.end)) return start;
  return Math.max(start, Math.min(end[row]!, start + LONGEST_COVERED));
}

function widened(slots: Slots, from: number, to: number): Slots {
  const wider = new Slots();
  wider.merge(slots.data(), from, to);
  return wider;
}
