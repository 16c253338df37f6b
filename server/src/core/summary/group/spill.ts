import { HEAP, type Ground } from './ground';
import { mix } from './hash';

/** Places of the three figures in a bucket. */
export const METRIC = { records: 0, packets: 1, bytes: 2 } as const;
export type MetricNumber = (typeof METRIC)[keyof typeof METRIC];
/** The metrics, in the order in which tables hold them. */
export const METRICS: readonly MetricNumber[] = [METRIC.records, METRIC.packets, METRIC.bytes];

/** What a thread hands on of a spill. */
export interface SpillData {
  readonly buckets: Float64Array;
  readonly seen: Int32Array;
}

/** Buckets at most, as a power of two. */
const MOST_BITS = 16;
/** The largest figures put out in the round at hand; the same for all spills, one at a time. */
const round = new Float64Array(3 << MOST_BITS);

/**
 * What a table put out, so far as it bounds what any key has lost. A key is put out once a round at
 * most, so it cannot have lost more than the largest figures that each round put out of its bucket.
 * A filter knows every key ever put out (and takes some others for them; Bloom 1970).
 */
export class Spill {
  private readonly shift: number;
  private readonly seenMask: number;
  /** How many bits the filter has, if they were counted when the last of them was set. */
  private bits: number | undefined;

  constructor(
    private readonly buckets: Float64Array,
    private readonly seen: Int32Array,
  ) {
    this.shift = 32 - Math.log2(buckets.length / 3);
    this.seenMask = seen.length * 32 - 1;
  }

  /** Buckets and filter fit for a table of so many entries. */
  static sizedFor(entries: number): Spill {
    const { buckets, seenWords } = spillSize(entries);
    return new Spill(new Float64Array(buckets * 3), new Int32Array(seenWords));
  }

  /** The same as some data. */
  static of({ buckets, seen }: SpillData): Spill {
    return new Spill(buckets.slice(), seen.slice());
  }

  /** How many buckets there are; a key's is told by the uppermost bits of its hash. */
  get size(): number {
    return this.buckets.length / 3;
  }

  /** Takes what is put out in a round, which {@link endRound} ends. */
  take(hash: number, records: number, packets: number, bytes: number): void {
    const at = (hash >>> this.shift) * 3;
    if (records > round[at]!) round[at] = records;
    if (packets > round[at + 1]!) round[at + 1] = packets;
    if (bytes > round[at + 2]!) round[at + 2] = bytes;
    this.seen[(hash & this.seenMask) >>> 5]! |= bitsOf(hash);
    this.bits = undefined;
  }

  endRound(): void {
    for (let i = 0; i < this.buckets.length; i++) this.buckets[i]! += round[i]!;
    round.fill(0, 0, this.buckets.length);
  }

  /** What a key can have lost at most. */
  lost(hash: number, metric: MetricNumber): number {
    return hasSeen(this.seen, hash) ? this.buckets[(hash >>> this.shift) * 3 + metric]! : 0;
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

  /** How many keys were put out at least: each has set two bits of the filter at most. */
  fewestKeys(): number {
    return Math.ceil((this.bits ??= bitsOfAll(this.seen)) / 2);
  }

  /** Adds what another table of the same size put out, with the help of the `ground` if it can. */
  merge({ buckets, seen }: SpillData, ground: Pick<Ground, 'joinSeen'> = HEAP): void {
    const { buckets: ownBuckets, seen: ownSeen } = this;
    for (let i = 0; i < buckets.length; i++) ownBuckets[i]! += buckets[i]!;
    this.bits = ground.joinSeen(ownSeen, seen);
    if (this.bits !== undefined) return;
    for (let i = 0; i < seen.length; i++) ownSeen[i]! |= seen[i]!;
  }

  data(): SpillData {
    return { buckets: this.buckets.slice(), seen: this.seen.slice() };
  }
}

/** Two bits of one word of the filter: to look for them takes one wait for memory. */
function bitsOf(hash: number): number {
  return (1 << (hash & 31)) | (1 << (mix(hash) & 31));
}

function bitsOfAll(words: Int32Array): number {
  let bits = 0;
  for (let i = 0; i < words.length; i++) bits += bitsIn(words[i]!);
  return bits;
}

/** How many bits of a word are set. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether a filter knows a key; if not, the key was never put out. */
export function hasSeen(seen: Int32Array, hash: number): boolean {
  const bits = bitsOf(hash);
  return (seen[(hash & (seen.length * 32 - 1)) >>> 5]! & bits) === bits;
}

/** How many buckets, and words of filter, the spill of a table of so many entries has. */
export function spillSize(entries: number): { buckets: number; seenWords: number } {
  const bits = Math.log2(entries);
  return {
    buckets: 1 << Math.min(MOST_BITS, Math.max(4, Math.floor(bits) - 2)),
    seenWords: 1 << Math.min(22, Math.max(4, Math.ceil(bits) + 2)),
  };
}
