import { FLAG, type Columns } from '../scan/columns';

/** A record has no time. */
export const NO_TIME = -1;

/** The time by which a record is put in order: its start, or its end if it has no start. */
export function recordTime(columns: Columns, row: number): number {
  const flags = columns.flags[row]!;
  if (flags & FLAG.start) return columns.start[row]!;
  return flags & FLAG.end ? columns.end[row]! : NO_TIME;
}
