// Puts the lightest entries of a full table out; the reference is
// server/src/core/summary/group/groupTable.ts.

import { column, LIGHT_ENTRY, lightEntries, tables } from '../fixed';
import { BATCH } from './batchSize';
import * as COLUMN from './columns';
import { APART, ATTEMPTS, COUNT, ENTRIES, HEADER, INDEX, KIND, MASK } from './header';
import { clearBins, cutAfter, isHeavy, weigh } from './heaviest';
import { isOfPairs, keyHash } from './keyHash';
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
 * sorts them does not branch, and what is done with the light ones, where waits for memory can
 * overlap, has a loop of its own.
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
  const kind = load<u32>(table, KIND);
  const hashes = column(COLUMN.HELD);
  let kept = before;
  let light = lightEntries;
  for (let entry = from; entry < to; entry++) {
    const at = entries + <usize>entry * PAIR;
    const apart = aparts + <usize>entry * APART_SIZE;
    const hash = keyHash(kind, at);
    const records = recordsIn(at + PAIR_SUMS);
    const packets = packetsIn(at + PAIR_SUMS, apart);
    const bytes = bytesIn(at + PAIR_SUMS);
    store<u32>(light, hash);
    store<f64>(light, records, 8);
    store<f64>(light, packets, 16);
    store<f64>(light, bytes, 24);
    store<u32>(hashes + (<usize>(kept - before) << 2), hash);
    const place = entries + <usize>kept * PAIR;
    v128.store(place, v128.load(at));
    v128.store(place, v128.load(at, 16), 16);
    store<u64>(aparts + <usize>kept * APART_SIZE, load<u64>(apart));
    const heavy = <u32>isHeavy(records, packets, bytes);
    kept += heavy;
    light += <usize>(1 - heavy) * LIGHT_ENTRY;
  }
  touchSpill(lightEntries, light);
  for (let at = lightEntries; at < light; at += LIGHT_ENTRY) {
    putOut(load<u32>(at), load<f64>(at, 8), load<f64>(at, 16), load<f64>(at, 24));
  }
  for (let number = before; number < kept; number++) {
    enter(table, load<u32>(hashes + (<usize>(number - before) << 2)), number + 1);
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
