import { SUM, SUMS, WORD, WORDS } from './entry';
import { STEP, type EntryTable } from './entryTable';
import type { MetricNumber } from './spill';

/** Entries that are wanted: those with one of the marks, or with as much as this by some metric. */
export interface Wanted {
  readonly marks: number;
  readonly least: [records: number, packets: number, bytes: number];
}

/** Entries that are looked through first: what is wanted is likely to change with them. */
const FIRST_LOOK = 256;

/** What entries have one of the marks. */
export function withMarks(marks: number): Wanted {
  return { marks, least: [Infinity, Infinity, Infinity] };
}

/** What entries have at least as much by one metric. */
export function withAtLeast(metric: MetricNumber, least: number): Wanted {
  const wanted = withMarks(0);
  wanted.least[metric] = least;
  return wanted;
}

/** Calls back with the entries of a table that are wanted, and maybe with some that were just now. */
export function eachWanted(
  table: EntryTable,
  wanted: Wanted,
  visit: (entry: number) => void,
): void {
  inSteps(table, wanted, (listed, first) => {
    for (const number of listed) visit(first + number);
  });
}

/** How many entries of a table are wanted. */
export function countWanted(table: EntryTable, wanted: Wanted): number {
  let count = 0;
  inSteps(table, wanted, ({ length }) => (count += length));
  return count;
}

/** Calls back with the entries that are wanted, some at a time, counted from the first of these on. */
function inSteps(
  { sums, words, count, ground }: EntryTable,
  wanted: Wanted,
  visit: (listed: ArrayLike<number> & Iterable<number>, first: number) => void,
): void {
  for (let first = 0, end = FIRST_LOOK; first < count; first = end, end += STEP) {
    end = Math.min(end, count);
    const some = sums.subarray(first * SUMS, end * SUMS);
    const listed = ground.listWanted(some, wanted);
    visit(listed ?? lookThrough(some, words.subarray(first * WORDS, end * WORDS), wanted), first);
  }
}

function lookThrough(sums: Float64Array, words: Int32Array, { marks, least }: Wanted): number[] {
  const listed: number[] = [];
  for (let entry = 0, at = 0; at < sums.length; entry++, at += SUMS) {
    const isWanted =
      sums[at + SUM.records]! >= least[0] ||
      sums[at + SUM.packets]! >= least[1] ||
      sums[at + SUM.bytes]! >= least[2] ||
      (words[entry * WORDS + WORD.point]! & marks) !== 0;
    if (isWanted) listed.push(entry);
  }
  return listed;
}
