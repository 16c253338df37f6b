// Tables with keys of an address or of one other word.

import { column } from '../fixed';
import * as COLUMN from './columns';
import { COUNT, ENTRIES, INDEX, MASK, SPILLED } from './header';
import { ENTRY_BITS, makeReady, MAY_BE_BACK, stepOf, TAG } from './table';

/** Bytes of an entry (host: entry.ts). */
export const SINGLE: usize = 48;

/** Adds the records of a batch at the places `picks[0, count)`; the batch begins at a line. */
export function addSingles(
  table: usize, hash: usize, a: usize, c: usize, picks: usize, count: u32, firstLine: f64,
): void {
  const step = stepOf(table);
  for (let from: u32 = 0; from < count; from += step) {
    const to = min(count, from + step);
    makeReady(table, hash, picks, from, to, SINGLE);
    addSome(table, column(hash), column(a), column(c), column(picks), from, to, firstLine);
  }
}

function addSome(
  table: usize, hash: usize, a: usize, c: usize, picks: usize, from: u32, to: u32, firstLine: f64,
): void {
  const entries = <usize>load<u32>(table, ENTRIES);
  const index = <usize>load<u32>(table, INDEX);
  const mask = load<u32>(table, MASK);
  const newMark = load<u32>(table, SPILLED) ? MAY_BE_BACK : 0;
  let count = load<u32>(table, COUNT);
  for (let n = from; n < to; n++) {
    const place = <usize>load<u32>(picks + (<usize>n << 2));
    const at = place << 2;
    const h = load<u32>(hash + at);
    const keyA = load<u32>(a + at);
    const keyC = load<u32>(c + at);
    const packets = load<f64>(column(COLUMN.PACKETS) + (place << 3));
    const bytes = load<f64>(column(COLUMN.BYTES) + (place << 3));
    let slot = h & mask;
    let entry: usize = 0;
    for (;;) {
      const held = load<u32>(index + (<usize>slot << 2));
      if (held == 0) break;
      if (((held ^ h) & TAG) == 0) {
        const known = entries + <usize>((held & ENTRY_BITS) - 1) * SINGLE;
        if (load<u32>(known) == keyA && load<u32>(known, 8) == keyC) {
          entry = known;
          break;
        }
      }
      slot = (slot + 1) & mask;
    }
    if (entry != 0) {
      store<f64>(entry, load<f64>(entry, 16) + 1, 16);
      store<f64>(entry, load<f64>(entry, 24) + packets, 24);
      store<f64>(entry, load<f64>(entry, 32) + bytes, 32);
      continue;
    }
    store<u32>(index + (<usize>slot << 2), (h & TAG) | (count + 1));
    entry = entries + <usize>count * SINGLE;
    count++;
    store<u32>(entry, keyA);
    store<u32>(entry, 0, 4);
    store<u32>(entry, keyC, 8);
    store<u32>(entry, newMark, 12);
    store<f64>(entry, 1, 16);
    store<f64>(entry, packets, 24);
    store<f64>(entry, bytes, 32);
    store<f64>(entry, firstLine + <f64>place, 40);
  }
  store<u32>(table, count, COUNT);
}
