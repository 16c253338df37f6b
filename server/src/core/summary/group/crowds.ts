import { WORD, WORDS } from './entry';
import type { EntryTable } from './entryTable';

/** By so many places words are told apart to find those that many entries have. */
export const WORD_PLACES = 1 << 14;

/** Entries one after the other: the words of their keys and points (entry.ts), so many an entry. */
export interface WordRows {
  readonly count: number;
  readonly words: Int32Array;
  readonly stride: number;
}

/**
 * The entries with one of the marks whose word `a` has a place that at least so many of them have, the
 * list being there until the table's memory is asked again.
 */
export function crowded(table: EntryTable, marks: number, least: number): Int32Array {
  const listed = table.ground.listCrowded(table, marks, least);
  if (listed) return listed;
  const { count, words } = table;
  const rows = { count, words, stride: WORDS };
  const counts = countByPlace(rows, marks);
  return listAt(
    rows,
    marks,
    counts.map(count => (count >= least ? count : 0)),
  );
}

/** How many entries with one of the marks each place of word `a` has. */
export function countByPlace({ count, words, stride }: WordRows, marks: number): Uint32Array {
  const counts = new Uint32Array(WORD_PLACES);
  const end = count * stride;
  for (let at = 0; at < end; at += stride) {
    if ((words[at + WORD.point]! & marks) !== 0) counts[placeOf(words[at + WORD.a]!)]!++;
  }
  return counts;
}

/** The entries with one of the marks at the places that have a count, which says how many have it. */
export function listAt(
  { count, words, stride }: WordRows,
  marks: number,
  counts: Uint32Array,
): Int32Array {
  const found = new Int32Array(counts.reduce((sum, count) => sum + count, 0));
  let size = 0;
  for (let entry = 0, at = 0; entry < count; entry++, at += stride) {
    if ((words[at + WORD.point]! & marks) === 0) continue;
    if (counts[placeOf(words[at + WORD.a]!)] !== 0) found[size++] = entry;
  }
  return found;
}

function placeOf(word: number): number {
  return (word ^ (word >>> 16)) & (WORD_PLACES - 1);
}
