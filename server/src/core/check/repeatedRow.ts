import { duplicateRecord } from '../rules/duplicate-record';
import type { Severity } from '../rules/rule';
import type { Problem } from './problem';

/** A row of a chunk that another row of the log repeats, or that repeats another. */
export interface RepeatedRow {
  readonly row: number;
  /** The names of its columns and the line without blanks around it. */
  readonly text: string;
  /** The length of the whole line in UTF-16 units. */
  readonly end: number;
  /** What was last told about it. */
  problem?: Problem;
  /** Where it stood when it was last the first of its kind. */
  asFirst?: FirstRow;
}

/** The first of some equal records: its line, and that line's length. */
export interface FirstRow {
  readonly line: number;
  readonly end: number;
}

/** Whether the same rows hold the same text. */
export function areSameRows(a: readonly RepeatedRow[], b: readonly RepeatedRow[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every(({ row, text, end }, i) => {
    const other = b[i]!;
    return row === other.row && text === other.text && end === other.end;
  });
}

/** The same object as long as it stands where it did: there may be a thousand at every key. */
export function asFirst(repeated: RepeatedRow, line: number): FirstRow {
  if (repeated.asFirst?.line === line) return repeated.asFirst;
  return (repeated.asFirst = { line, end: repeated.end });
}

/** What is told about a repeated row at a line, made anew only if it has moved. */
export function problemOf(
  repeated: RepeatedRow,
  line: number,
  earlier: FirstRow,
  severity: Severity,
): Problem {
  const { problem } = repeated;
  const known = problem?.line === line && problem.related?.line === earlier.line;
  if (known && problem.related.end === earlier.end && problem.severity === severity) return problem;
  return (repeated.problem = { ...duplicateOf(repeated.end, line, earlier), severity });
}

function duplicateOf(end: number, line: number, earlier: FirstRow): Omit<Problem, 'severity'> {
  const message = duplicateRecord.message(earlier.line + 1);
  const related = {
    line: earlier.line,
    start: 0,
    endLine: earlier.line,
    end: earlier.end,
    message: duplicateRecord.first,
  };
  return { line, start: 0, endLine: line, end, code: duplicateRecord.code, message, related };
}
