import { mix } from './hash';

/** Places of the three figures in a bucket. */
export const METRIC = { records: 0, packets: 1, bytes: 2 } as const;
export type MetricNumber = (typeof METRIC)[keyof typeof METRIC];

/** What a thread hands on of a spill. */
export interface SpillData {
  readonly buckets: Float64Array;
  readonly seen: Int32Array;
}

/**
 * What a table put out, so far as it bounds what any key has lost: sums by hash in buckets, which
 * no key in the bucket can exceed, and a filter that knows every key ever put out (and takes some
 * others for them; Bloom 1970).
 */
export class Spill {
  private readonly shift: number;
  private readonly seenMask: number;

  constructor(
    private readonly buckets: Float64Array,
    private readonly seen: Int32Array,
  ) {
    this.shift = 32 - Math.log2(buckets.length / 3);
    this.seenMask = seen.length * 32 - 1;
  }

  /** Buckets and filter fit for a table of so many entries. */
  static sizedFor(entries: number): Spill {
    const bits = Math.min(16, Math.max(4, Math.floor(Math.log2(entries)) - 2));
    return new Spill(
      new Float64Array(3 << bits),
      new Int32Array(1 << Math.min(22, Math.max(4, Math.ceil(Math.log2(entries)) + 2))),
    );
  }

  /** How many buckets there are; a key's is told by the uppermost bits of its hash. */
  get size(): number {
    return this.buckets.length / 3;
  }

  take(hash: number, records: number, packets: number, bytes: number): void {
    const at = (hash >>> this.shift) * 3;
    this.buckets[at]! += records;
    this.buckets[at + 1]! += packets;
    this.buckets[at + 2]! += bytes;
    const one = hash & this.seenMask;
    const two = mix(hash) & this.seenMask;
    this.seen[one >>> 5]! |= 1 << (one & 31);
    this.seen[two >>> 5]! |= 1 << (two & 31);
  }

  /** What a key can have lost at most. */
  lost(hash: number, metric: MetricNumber): number {
    const one = hash & this.seenMask;
    if (!(this.seen[one >>> 5]! & (1 << (one & 31)))) return 0;
    const two = mix(hash) & this.seenMask;
    if (!(this.seen[two >>> 5]! & (1 << (two & 31)))) return 0;
    return this.buckets[(hash >>> this.shift) * 3 + metric]!;
  }

  /** What any key of a bucket can have lost at most. */
  bound(bucket: number, metric: MetricNumber): number {
    return this.buckets[bucket * 3 + metric]!;
  }

  /** What any key that is not in the table can have at most. */
  largest(metric: MetricNumber): number {
    let most = 0;
    for (let at: number = metric; at < this.buckets.length; at += 3) {
      if (this.buckets[at]! > most) most = this.buckets[at]!;
    }
    return most;
  }

  /** Adds what another table of the same size put out. */
  merge({ buckets, seen }: SpillData): void {
    for (let i = 0; i < buckets.length; i++) this.buckets[i]! += buckets[i]!;
    for (let i = 0; i < seen.length; i++) this.seen[i]! |= seen[i]!;
  }

  data(): SpillData {
    return { buckets: this.buckets.slice(), seen: this.seen.slice() };
  }
}
