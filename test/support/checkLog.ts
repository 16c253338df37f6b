import { TextDocument } from 'vscode-languageserver-textdocument';
import { TableChecker } from '../../server/src/core/check/checkTable';
import { DEFAULT_LEVELS } from '../../server/src/core/check/levels';
import type { Edit, Problem } from '../../server/src/core/check/problem';
import type { Report } from '../../server/src/core/check/report';
import type { RuleContext } from '../../server/src/core/rules/rule';
import { readTable, type FlowTable } from '../../server/src/core/table/flowTable';

/** A day in 2033: later times are implausible in tests. */
export const LATEST = 2_000_000_000;

/** Runs a generator to its end. */
export function finish<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** All that is wrong with a log, every rule at its own level. */
export function reportOn(log: string, setting: Partial<RuleContext> = {}): Report {
  return reportOf(readTable(new TextEncoder().encode(log), LATEST), setting);
}

/** The same of a table. */
export function reportOf(table: FlowTable, setting: Partial<RuleContext> = {}): Report {
  const rules = { latest: LATEST, icmpOrder: 'auto' as const, ...setting };
  return finish(new TableChecker({ levels: DEFAULT_LEVELS, rules }).check(table));
}

/** The problems of a log, in the order of the report. */
export function checkLog(log: string, setting: Partial<RuleContext> = {}): readonly Problem[] {
  return reportOn(log, setting).problems;
}

/** The log after edits, applied as an editor does. */
export function edited(log: string, edits: readonly Edit[]): string {
  const document = TextDocument.create('log:', 'flowlog', 1, log);
  return TextDocument.applyEdits(
    document,
    edits.map(({ line, start, endLine, end, text }) => ({
      range: { start: { line, character: start }, end: { line: endLine, character: end } },
      newText: text,
    })),
  );
}
