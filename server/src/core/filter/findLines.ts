import type { FlowTable } from '../table/flowTable';
import type { RecordFilter } from './recordFilter';
import { RecordMatcher, type MatchContext } from './recordMatcher';

/** Where to look for records, and how many of them are wanted. */
export interface FindOptions extends Omit<MatchContext, 'layouts'> {
  /** The first line to look at. */
  readonly from?: number;
  readonly most?: number;
}

/** The lines, from 0, of the records that a filter means. Yields between chunks. */
export function* findLines(
  table: FlowTable,
  filter: RecordFilter,
  { from = 0, most = Infinity, ...context }: FindOptions = {},
): Generator<void, number[]> {
  const matcher = new RecordMatcher(filter, { ...context, layouts: table.options.layouts });
  const lines: number[] = [];
  let mask = new Uint8Array(0);
  for (const [index, chunk] of table.chunks.entries()) {
    const first = table.firstLine(index);
    if (first + chunk.lines <= from) continue;
    if (mask.length < chunk.lines) mask = new Uint8Array(chunk.lines);
    if (matcher.select(chunk, mask) > 0) {
      for (let row = Math.max(0, from - first); row < chunk.lines; row++) {
        if (mask[row] !== 1) continue;
        if (lines.length >= most) return lines;
        lines.push(first + row);
      }
    }
    if (lines.length >= most) return lines;
    yield;
  }
  return lines;
}
