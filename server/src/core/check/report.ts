import { grouped } from '../explain/quantities';
import type { Severity } from '../rules/rule';
import { SEVERITIES, shiftProblem, type Problem } from './problem';

/** Editors show this many problems of one file. */
export const MOST_PROBLEMS = 1000;

/** All that is wrong with a log, with the worst problems whole and the others counted. */
export interface Report {
  /** The worst first, in file order within a severity; at most {@link MOST_PROBLEMS}. */
  readonly problems: readonly Problem[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly byCode: ReadonlyMap<string, number>;
  /** How many problems are counted and not listed. */
  readonly leftOut: number;
}

/** How often a rule reported in a part of the log, and its first problem there. */
export interface Tally {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  readonly first: Problem;
}

/** How often each rule reported, one tally a rule. */
export type Tallies = readonly Tally[];

export function tallyOf(problems: readonly Problem[]): Tallies {
  const tallies = new Map<string, Tally & { count: number }>();
  for (const problem of problems) {
    const { code, severity } = problem;
    const tally = tallies.get(code);
    if (tally) tally.count++;
    else tallies.set(code, { code, severity, count: 1, first: problem });
  }
  return [...tallies.values()];
}

/** Collects problems in file order, keeping no more of them than can be shown. */
export class ReportBuilder {
  /** The first of each, up to a size, are kept; there is no need to grow them for every report. */
  private readonly kept: Record<Severity, Problem[]> = bySeverity(() => []);
  private sizes = bySeverity(() => 0);
  private counts = bySeverity(() => 0);
  private byCode = new Map<string, number>();
  private firstNotKept = new Map<string, Problem>();

  /** Begins with another report. */
  begin(): void {
    this.sizes = bySeverity(() => 0);
    this.counts = bySeverity(() => 0);
    this.byCode = new Map();
    this.firstNotKept = new Map();
  }

  /**
   * Counts the problems of a part of the log that begins at a line. Whether some of them may be
   * shown: then they are to be listed, too.
   */
  count(tallies: Tallies, line: number): boolean {
    let room = false;
    // After every key this goes through all chunks; an iterator for each would be garbage.
    for (let i = 0; i < tallies.length; i++) {
      const { code, severity, count, first } = tallies[i]!;
      this.counts[severity] += count;
      this.byCode.set(code, (this.byCode.get(code) ?? 0) + count);
      if (this.hasRoom(severity)) room = true;
      else if (!this.firstNotKept.has(code)) this.firstNotKept.set(code, shiftProblem(first, line));
    }
    return room;
  }

  /** Lists problems that have been counted, their lines those of the log. */
  list(problems: readonly Problem[]): void {
    for (let i = 0; i < problems.length; i++) this.keep(problems[i]!);
  }

  /** Whether one more may be shown: not if those kept that go before it are enough. */
  private hasRoom(severity: Severity): boolean {
    let before = this.sizes[severity];
    for (let i = 0; SEVERITIES[i] !== severity; i++) before += this.sizes[SEVERITIES[i]!];
    return before < MOST_PROBLEMS;
  }

  private keep(problem: Problem): void {
    const { severity } = problem;
    if (this.hasRoom(severity)) this.kept[severity][this.sizes[severity]++] = problem;
    else if (!this.firstNotKept.has(problem.code)) this.firstNotKept.set(problem.code, problem);
  }

  /** The report; with more problems than can be shown, one line a rule says how many are left out. */
  finish(titleOf: (code: string) => string): Report {
    const { counts, byCode } = this;
    const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
    const kept = SEVERITIES.filter(severity => this.sizes[severity] > 0).map(severity =>
      inOrder(this.kept[severity].slice(0, this.sizes[severity])),
    );
    const ranked = kept.length === 1 ? kept[0]! : ([] as Problem[]).concat(...kept);
    if (total <= MOST_PROBLEMS) return { problems: ranked, counts, byCode, leftOut: 0 };
    const rest = ranked.splice(MOST_PROBLEMS - byCode.size);
    const leftOut = total - ranked.length;
    ranked.push(...this.rollUps(ranked, rest, titleOf));
    return { problems: ranked, counts, byCode, leftOut };
  }

  private rollUps(
    shown: readonly Problem[],
    rest: readonly Problem[],
    titleOf: (code: string) => string,
  ): Problem[] {
    const listed = new Map<string, number>();
    for (const { code } of shown) listed.set(code, (listed.get(code) ?? 0) + 1);
    const rollUps: Problem[] = [];
    for (const [code, count] of this.byCode) {
      const more = count - (listed.get(code) ?? 0);
      const next = rest.find(problem => problem.code === code) ?? this.firstNotKept.get(code);
      if (more === 0 || !next) continue;
      const { line, start, endLine, end, severity } = next;
      const message =
        `${grouped(more)} more from line ${grouped(line + 1)} on: ${titleOf(code)}. ` +
        `Of this file's problems the worst ${grouped(shown.length)} are listed.`;
      rollUps.push({ line, start, endLine, end, severity, code, message });
    }
    return rollUps.sort(
      (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.line - b.line,
    );
  }
}

/** Problems in file order, as they come but for those of a few rules. */
function inOrder(problems: Problem[]): Problem[] {
  for (let i = 1; i < problems.length; i++) {
    if (order(problems[i - 1]!, problems[i]!) > 0) return problems.sort(order);
  }
  return problems;
}

function order(a: Problem, b: Problem): number {
  return a.line - b.line || a.start - b.start;
}

function bySeverity<T>(value: () => T): Record<Severity, T> {
  return { error: value(), warning: value(), information: value(), hint: value() };
}
