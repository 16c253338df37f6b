import type { Problem } from '../../../server/src/core/check/problem';
import type { Severity } from '../../../server/src/core/rules/rule';

/** An input that could not be checked, and why: "is a directory". */
export interface Unusable {
  readonly file: string;
  readonly reason: string;
}

/** What was read, and how much was found, in all inputs together. */
export interface Totals {
  readonly files: number;
  readonly lines: number;
  readonly records: number;
  readonly problems: Readonly<Record<Severity, number>>;
  readonly unusable: readonly Unusable[];
}

/** A way to write down what was found, piece by piece; each piece ends with a line end. */
export interface Format {
  begin(): string;
  /** A problem of an input, named as on the command line. */
  problem(file: string, problem: Problem): string;
  end(totals: Totals): string;
}
