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

/** By so many places words are told apart to find those that many entries have. */
export const WORD_PLACES = 1 << 14;

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
  const { sums, count, ground } = table;
  for (let first = 0, end = FIRST_LOOK; first < count; first = end, end += STEP) {
    end = Math.min(end, count);
    const listed = ground.listWanted(sums.subarray(first * SUMS, end * SUMS), wanted);
    if (listed) for (const number of listed) visit(first + number);
    else lookThrough(table, first, end, wanted, visit);
  }
}

function lookThrough(
  { sums, words }: EntryTable,
  first: number,
  end: number,
  { marks, least }: Wanted,
  visit: (entry: number) => void,
): void {
  for (let entry = first, at = first * SUMS; entry < end; entry++, at += SUMS) {
    const isWanted =
      sums[at + SUM.records]! >= least[0] ||
      sums[at + SUM.packets]! >= least[1] ||
      sums[at + SUM.bytes]! >= least[2] ||
      (words[entry * WORDS + WORD.point]! & marks) !== 0;
    if (isWanted) visit(entry);
  }
}

/**
 * The entries with one of the marks whose word `a` has a place that at least so many of them have, the
 * list being there until the table's memory is asked again.
 */
export function crowded(table: EntryTable, marks: number, least: number): Int32Array {
  const listed = table.ground.listCrowded(table, marks, least);
  if (listed) return listed;
  const { words, count } = table;
  const counts = new Uint32Array(WORD_PLACES);
  const isMarked = (entry: number) => (words[entry * WORDS + WORD.point]! & marks) !== 0;
  for (let entry = 0; entry < count; entry++) {
    if (isMarked(entry)) counts[placeOf(words[entry * WORDS + WORD.a]!)]!++;
  }
  const found = new Int32Array(count);
  let size = 0;
  for (let entry = 0; entry < count; entry++) {
    if (!isMarked(entry) || counts[placeOf(words[entry * WORDS + WORD.a]!)]! < least) continue;
    found[size++] = entry;
  }
  return found.subarray(0, size);
}

function placeOf(word: number): number {
  return (word ^ (word >>> 16)) & (WORD_PLACES - 1);
}
