import { WORD, WORDS } from './entry';
import { GroupTable } from './groupTable';
import type { Ground } from './ground';
import { figure, lostBy, topEntries, type Admits } from './ranking';
import { METRICS } from './spill';

/** Hashes are told apart by so many of their uppermost bits. */
const BITS = 20;
/** Words of doubts. */
export const DOUBT_WORDS = 1 << (BITS - 5);

/** The keys that have to be counted again, by the uppermost bits of their hashes, one bit each. */
export type Doubts = Int32Array;

/** Whether a key with this hash is in doubt. */
export function isDoubtful(doubts: Doubts, hash: number): boolean {
  const place = hash >>> (32 - BITS);
  return (doubts[place >>> 5]! & (1 << (place & 31))) !== 0;
}

/** All keys that may belong among the `most` largest by a metric, where the bounds do not tell. */
export function doubtsOf(
  table: GroupTable,
  most: number,
  lists: readonly Admits[] = [() => true],
): Doubts | undefined {
  const { spill } = table;
  if (!spill) return undefined;
  let doubts: Doubts | undefined;
  for (const admits of lists) {
    const tops = topEntries(table, most, admits);
    for (const metric of METRICS) {
      const { entries, exact, floor } = tops[metric]!;
      if (exact) continue;
      doubts ??= noDoubts();
      for (const entry of entries) {
        if (lostBy(table, entry, metric) > 0) mark(doubts, table.entryHash(entry));
      }
      for (let entry = 0; entry < table.count; entry++) {
        const lost = lostBy(table, entry, metric);
        if (lost > 0 && figure(table, entry, metric) + lost >= floor) {
          mark(doubts, table.entryHash(entry));
        }
      }
      for (let bucket = 0; bucket < spill.size; bucket++) {
        const bound = spill.bound(bucket, metric);
        if (bound > 0 && bound >= floor) markBucket(doubts, bucket, spill.size);
      }
    }
  }
  return doubts;
}

/**
 * The table with the doubtful keys' entries replaced by those of a second count. Keys that are in
 * no doubt and may have lost something are too small for any list and are left out.
 */
export function settle(
  table: GroupTable,
  doubts: Doubts,
  recount: GroupTable,
  ground?: Ground,
): GroupTable {
  const { hashOf } = table;
  const most = table.count + recount.count + 1;
  const settled = new GroupTable(most, hashOf, table.count, 1, most, ground);
  const take = (from: GroupTable, entry: number) => {
    const { words } = from;
    const at = entry * WORDS;
    settled.addEntry(words[at + WORD.a]!, words[at + WORD.b]!, words[at + WORD.c]!, from, entry);
  };
  for (let entry = 0; entry < table.count; entry++) {
    if (isDoubtful(doubts, table.entryHash(entry))) continue;
    const lost = METRICS.map(metric => lostBy(table, entry, metric));
    if (lost.every(figure => figure === 0)) take(table, entry);
    else settled.leaveOut(metric => figure(table, entry, metric) + lost[metric]!);
  }
  const { spill } = table;
  for (let bucket = 0; spill && bucket < spill.size; bucket++) {
    if (isBucketDoubtful(doubts, bucket, spill.size)) continue;
    settled.leaveOut(metric => spill.bound(bucket, metric));
  }
  for (let entry = 0; entry < recount.count; entry++) take(recount, entry);
  settled.spill = recount.spill;
  return settled;
}

/** No key in doubt. */
export function noDoubts(): Doubts {
  return new Int32Array(DOUBT_WORDS);
}

/** Puts the keys with a hash in doubt. */
export function mark(doubts: Doubts, hash: number): void {
  const place = hash >>> (32 - BITS);
  doubts[place >>> 5]! |= 1 << (place & 31);
}

/** Whether all keys of a spill's bucket are in doubt. */
function isBucketDoubtful(doubts: Doubts, bucket: number, buckets: number): boolean {
  const { first, end, bits } = wordsOf(bucket, buckets);
  for (let word = first; word < end; word++) if ((doubts[word]! & bits) !== bits) return false;
  return true;
}

/** Puts all keys of a spill's bucket in doubt. */
export function markBucket(doubts: Doubts, bucket: number, buckets: number): void {
  const { first, end, bits } = wordsOf(bucket, buckets);
  for (let word = first; word < end; word++) doubts[word]! |= bits;
}

/** The words in which a bucket's keys have their bits, and which bits of a word are theirs. */
function wordsOf(bucket: number, buckets: number): { first: number; end: number; bits: number } {
  const places = (1 << BITS) / buckets;
  const first = (bucket * places) >>> 5;
  if (places >= 32) return { first, end: first + (places >>> 5), bits: -1 };
  return { first, end: first + 1, bits: ((1 << places) - 1) << ((bucket * places) & 31) };
}
