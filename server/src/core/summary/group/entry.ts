import { mix } from './hash';

/** Entries one after the other, as tables hold them; both are the same bytes. */
export interface Entries {
  readonly sums: Float64Array;
  readonly words: Int32Array;
}

/** An entry's 48 bytes: words a, b, c and point, then records, packets, bytes and first line. */
export const WORDS = 12;
export const SUMS = 6;
export const WORD = { a: 0, b: 1, c: 2, point: 3 } as const;
export const SUM = { records: 2, packets: 3, bytes: 4, line: 5 } as const;

/**
 * Marks in the word of the point, over 29 bits that tell one point from another (0 for none):
 * records of the key were made at several points; one of them tells which end is the client; the
 * key came when its table had put out others already, so it may have been among them.
 */
export const MARK = { severalPoints: 1 << 31, directed: 1 << 30, mayBeBack: 1 << 29 } as const;
const MARKS = MARK.severalPoints | MARK.directed | MARK.mayBeBack;

/** The word of the points of a key, given that of the records so far and that of some more. */
export function joinPoints(before: number, more: number): number {
  const marks = (before | more) & MARKS;
  const known = before & ~MARKS;
  const point = more & ~MARKS;
  if (known === 0 || point === 0 || known === point) return known | point | marks;
  return known | marks | MARK.severalPoints;
}

/** The word that stands for an observation point, by its hash. */
export function pointWord(hash: number): number {
  return (mix(hash) & ~MARKS) | 1;
}
