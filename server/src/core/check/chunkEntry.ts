import type { FlowTable } from '../table/flowTable';
import { checkChunk, keysBefore, type CheckContext, type Keys } from './checkChunk';
import { findFormChanges, lastLayout } from './formChanges';
import { shiftProblem, type Problem } from './problem';
import { tallyOf, type Tallies } from './report';

/** What was found in a chunk, and what that rests on before it. */
export interface ChunkEntry {
  readonly layoutBefore: number;
  /** The layout of its last record; that before it if it has none. */
  readonly layoutAfter: number;
  /** The keys before the chunk, if its problems depend on them. */
  readonly keys: string | undefined;
  readonly tallies: Tallies;
  problems: readonly Problem[] | undefined;
  /** The problems as they were last asked for, lines counted from a chunk that begins there. */
  placed?: { readonly base: number; readonly problems: readonly Problem[] };
}

/** Problems of one chunk are kept up to this many; more are found again when they are needed. */
const MOST_KEPT = 200;

/** Looks at a chunk of a table. */
export function makeEntry(
  table: FlowTable,
  index: number,
  layoutBefore: number,
  context: CheckContext,
): ChunkEntry {
  let keys: string | undefined;
  const asked = () => {
    const before = keysBeforeChunk(table, index);
    keys = spell(before);
    return before;
  };
  const problems = findProblems(table, index, layoutBefore, context, asked);
  const kept = problems.length <= MOST_KEPT ? problems : undefined;
  const last = lastLayout(table.chunks[index]!);
  const layoutAfter = last < 0 ? layoutBefore : last;
  return { layoutBefore, layoutAfter, keys, tallies: tallyOf(problems), problems: kept };
}

/** Whether what a chunk's problems depend on before it is what it was. */
export function isStillTrue(
  entry: ChunkEntry,
  table: FlowTable,
  index: number,
  layoutBefore: number,
): boolean {
  if (entry.layoutBefore !== layoutBefore) return false;
  return entry.keys === undefined || entry.keys === spell(keysBeforeChunk(table, index));
}

/** The problems of a chunk, lines counted from its beginning; found again if they were not kept. */
export function problemsOf(
  { problems, layoutBefore }: ChunkEntry,
  table: FlowTable,
  index: number,
  context: CheckContext,
): readonly Problem[] {
  return problems ?? findProblems(table, index, layoutBefore, context);
}

/** The problems of a chunk, lines counted as the table does. */
export function placedProblems(
  entry: ChunkEntry,
  table: FlowTable,
  index: number,
  context: CheckContext,
): readonly Problem[] {
  const base = table.firstLine(index);
  if (entry.placed?.base === base) return entry.placed.problems;
  // What is shown once is likely to be shown after the next key, too.
  entry.problems ??= problemsOf(entry, table, index, context);
  return (entry.placed = { base, problems: shifted(entry.problems, base) }).problems;
}

/** In a function of its own, so that no call of the one above leaves a scope behind. */
function shifted(problems: readonly Problem[], base: number): Problem[] {
  return problems.map(problem => shiftProblem(problem, base));
}

function findProblems(
  table: FlowTable,
  index: number,
  layoutBefore: number,
  context: CheckContext,
  keys = () => keysBeforeChunk(table, index),
): Problem[] {
  const chunk = table.chunks[index]!;
  const { layouts, levels } = context;
  const changes = findFormChanges(chunk, layoutBefore, layouts, levels);
  return [...checkChunk(chunk, keys, context), ...changes];
}

/** The fields of the last key:value record before a chunk. */
function keysBeforeChunk(table: FlowTable, index: number): Keys {
  for (let before = index - 1; before >= 0; before--) {
    const chunk = table.chunks[before]!;
    const keys = keysBefore(chunk, chunk.lines, table.options.layouts);
    if (keys) return keys;
  }
  return undefined;
}

function spell(keys: Keys): string {
  return keys ? [...keys].sort().join() : '';
}
