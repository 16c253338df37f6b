const SIZE = 3;

/** What a thread hands on of a lane. */
export interface LaneData {
  readonly numbers: Float64Array;
  readonly values: Float64Array;
}

/** Records, packets and bytes over time, in buckets of a width that stays. */
export class Lane {
  private readonly places = new Map<number, number>();
  private values = new Float64Array(16 * SIZE);
  private lastPlace = 0;
  private lastFrom = Infinity;
  private lastTo = -Infinity;

  constructor(private readonly width: number) {}

  add(time: number, packets: number, bytes: number): void {
    if (time < this.lastFrom || time >= this.lastTo) this.turnTo(Math.floor(time / this.width));
    const at = this.lastPlace;
    this.values[at]! += 1;
    this.values[at + 1]! += packets;
    this.values[at + 2]! += bytes;
  }

  /** Start, records, packets and bytes of each bucket with records, in the order of time. */
  points(): { start: number; records: number; packets: number; bytes: number }[] {
    return [...this.places]
      .sort(([a], [b]) => a - b)
      .map(([number, at]) => ({
        start: number * this.width,
        records: this.values[at]!,
        packets: this.values[at + 1]!,
        bytes: this.values[at + 2]!,
      }));
  }

  data(): LaneData {
    return {
      numbers: Float64Array.from(this.places.keys()),
      values: this.values.slice(0, this.places.size * SIZE),
    };
  }

  merge({ numbers, values }: LaneData): void {
    numbers.forEach((number, i) => {
      this.turnTo(number);
      for (let n = 0; n < SIZE; n++) this.values[this.lastPlace + n]! += values[i * SIZE + n]!;
    });
  }

  private turnTo(number: number): void {
    let place = this.places.get(number);
    if (place === undefined) {
      place = this.places.size * SIZE;
      if (place === this.values.length) {
        const values = new Float64Array(place * 2);
        values.set(this.values);
        this.values = values;
      }
      this.places.set(number, place);
    }
    this.lastPlace = place;
    this.lastFrom = number * this.width;
    this.lastTo = this.lastFrom + this.width;
  }
}
