// Puts the lightest entries of a full table out; the reference is
// server/src/core/summary/group/groupTable.ts.

import { column, tables } from '../fixed';
import { BATCH } from './batchSize';
import * as COLUMN from './columns';
import { APART, ATTEMPTS, COUNT, ENTRIES, HEADER, INDEX, KIND, MASK } from './header';
import { clearBins, cutAfter, isHeavy, weigh } from './heaviest';
import { isOfPairs, keyHash, pairHashes } from './keyHash';
import { PAIR, PAIR_SUMS } from './pairs';
import { SINGLE } from './singles';
import { beginRound, endRound, putOut, touchSpill } from './spill';
import { APART_SIZE, bytesIn, packetsIn, recordsIn } from './sums';
import { TAG } from './table';

/** Lets the host look at the attempts of a second pass before some are put out. */
// @ts-ignore: decorator
@external('host', 'lookAtAttempts')
declare function lookAtAttempts(): void;

export function prune(table: usize, most: u32): void {
  const count = load<u32>(table, COUNT);
  if (count <= most) return;
  if (table == tables + ATTEMPTS * HEADER) lookAtAttempts();
  const index = <usize>load<u32>(table, INDEX);
  memory.fill(index, 0, (<usize>load<u32>(table, MASK) + 1) << 2);
  clearBins();
  const ofPairs = isOfPairs(load<u32>(table, KIND));
  if (ofPairs) weighPairs(table, count);
  else weighSingles(table, count);
  cutAfter(most / 3);
  beginRound(table);
  const kept = ofPairs ? siftPairs(table, count) : siftSingles(table, count);
  endRound(table);
  store<u32>(table, kept, COUNT);
}

function weighSingles(table: usize, count: u32): void {
  const entries = <usize>load<u32>(table, ENTRIES);
  const end = entries + <usize>count * SINGLE;
  for (let at = entries; at < end; at += SINGLE) {
    weigh(load<f64>(at, 16), load<f64>(at, 24), load<f64>(at, 32));
  }
}

function weighPairs(table: usize, count: u32): void {
  let at = <usize>load<u32>(table, ENTRIES) + PAIR_SUMS;
  let apart = <usize>load<u32>(table, APART);
  for (let entry: u32 = 0; entry < count; entry++) {
    weigh(recordsIn(at), packetsIn(at, apart), bytesIn(at));
    at += PAIR;
    apart += APART_SIZE;
  }
}

/** Keeps the heavy entries, in their order, and puts the others out; gives how many are kept. */
function siftSingles(table: usize, count: u32): u32 {
  const entries = <usize>load<u32>(table, ENTRIES);
  const end = entries + <usize>count * SINGLE;
  const kind = load<u32>(table, KIND);
  let kept: u32 = 0;
  for (let at = entries; at < end; at += SINGLE) {
    const hash = keyHash(kind, at);
    const records = load<f64>(at, 16);
    const packets = load<f64>(at, 24);
    const bytes = load<f64>(at, 32);
    if (!isHeavy(records, packets, bytes)) {
      putOut(hash, records, packets, bytes);
      continue;
    }
    memory.copy(entries + <usize>kept * SINGLE, at, SINGLE);
    enter(table, hash, ++kept);
  }
  return kept;
}

/**
 * The same, some entries at a time: which of them are heavy nobody can guess, so that the loop that
 * tells does not branch, and what is done with either kind, where waits for memory can overlap, has
 * a loop of its own.
 */
function siftPairs(table: usize, count: u32): u32 {
  let kept: u32 = 0;
  for (let from: u32 = 0; from < count; from += <u32>BATCH) {
    kept = siftSome(table, from, min(count, from + <u32>BATCH), kept);
  }
  return kept;
}

function siftSome(table: usize, from: u32, to: u32, before: u32): u32 {
  const entries = <usize>load<u32>(table, ENTRIES);
  const aparts = <usize>load<u32>(table, APART);
  const first = entries + <usize>from * PAIR;
  const firstApart = aparts + <usize>from * APART_SIZE;
  const hashes = column(COLUMN.HELD);
  const light = column(COLUMN.LIGHT);
  const heavy = column(COLUMN.HEAVY);
  pairHashes(load<u32>(table, KIND), first, PAIR, to - from, hashes);
  let lights: usize = 0;
  let heavies: usize = 0;
  for (let n: usize = 0; n < <usize>(to - from); n++) {
    const sums = first + n * PAIR + PAIR_SUMS;
    const packets = packetsIn(sums, firstApart + n * APART_SIZE);
    const isKept = <usize>isHeavy(recordsIn(sums), packets, bytesIn(sums));
    store<u32>(light + (lights << 2), <u32>n);
    store<u32>(heavy + (heavies << 2), <u32>n);
    lights += 1 - isKept;
    heavies += isKept;
  }
  touchSpill(hashes, light, lights);
  for (let i: usize = 0; i < lights; i++) {
    const n = <usize>load<u32>(light + (i << 2));
    const sums = first + n * PAIR + PAIR_SUMS;
    const packets = packetsIn(sums, firstApart + n * APART_SIZE);
    putOut(load<u32>(hashes + (n << 2)), recordsIn(sums), packets, bytesIn(sums));
  }
  let kept = before;
  for (let i: usize = 0; i < heavies; i++) {
    const n = <usize>load<u32>(heavy + (i << 2));
    const at = first + n * PAIR;
    const place = entries + <usize>kept * PAIR;
    v128.store(place, v128.load(at));
    v128.store(place, v128.load(at, 16), 16);
    store<u64>(aparts + <usize>kept * APART_SIZE, load<u64>(firstApart + n * APART_SIZE));
    enter(table, load<u32>(hashes + (n << 2)), ++kept);
  }
  return kept;
}

// @ts-ignore: decorator
@inline
function enter(table: usize, hash: u32, number: u32): void {
  const index = <usize>load<u32>(table, INDEX);
  const mask = load<u32>(table, MASK);
  let slot = hash & mask;
  while (load<u32>(index + (<usize>slot << 2)) != 0) slot = (slot + 1) & mask;
  store<u32>(index + (<usize>slot << 2), (hash & TAG) | number);
}
