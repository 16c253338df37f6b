import type { LineRuns } from '../../fold/lineRuns';
import type { Entries } from './entry';
import type { EntryTable } from './entryTable';
import type { Translation } from './keys';
import type { Wanted } from './wanted';

/** Bytes for a table, from a multiple of eight on. */
export interface Place {
  readonly buffer: ArrayBuffer;
  readonly at: number;
}

/** Some entries of another fold's table, with its numbers in this fold's books. */
export interface Incoming {
  readonly entries: Entries;
  readonly first: number;
  readonly count: number;
  readonly numbers: Translation;
  /** Where their lines stand in the log. */
  readonly runs: LineRuns;
}

/** The memory that tables stand in. */
export interface Ground {
  /** Room for so many bytes, whatever they are. */
  take(bytes: number): Place;
  /**
   * Adds entries to a table that has room for them, and notes in `met` which of its first ones were
   * among them; false if it cannot, and nothing was done.
   */
  merge(table: EntryTable, incoming: Incoming, met: Uint8Array): boolean;
  /**
   * Marks those of a table's first entries that are not noted in `met` and whose keys a filter knows
   * (spill.ts); false if it cannot, and nothing was done.
   */
  markSeen(table: EntryTable, met: Uint8Array, seen: Int32Array): boolean;
  /**
   * Puts into a filter what another one of its size knows, and gives how many bits it has then;
   * undefined if it cannot, and nothing was done.
   */
  joinSeen(seen: Int32Array, other: Int32Array): number | undefined;
  /**
   * Which of some entries of a table, no more than STEP, are wanted, counted from the first of them on;
   * undefined if it cannot tell. The list is there until this memory is asked again.
   */
  listWanted(sums: Float64Array, wanted: Wanted): Int32Array | undefined;
  /** The same of all entries of a table that {@link crowded} looks for. */
  listCrowded(table: EntryTable, marks: number, least: number): Int32Array | undefined;
}

/** Buffers of their own for all tables, which then merge by themselves. */
export const HEAP: Ground = {
  take: bytes => ({ buffer: new ArrayBuffer(bytes), at: 0 }),
  merge: () => false,
  markSeen: () => false,
  joinSeen: () => undefined,
  listWanted: () => undefined,
  listCrowded: () => undefined,
};
