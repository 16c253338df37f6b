// Puts the lightest entries of a full table out; the reference are heaviest.ts and spill.ts of
// server/src/core/summary/group.

import { addressHashes, bins, roundFigures, seed } from './memory';
import { combine, mix } from './hash';
import {
  COUNT, ENTRIES, ENTRY, INDEX, KIND, MASK, SPILL_BUCKETS, SPILL_SEEN, SPILL_SEEN_MASK,
  SPILL_SHIFT, SPILLED,
} from './table';

/** A figure's sign, exponent and first five binary places: how finely figures are told apart. */
const SHIFT: u32 = 15;
const BINS: i32 = 1 << 16;
const BINS_SIZE: usize = 4 << 16;
/** Upper halves of records, packets and bytes in an entry. */
const UPPER_RECORDS: usize = 20;
const UPPER_PACKETS: usize = 28;
const UPPER_BYTES: usize = 36;
const TAG: u32 = 0xfff00000;

/** Kinds of keys, in the host's order (foldMemory.ts). */
const PAIR: u32 = 1;
const CONVERSATION: u32 = 2;
const PORT: u32 = 3;

export function prune(table: usize, most: u32): void {
  const count = load<u32>(table, COUNT);
  if (count <= most) return;
  const entries = <usize>load<u32>(table, ENTRIES);
  const end = entries + <usize>count * ENTRY;
  memory.fill(bins, 0, BINS_SIZE * 3);
  for (let at = entries; at < end; at += ENTRY) {
    countIn(bins, load<u32>(at, UPPER_RECORDS));
    countIn(bins + BINS_SIZE, load<u32>(at, UPPER_PACKETS));
    countIn(bins + BINS_SIZE * 2, load<u32>(at, UPPER_BYTES));
  }
  const each = most / 3;
  sift(table, entries, end, cutOf(bins, each), cutOf(bins + BINS_SIZE, each), cutOf(bins + BINS_SIZE * 2, each));
}

// @ts-ignore: decorator
@inline
function countIn(histogram: usize, upper: u32): void {
  const bin = histogram + (<usize>(upper >> SHIFT) << 2);
  store<u32>(bin, load<u32>(bin) + 1);
}

/** The bin above which no more than so many entries are. */
function cutOf(histogram: usize, most: u32): i32 {
  let cut = BINS - 1;
  for (let kept: u32 = 0; cut >= 0; cut--) {
    kept += load<u32>(histogram + (<usize>cut << 2));
    if (kept > most) break;
  }
  return cut;
}

/**
 * Keeps the entries that are above a cut, in their order, and adds what the others hold to the
 * bounds of what any key may have lost.
 */
function sift(
  table: usize, entries: usize, end: usize, records: i32, packets: i32, bytes: i32,
): void {
  const shift = load<u32>(table, SPILL_SHIFT);
  const seen = <usize>load<u32>(table, SPILL_SEEN);
  const seenMask = load<u32>(table, SPILL_SEEN_MASK);
  const index = <usize>load<u32>(table, INDEX);
  const mask = load<u32>(table, MASK);
  const figures = (<usize>1 << <usize>(32 - shift)) * 24;
  memory.fill(roundFigures, 0, figures);
  memory.fill(index, 0, (<usize>mask + 1) << 2);
  let kept: u32 = 0;
  for (let at = entries; at < end; at += ENTRY) {
    const hash = entryHash(table, at);
    const isHeavy =
      <i32>(load<u32>(at, UPPER_RECORDS) >> SHIFT) > records ||
      <i32>(load<u32>(at, UPPER_PACKETS) >> SHIFT) > packets ||
      <i32>(load<u32>(at, UPPER_BYTES) >> SHIFT) > bytes;
    if (isHeavy) {
      const to = entries + <usize>kept * ENTRY;
      v128.store(to, v128.load(at));
      v128.store(to, v128.load(at, 16), 16);
      v128.store(to, v128.load(at, 32), 32);
      kept++;
      let slot = hash & mask;
      while (load<u32>(index + (<usize>slot << 2)) != 0) slot = (slot + 1) & mask;
      store<u32>(index + (<usize>slot << 2), (hash & TAG) | kept);
      continue;
    }
    const bucket = roundFigures + <usize>(hash >> shift) * 24;
    store<f64>(bucket, max(load<f64>(bucket), load<f64>(at, 16)));
    store<f64>(bucket, max(load<f64>(bucket, 8), load<f64>(at, 24)), 8);
    store<f64>(bucket, max(load<f64>(bucket, 16), load<f64>(at, 32)), 16);
    remember(seen, hash & seenMask);
    remember(seen, mix(hash) & seenMask);
  }
  const spillBuckets = <usize>load<u32>(table, SPILL_BUCKETS);
  for (let i: usize = 0; i < figures; i += 8) {
    store<f64>(spillBuckets + i, load<f64>(spillBuckets + i) + load<f64>(roundFigures + i));
  }
  store<u32>(table, 1, SPILLED);
  store<u32>(table, kept, COUNT);
}

// @ts-ignore: decorator
@inline
function remember(seen: usize, bit: u32): void {
  const word = seen + (<usize>(bit >> 5) << 2);
  store<u32>(word, load<u32>(word) | (1 << (bit & 31)));
}

/** The hash of an entry's key (host: keys.ts). */
function entryHash(table: usize, entry: usize): u32 {
  const kind = load<u32>(table, KIND);
  const a = load<u32>(entry);
  if (kind == PORT) return mix(a ^ seed);
  const c = load<u32>(entry, 8);
  const first = addressHash(a, c & 1);
  if (kind != PAIR && kind != CONVERSATION) return first;
  const both = combine(first, addressHash(load<u32>(entry, 4), c & 2));
  return kind == PAIR ? both : combine(both, c >> 2);
}

// @ts-ignore: decorator
@inline
function addressHash(word: u32, v6: u32): u32 {
  return v6 ? load<u32>(addressHashes + (<usize>word << 2)) : mix(word ^ seed);
}
