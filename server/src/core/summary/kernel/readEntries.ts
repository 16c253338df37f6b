import type { Kernel } from '../../scan/kernel';
import { SUMS } from '../group/entry';
import type { FoldMap } from './foldMemory';

/** Numbers that a kernel writes entries of at a time: they fit where it writes them. */
const STEP = 8192;

/** What a kernel writes entries of. */
export interface EntrySource {
  /** How many numbers there are, and how many of them have entries. */
  readonly numbers: number;
  readonly used: number;
  /** Writes the entries of the numbers `[from, to)`; gives how many (server/kernel/fold/handOver.ts). */
  readonly write: (from: number, to: number) => number;
}

/** The entries of a source, as tables have them, behind others. */
export function readEntries(
  { memory: { buffer } }: Kernel,
  { roundFigures }: FoldMap,
  { numbers, used, write }: EntrySource,
  others: Float64Array = new Float64Array(0),
): Float64Array {
  const entries = new Float64Array(others.length + used * SUMS);
  entries.set(others);
  let at = others.length;
  for (let from = 0; from < numbers; from += STEP) {
    const count = write(from, Math.min(numbers, from + STEP));
    const written = new Float64Array(buffer, roundFigures, count * SUMS);
    entries.set(written, at);
    at += written.length;
  }
  return entries;
}
