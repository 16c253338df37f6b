import type { Severity } from '../rules/rule';
import { SEVERITIES, type Problem } from './problem';

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
  readonly severity: Severity;
  readonly count: number;
  readonly first: Problem;
}

/** The tallies of some problems, by code. */
export function tallyOf(problems: readonly Problem[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const problem of problems) {
    const { code, severity } = problem;
    const tally = tallies.get(code) ?? { severity, count: 0, first: problem };
    tallies.set(code, { ...tally, count: tally.count + 1 });
  }
  return tallies;
}

/** Collects problems in file order, keeping no more of them than can be shown. */
export class ReportBuilder {
  private readonly kept: Record<Severity, Problem[]> = bySeverity(() => []);
  private readonly counts = bySeverity(() => 0);
  private readonly byCode = new Map<string, number>();
  private readonly firstNotKept = new Map<string, Problem>();

  /** Adds a part of the log; `problems` is asked for only if some of them may be shown. */
  add(
    tallies: ReadonlyMap<string, Tally>,
    problems: () => readonly Problem[],
    shift: (problem: Problem) => Problem,
  ): void {
    let room = false;
    for (const [code, { severity, count, first }] of tallies) {
      this.counts[severity] += count;
      this.byCode.set(code, (this.byCode.get(code) ?? 0) + count);
      if (this.kept[severity].length < MOST_PROBLEMS) room = true;
      else if (!this.firstNotKept.has(code)) this.firstNotKept.set(code, shift(first));
    }
    if (!room) return;
    for (const problem of problems()) this.keep(problem, shift);
  }

  private keep(problem: Problem, shift: (problem: Problem) => Problem): void {
    const list = this.kept[problem.severity];
    if (list.length < MOST_PROBLEMS) list.push(shift(problem));
    else if (!this.firstNotKept.has(problem.code)) {
      this.firstNotKept.set(problem.code, shift(problem));
    }
  }

  /** The report; with more problems than can be shown, one line a rule says how many are left out. */
  finish(titleOf: (code: string) => string): Report {
    const { counts, byCode } = this;
    const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
    const ranked = SEVERITIES.flatMap(severity =>
      this.kept[severity].sort((a, b) => a.line - b.line || a.start - b.start),
    );
    if (total <= MOST_PROBLEMS) return { problems: ranked, counts, byCode, leftOut: 0 };
    const shown = ranked.slice(0, MOST_PROBLEMS - byCode.size);
    const rollUps = this.rollUps(shown, ranked.slice(shown.length), titleOf);
    return { problems: [...shown, ...rollUps], counts, byCode, leftOut: total - shown.length };
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

function bySeverity<T>(value: () => T): Record<Severity, T> {
  return { error: value(), warning: value(), information: value(), hint: value() };
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
