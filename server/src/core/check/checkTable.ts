import { duplicateRecord } from '../rules/duplicate-record';
import { titleOf } from '../rules/titles';
import { BesideChunks } from '../table/besideChunks';
import type { FlowTable } from '../table/flowTable';
import type { CheckContext } from './checkChunk';
import { isStillTrue, makeEntry, placedProblems, problemsOf, type ChunkEntry } from './chunkEntry';
import { DuplicateFinder } from './duplicates';
import { isMeant } from './faultRows';
import { ReportBuilder, type Report } from './report';

type Visit = (entry: ChunkEntry, index: number) => void;

/**
 * Checks tables that share chunks: what was found in a chunk is found again only when the chunk, or
 * what it depends on before it, is another. One checker serves one document and one set of levels.
 */
export class TableChecker {
  private readonly entries = new BesideChunks<ChunkEntry>();
  private readonly duplicates = new DuplicateFinder();
  /** Of the last report, if it is finished: a check may begin while another one waits. */
  private builder: ReportBuilder | undefined;

  constructor(private readonly context: Omit<CheckContext, 'layouts'>) {}

  /** Checks a table. Yields between chunks, so that the caller can pause or stop. */
  *check(table: FlowTable): Generator<void, Report> {
    const builder = this.builder ?? new ReportBuilder();
    this.builder = undefined;
    builder.begin();
    const context = { ...this.context, layouts: table.options.layouts };
    yield* this.walk(table, context, (entry, index) => {
      if (entry.tallies.length === 0) return;
      if (!builder.count(entry.tallies, table.firstLine(index))) return;
      builder.list(placedProblems(entry, table, index, context));
    });
    yield* this.addDuplicates(table, builder);
    this.builder = builder;
    return builder.finish(titleOf);
  }

  /** The lines, ascending, on which a rule reports; with `true`, those with an error or a warning. */
  *linesWith(table: FlowTable, rule: string | true): Generator<void, number[]> {
    const context = { ...this.context, layouts: table.options.layouts };
    const lines = new Set<number>();
    yield* this.walk(table, context, (entry, index) => {
      const { tallies } = entry;
      if (!tallies.some(tally => isMeant(rule, tally))) return;
      for (const problem of problemsOf(entry, table, index, context)) {
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
  private *walk(table: FlowTable, context: CheckContext, visit: Visit): Generator<void> {
    this.entries.follow(table.chunks);
    const entries = this.entries.values;
    for (let index = 0; ; index++) {
      index = this.visitTrue(table, index, visit);
      if (index === entries.length) return;
      yield;
      const layoutBefore = entries[index - 1]?.layoutAfter ?? -1;
      const entry = makeEntry(table, index, layoutBefore, context);
      entries[index] = entry;
      visit(entry, index);
    }
  }

  /**
   * Visits the entries from one on that are still true, and gives the first that is not. After every
   * key it is nearly all: in a generator each would leave garbage.
   */
  private visitTrue(table: FlowTable, from: number, visit: Visit): number {
    const entries = this.entries.values;
    let layoutBefore = entries[from - 1]?.layoutAfter ?? -1;
    for (let index = from; index < entries.length; index++) {
      const entry = entries[index];
      if (!entry || !isStillTrue(entry, table, index, layoutBefore)) return index;
      visit(entry, index);
      layoutBefore = entry.layoutAfter;
    }
    return entries.length;
  }

  private *addDuplicates(table: FlowTable, builder: ReportBuilder): Generator<void, void> {
    const severity = this.context.levels(duplicateRecord);
    if (severity === 'off') return;
    const { count, problems } = yield* this.duplicates.find(table, severity);
    const [first] = problems;
    if (!first) return;
    const tally = { code: duplicateRecord.code, severity, count, first };
    if (builder.count([tally], 0)) builder.list(problems);
  }
}
