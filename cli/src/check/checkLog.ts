import {
  checkChunk,
  keysBefore,
  type CheckContext,
  type Keys,
} from '../../../server/src/core/check/checkChunk';
import { findFormChanges, lastLayout } from '../../../server/src/core/check/formChanges';
import { shiftProblem, type Problem } from '../../../server/src/core/check/problem';
import type { Chunk } from '../../../server/src/core/scan/chunk';
import type { Kernel } from '../../../server/src/core/scan/kernel';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import type { Block } from '../input/block';
import { DuplicateFinder } from './duplicateFinder';
import { readChunks } from './readChunks';

/** How a log is to be checked. */
export interface CheckOptions extends Omit<CheckContext, 'layouts'> {
  /** The fields of logs that carry no header; empty if they are not known. */
  readonly columns: readonly string[];
  /** The compiled scan; without one the reference scan does the work. */
  readonly kernel?: Kernel | undefined;
  /** Bytes of the log, if that is known. */
  readonly size?: number | undefined;
}

/** What was found in the next lines of a log. */
export interface CheckedPart {
  /** In file order; lines are the log's, from 0. */
  readonly problems: readonly Problem[];
  readonly lines: number;
  readonly records: number;
  /** From here on, records are looked for among earlier ones only (see {@link DuplicateFinder}). */
  readonly forgetsRecords: boolean;
}

/**
 * Checks a log part by part. Finds just what checking its whole table would find, in file order,
 * and keeps nothing of a part but what tells repeated records.
 */
export async function* checkLog(
  blocks: AsyncIterable<Block>,
  { columns, kernel, size, levels, rules }: CheckOptions,
): AsyncGenerator<CheckedPart> {
  const layouts = new LayoutSet();
  const declared = columns.length > 0 ? layouts.declare(columns) : -1;
  const duplicates = new DuplicateFinder(levels, kernel, size);
  let line = 0;
  let layoutBefore = -1;
  let keys: Keys;
  const scan = { layouts, latest: rules.latest, kernel, keepReadings: true, verdictOnly: true };
  for await (const chunk of readChunks(blocks, declared, scan)) {
    const first = line;
    const found = [
      ...checkChunk(chunk, () => keys, { layouts, levels, rules }),
      ...findFormChanges(chunk, layoutBefore, layouts, levels),
    ].map(problem => shiftProblem(problem, first));
    const problems = [...found, ...duplicates.find(chunk, first)].sort(byPlace);
    const last = lastLayout(chunk);
    if (last >= 0) layoutBefore = last;
    keys = keysBefore(chunk, chunk.lines, layouts) ?? keys;
    line += chunk.lines;
    const { records } = chunk;
    yield { problems, lines: linesWith(chunk), records, forgetsRecords: duplicates.full };
  }
}

/** How many lines there are to a reader: nothing after the last line end is none. */
function linesWith(chunk: Chunk): number {
  return chunk.lineStarts[chunk.lines - 1] === chunk.bytes.length ? chunk.lines - 1 : chunk.lines;
}

function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.start - b.start;
}
