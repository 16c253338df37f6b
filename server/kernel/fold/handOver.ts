// Writes what tables hold as the entries that other folds take (host: readEntries.ts), some at a time,
// to where pruning has the figures of a round.

import { tables } from '../fixed';
import { sumsOf } from './endpoints';
import { apartOf, keyOf } from './endpointTable';
import { APART, ENTRIES, HEADER } from './header';
import { portApart, portSums, roundFigures } from './memory';
import { PAIR, PAIR_SUMS } from './pairs';
import { PORTS, protocolOf } from './ports';
import { SINGLE } from './singles';
import { APART_SIZE, bytesIn, lineIn, packetsIn, recordsIn, SUMS } from './sums';
import { MAY_BE_BACK } from './table';

/** How many of so many sums from a place on have records. */
export function countUsed(sums: usize, numbers: u32): u32 {
  let used: u32 = 0;
  const end = sums + <usize>numbers * SUMS;
  for (let at = sums; at < end; at += SUMS) used += <u32>(load<u32>(at) != 0);
  return used;
}

/** Writes the entries `[from, to)` of a table of pairs; gives their number. */
export function writePairs(number: u32, from: u32, to: u32): u32 {
  const table = tables + <usize>number * HEADER;
  let entry = <usize>load<u32>(table, ENTRIES) + <usize>from * PAIR;
  let apart = <usize>load<u32>(table, APART) + <usize>from * APART_SIZE;
  let out = roundFigures;
  for (let n = from; n < to; n++) {
    v128.store(out, v128.load(entry));
    writeFigures(out, entry + PAIR_SUMS, apart);
    entry += PAIR;
    apart += APART_SIZE;
    out += SINGLE;
  }
  return to - from;
}

/** Writes those of the endpoints `[from, to)` that have records in a role; gives their number. */
export function writeEndpoints(role: u32, from: u32, to: u32): u32 {
  let out = roundFigures;
  for (let number = from; number < to; number++) {
    const sums = sumsOf(<usize>role, number);
    if (load<u32>(sums) == 0) continue;
    const key = keyOf(number);
    const marks = <u32>(key >> 32);
    writeKey(out, <u32>key, marks & 1, (marks >> 1) * MAY_BE_BACK);
    writeFigures(out, sums, apartOf(<usize>role, number));
    out += SINGLE;
  }
  return <u32>((out - roundFigures) / SINGLE);
}

/** Writes those of the ports `[from, to)` that have records, be it rejected ones; gives their number. */
export function writePorts(rejected: bool, from: u32, to: u32): u32 {
  const first: usize = rejected ? PORTS : 0;
  let out = roundFigures;
  for (let number = from; number < to; number++) {
    const sums = portSums + (first + <usize>number) * SUMS;
    if (load<u32>(sums) == 0) continue;
    writeKey(out, (protocolOf(number) << 16) | (number & 0xffff), 0, 0);
    writeFigures(out, sums, portApart + (first + <usize>number) * APART_SIZE);
    out += SINGLE;
  }
  return <u32>((out - roundFigures) / SINGLE);
}

// @ts-ignore: decorator
@inline
function writeKey(out: usize, a: u32, c: u32, point: u32): void {
  store<u32>(out, a);
  store<u32>(out, 0, 4);
  store<u32>(out, c, 8);
  store<u32>(out, point, 12);
}

// @ts-ignore: decorator
@inline
function writeFigures(out: usize, sums: usize, apart: usize): void {
  store<f64>(out, recordsIn(sums), 16);
  store<f64>(out, packetsIn(sums, apart), 24);
  store<f64>(out, bytesIn(sums), 32);
  store<f64>(out, lineIn(apart), 40);
}
