import { NO_TIME } from '../../filter/recordTime';
import { AS_COUNTED, lineIn, type LineRuns } from '../../fold/lineRuns';
import { ACTION, STATUS, type Columns } from '../../scan/columns';
import type { Batch } from './batch';
import { spannedBy, WIDTHS } from './widths';

/** Figures of a bucket: all, accepted and rejected as records, packets, bytes; then the rest. */
export const BUCKET = {
  all: 0,
  accepted: 3,
  rejected: 6,
  noData: 9,
  skipData: 10,
  line: 11,
} as const;
export const BUCKET_SIZE = 12;

/** What a thread hands on of a timeline. */
export interface TimelineData {
  readonly width: number;
  /** Which buckets there are, counted from 1970 on. */
  readonly numbers: Float64Array;
  readonly values: Float64Array;
}

/**
 * Figures over time. Only buckets with records exist, so that gaps cost nothing; when there are
 * more than wanted, they become wider, up to a day.
 */
export class Timeline {
  /** Seconds in a bucket. */
  width = WIDTHS[0]!;
  /** Place of a bucket's figures by its number. */
  private places = new Map<number, number>();
  private values = new Float64Array(64 * BUCKET_SIZE);
  /** The bucket of the last record, and its seconds: most records fall into the same one. */
  private lastPlace = 0;
  private lastFrom = Infinity;
  private lastTo = -Infinity;

  constructor(private readonly most: number) {}

  add(batch: Batch, { action, status }: Columns): void {
    const { rows, size, times, packets, bytes, lines } = batch;
    for (let i = 0; i < size; i++) {
      const time = times[i]!;
      if (time === NO_TIME) continue;
      const at = time >= this.lastFrom && time < this.lastTo ? this.lastPlace : this.placeOf(time);
      const { values } = this;
      const row = rows[i]!;
      addTo(values, at, packets[i]!, bytes[i]!);
      if (action[row] === ACTION.accept)
        addTo(values, at + BUCKET.accepted, packets[i]!, bytes[i]!);
      else if (action[row] === ACTION.reject) {
        addTo(values, at + BUCKET.rejected, packets[i]!, bytes[i]!);
      }
      if (status[row] === STATUS.nodata) values[at + BUCKET.noData]! += 1;
      else if (status[row] === STATUS.skipdata) values[at + BUCKET.skipData]! += 1;
      if (lines[i]! < values[at + BUCKET.line]!) values[at + BUCKET.line] = lines[i]!;
    }
  }

  /**
   * The same in buckets that fit the span: as narrow as possible with no more than are wanted, empty
   * ones included. A record with a time far off does not spoil the others' picture, since of a long
   * gap only a few buckets count.
   */
  fitted(): Timeline {
    const copy = new Timeline(this.most);
    copy.merge(this.data(), AS_COUNTED);
    while (spannedBy(copy.numbers()) > this.most && copy.width < WIDTHS.at(-1)!) copy.widen();
    return copy;
  }

  /** The numbers of the buckets, ascending. */
  numbers(): number[] {
    return [...this.places.keys()].sort((a, b) => a - b);
  }

  /** The figures of a bucket, as {@link BUCKET} says. */
  bucket(number: number): Float64Array {
    const at = this.places.get(number) ?? 0;
    return this.values.subarray(at, at + BUCKET_SIZE);
  }

  data(): TimelineData {
    const numbers = this.numbers();
    const values = new Float64Array(numbers.length * BUCKET_SIZE);
    numbers.forEach((number, i) => values.set(this.bucket(number), i * BUCKET_SIZE));
    return { width: this.width, numbers: Float64Array.from(numbers), values };
  }

  merge({ width, numbers, values }: TimelineData, runs: LineRuns): void {
    while (this.width < width) this.widen();
    numbers.forEach((number, i) => {
      const figures = values.slice(i * BUCKET_SIZE, (i + 1) * BUCKET_SIZE);
      figures[BUCKET.line] = lineIn(runs, figures[BUCKET.line]!);
      const at = this.placeOf(number * width);
      addFigures(this.values, at, figures);
    });
  }

  /** Where a time's bucket has its figures. */
  private placeOf(time: number): number {
    let number = Math.floor(time / this.width);
    let place = this.places.get(number);
    if (place === undefined) {
      place = this.newPlace(number);
      while (this.places.size > this.most && this.width < WIDTHS.at(-1)!) this.widen();
      number = Math.floor(time / this.width);
      place = this.places.get(number)!;
    }
    this.lastPlace = place;
    this.lastFrom = number * this.width;
    this.lastTo = this.lastFrom + this.width;
    return place;
  }

  private newPlace(number: number): number {
    const place = this.places.size * BUCKET_SIZE;
    if (place === this.values.length) {
      const values = new Float64Array(place * 2);
      values.set(this.values);
      this.values = values;
    }
    this.values.fill(0, place, place + BUCKET_SIZE);
    this.values[place + BUCKET.line] = Infinity;
    this.places.set(number, place);
    return place;
  }

  private widen(): void {
    const { width, places, values } = this;
    this.width = WIDTHS[WIDTHS.indexOf(width) + 1]!;
    this.places = new Map();
    this.values = new Float64Array(values.length);
    this.lastFrom = Infinity;
    this.lastTo = -Infinity;
    for (const [number, place] of places) {
      const wider = Math.floor((number * width) / this.width);
      const at = this.places.get(wider) ?? this.newPlace(wider);
      addFigures(this.values, at, values.subarray(place, place + BUCKET_SIZE));
    }
  }
}

function addTo(values: Float64Array, at: number, packets: number, bytes: number): void {
  values[at]! += 1;
  values[at + 1]! += packets;
  values[at + 2]! += bytes;
}

function addFigures(values: Float64Array, at: number, figures: Float64Array): void {
  for (let i = 0; i < BUCKET.line; i++) values[at + i]! += figures[i]!;
  const line = figures[BUCKET.line]!;
  if (line < values[at + BUCKET.line]!) values[at + BUCKET.line] = line;
}
