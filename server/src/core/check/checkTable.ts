import type { Chunk } from '../scan/chunk';
import { titleOf } from '../rules/titles';
import { BesideChunks } from '../table/besideChunks';
import type { FlowTable } from '../table/flowTable';
import { checkChunk, keysBefore, type CheckContext, type Keys } from './checkChunk';
import { duplicateRecord } from '../rules/duplicate-record';
import { DuplicateFinder } from './duplicates';
import { isMeant } from './faultRows';
import { findFormChanges, lastLayout } from './formChanges';
import { shiftProblem, type Problem } from './problem';
import { ReportBuilder, tallyOf, type Report, type Tally } from './report';

interface Entry {
  readonly layoutBefore: number;
  /** The layout of its last record; that before it if it has none. */
  readonly layoutAfter: number;
  /** The keys before the chunk, if its problems depend on them. */
  readonly keys: string | undefined;
  readonly tallies: ReadonlyMap<string, Tally>;
  problems: readonly Problem[] | undefined;
  /** The problems as they were last asked for, lines counted from a chunk that begins there. */
  placed?: { readonly base: number; readonly problems: readonly Problem[] };
}

/** Problems of one chunk are kept up to this many; more are found again when they are needed. */
const MOST_KEPT = 200;

/**
 * Checks tables that share chunks: what was found in a chunk is found again only when the chunk, or
 * what it depends on before it, is another. One checker serves one document and one set of levels.
 */
export class TableChecker {
  private readonly entries = new BesideChunks<Entry>();
  private readonly duplicates = new DuplicateFinder();

  constructor(private readonly context: Omit<CheckContext, 'layouts'>) {}

  /** Checks a table. Yields between chunks, so that the caller can pause or stop. */
  *check(table: FlowTable): Generator<void, Report> {
    const builder = new ReportBuilder();
    const context = { ...this.context, layouts: table.options.layouts };
    yield* this.walk(table, context, (entry, index) => {
      if (entry.tallies.size > 0) this.report(builder, entry, table, index, context);
    });
    yield* this.addDuplicates(table, builder);
    return builder.finish(titleOf);
  }

  /** The lines, ascending, on which a rule reports; with `true`, those with an error or a warning. */
  *linesWith(table: FlowTable, rule: string | true): Generator<void, number[]> {
    const context = { ...this.context, layouts: table.options.layouts };
    const lines = new Set<number>();
    yield* this.walk(table, context, ({ tallies, problems, layoutBefore }, index) => {
      if (![...tallies].some(([code, { severity }]) => isMeant(rule, { code, severity }))) return;
      const keys = () => keysBeforeChunk(table, index);
      for (const problem of problems ??
        findProblems(table.chunks[index]!, layoutBefore, keys, context)) {
        if (isMeant(rule, problem)) lines.add(table.firstLine(index) + problem.line);
      }
    });
    const severity = this.context.levels(duplicateRecord);
    if (severity !== 'off' && isMeant(rule, { code: duplicateRecord.code, severity })) {
      for (const line of yield* this.duplicates.lines(table, severity)) lines.add(line);
    }
    return [...lines].sort((a, b) => a - b);
  }

  /** Goes through the entries of a table's chunks, made anew where they have to be. */
  private *walk(
    table: FlowTable,
    context: CheckContext,
    visit: (entry: Entry, index: number) => void,
  ): Generator<void> {
    this.entries.follow(table.chunks);
    const entries = this.entries.values;
    let layoutBefore = -1;
    for (let index = 0; index < entries.length; index++) {
      const keys = () => keysBeforeChunk(table, index);
      let entry = entries[index];
      if (!entry || !isStillTrue(entry, layoutBefore, keys)) {
        yield;
        entry = makeEntry(table.chunks[index]!, layoutBefore, keys, context);
        entries[index] = entry;
      }
      visit(entry, index);
      layoutBefore = entry.layoutAfter;
    }
  }

  private report(
    builder: ReportBuilder,
    entry: Entry,
    table: FlowTable,
    index: number,
    context: CheckContext,
  ): void {
    const base = table.firstLine(index);
    const keys = () => keysBeforeChunk(table, index);
    const find = () => findProblems(table.chunks[index]!, entry.layoutBefore, keys, context);
    builder.add(
      entry.tallies,
      () => place(entry, base, find),
      problem => shiftProblem(problem, base),
    );
  }

  private *addDuplicates(table: FlowTable, builder: ReportBuilder): Generator<void, void> {
    const severity = this.context.levels(duplicateRecord);
    if (severity === 'off') return;
    const { count, problems } = yield* this.duplicates.find(table, severity);
    const [first] = problems;
    if (!first) return;
    builder.add(new Map([[duplicateRecord.code, { severity, count, first }]]), () => problems);
  }
}

/** Whether what a chunk's problems depend on before it is what it was. */
function isStillTrue(entry: Entry, layoutBefore: number, keys: () => Keys): boolean {
  if (entry.layoutBefore !== layoutBefore) return false;
  return entry.keys === undefined || entry.keys === spell(keys());
}

function makeEntry(
  chunk: Chunk,
  layoutBefore: number,
  keysBeforeIt: () => Keys,
  context: CheckContext,
): Entry {
  let keys: string | undefined;
  const asked = () => {
    const before = keysBeforeIt();
    keys = spell(before);
    return before;
  };
  const problems = findProblems(chunk, layoutBefore, asked, context);
  const kept = problems.length <= MOST_KEPT ? problems : undefined;
  const last = lastLayout(chunk);
  const layoutAfter = last < 0 ? layoutBefore : last;
  return { layoutBefore, layoutAfter, keys, tallies: tallyOf(problems), problems: kept };
}

/** The problems of a chunk that begins at a line, found again if they were not kept. */
function place(entry: Entry, base: number, find: () => readonly Problem[]): readonly Problem[] {
  if (entry.placed?.base === base) return entry.placed.problems;
  // What is shown once is likely to be shown after the next key, too.
  entry.problems ??= find();
  const problems = entry.problems.map(problem => shiftProblem(problem, base));
  entry.placed = { base, problems };
  return problems;
}

function findProblems(
  chunk: Chunk,
  layoutBefore: number,
  keys: () => Keys,
  context: CheckContext,
): Problem[] {
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
