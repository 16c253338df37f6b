// Adds what another fold's table holds to a table; the reference is GroupTable.merge of
// server/src/core/summary/group/groupTable.ts.

import { COUNT, ENTRIES, INDEX, KIND, MASK, SPILLED } from './header';
import { keyHash, OF_PORT } from './keyHash';
import { joinPoints } from './pairs';
import { SINGLE } from './singles';
import { hasSeen } from './spill';
import { ENTRY_BITS, MAY_BE_BACK, TAG } from './table';

/** Keeps the reads of {@link touch} from being left out. */
export let touched: u32 = 0;

/**
 * Adds the entries at `from`, which are changed on the way, and behind which four bytes for each can be
 * written, to a table that has room for them. In `runs` stands where their lines are:
 * the line before each run, and how much further down it stands; Infinity behind the last one.
 * `numbers` are the table's for the other fold's IPv6 addresses, by whose numbers their hashes are
 * placed. Of the first `known` entries it notes in `met` which of them there were.
 */
export function mergeEntries(
  table: usize, from: usize, count: u32, runs: usize, numbers: usize, met: usize, known: u32,
): void {
  const entries = <usize>load<u32>(table, ENTRIES);
  const index = <usize>load<u32>(table, INDEX);
  const mask = load<u32>(table, MASK);
  const newMark = load<u32>(table, SPILLED) ? MAY_BE_BACK : 0;
  const kind = load<u32>(table, KIND);
  const hashes = from + <usize>count * SINGLE;
  readKeys(from, count, kind, runs, numbers, hashes);
  touch(entries, index, mask, hashes, count);
  let size = load<u32>(table, COUNT);
  for (let n: usize = 0; n < <usize>count; n++) {
    const at = from + n * SINGLE;
    const hash = load<u32>(hashes + (n << 2));
    const a = load<u32>(at);
    const b = load<u32>(at, 4);
    const c = load<u32>(at, 8);
    let slot = hash & mask;
    let held = load<u32>(index + (<usize>slot << 2));
    let entry: usize = 0;
    while (held != 0) {
      if (((held ^ hash) & TAG) == 0) {
        const other = entries + <usize>((held & ENTRY_BITS) - 1) * SINGLE;
        if (load<u32>(other) == a && load<u32>(other, 4) == b && load<u32>(other, 8) == c) {
          entry = other;
          break;
        }
      }
      slot = (slot + 1) & mask;
      held = load<u32>(index + (<usize>slot << 2));
    }
    if (entry == 0) {
      entry = entries + <usize>size * SINGLE;
      size++;
      store<u32>(index + (<usize>slot << 2), (hash & TAG) | size);
      v128.store(entry, v128.load(at));
      v128.store(entry, v128.load(at, 16), 16);
      v128.store(entry, v128.load(at, 32), 32);
      store<u32>(entry, load<u32>(at, 12) | newMark, 12);
      continue;
    }
    v128.store(entry, f64x2.add(v128.load(entry, 16), v128.load(at, 16)), 16);
    store<f64>(entry, load<f64>(entry, 32) + load<f64>(at, 32), 32);
    const line = load<f64>(at, 40);
    if (line < load<f64>(entry, 40)) store<f64>(entry, line, 40);
    store<u32>(entry, joinPoints(load<u32>(entry, 12), load<u32>(at, 12)), 12);
    const number = (held & ENTRY_BITS) - 1;
    if (number < known) store<u8>(met + <usize>number, 1);
  }
  store<u32>(table, size, COUNT);
}

/** Puts keys' words and lines into the table's terms, and their hashes to `hashes`. */
function readKeys(
  from: usize, count: u32, kind: u32, runs: usize, numbers: usize, hashes: usize,
): void {
  const hasAddresses = kind != OF_PORT;
  for (let n: usize = 0; n < <usize>count; n++) {
    const at = from + n * SINGLE;
    store<u32>(hashes + (n << 2), keyHash(kind, at));
    const c = load<u32>(at, 8);
    if (hasAddresses && (c & 1)) store<u32>(at, load<u32>(numbers + (<usize>load<u32>(at) << 2)));
    if (hasAddresses && (c & 2)) store<u32>(at, load<u32>(numbers + (<usize>load<u32>(at, 4) << 2)), 4);
    const line = load<f64>(at, 40);
    let run = runs;
    while (line > load<f64>(run, 16)) run += 16;
    store<f64>(at, line + load<f64>(run, 8), 40);
  }
}

/** Reads where keys are likely to stand, each on its own, so that the waits for memory overlap. */
function touch(entries: usize, index: usize, mask: u32, hashes: usize, count: u32): void {
  let sum: u32 = 0;
  for (let n: usize = 0; n < <usize>count; n++) {
    const hash = load<u32>(hashes + (n << 2));
    const held = load<u32>(index + (<usize>(hash & mask) << 2)) & ENTRY_BITS;
    sum ^= load<u32>(entries + <usize>held * SINGLE - SINGLE);
  }
  touched = sum;
}

/**
 * Marks those of the first `known` entries that are not noted in `met` and whose keys a filter knows:
 * the other fold may have put them out.
 */
export function markSeen(table: usize, met: usize, known: u32, filter: usize, mask: u32): void {
  const kind = load<u32>(table, KIND);
  let at = <usize>load<u32>(table, ENTRIES);
  for (let number: u32 = 0; number < known; number++, at += SINGLE) {
    if (load<u8>(met + <usize>number) || !hasSeen(filter, mask, keyHash(kind, at))) continue;
    store<u32>(at, load<u32>(at, 12) | MAY_BE_BACK, 12);
  }
}

/** Puts the bits of so many words, a multiple of four, into others; gives how many these have then. */
export function joinWords(to: usize, from: usize, words: u32): u32 {
  const size = <usize>words << 2;
  let bits = i32x4.splat(0);
  for (let at: usize = 0; at < size; at += 16) {
    const both = v128.or(v128.load(to + at), v128.load(from + at));
    v128.store(to + at, both);
    const pairs = i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(both));
    bits = i32x4.add(bits, i32x4.extadd_pairwise_i16x8_u(pairs));
  }
  return (
    i32x4.extract_lane(bits, 0) + i32x4.extract_lane(bits, 1) +
    i32x4.extract_lane(bits, 2) + i32x4.extract_lane(bits, 3)
  );
}
