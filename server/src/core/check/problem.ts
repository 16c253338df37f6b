import type { LineFix, Severity } from '../rules/rule';

/** A stretch of a log: lines from 0, UTF-16 units from a line's beginning. */
export interface Range {
  readonly line: number;
  readonly start: number;
  readonly endLine: number;
  readonly end: number;
}

/** A replacement of a stretch of the log. */
export interface Edit extends Range {
  readonly text: string;
}

/** A way out of a problem, complete: applying the edits is all there is to do. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A fault, explained. */
export interface Problem extends Range {
  /** The rule's code. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: Fix;
  /** Another place that belongs to it. */
  readonly related?: Range & { readonly message: string };
}

/** Severities from the worst on. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A fix inside one line as a fix of the log. */
export function fixOnLine(line: number, { title, edits }: LineFix): Fix {
  return {
    title,
    edits: edits.map(({ start, end, text }) => ({ line, start, endLine: line, end, text })),
  };
}

/** The same problem, found in lines that begin at another line of the log. */
export function shiftProblem(problem: Problem, lines: number): Problem {
  if (lines === 0) return problem;
  const shift = <R extends Range>(range: R): R => ({
    ...range,
    line: range.line + lines,
    endLine: range.endLine + lines,
  });
  const { fix, related } = problem;
  const shifted = shift(problem);
  if (!fix && !related) return shifted;
  return {
    ...shifted,
    ...(fix ? { fix: { title: fix.title, edits: fix.edits.map(shift) } } : {}),
    ...(related ? { related: shift(related) } : {}),
  };
}
