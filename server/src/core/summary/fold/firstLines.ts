import { lineIn, type LineRuns } from '../../fold/lineRuns';

/** Lines kept of a group. */
export const KEPT_LINES = 5;

/** The first few lines of each of some groups. */
export class FirstLines {
  /** {@link KEPT_LINES} a group, ascending, Infinity where there are fewer. */
  values: Float64Array;

  constructor(groups: number) {
    this.values = new Float64Array(groups * KEPT_LINES).fill(Infinity);
  }

  add(group: number, line: number): void {
    const { values } = this;
    const first = group * KEPT_LINES;
    let at = first + KEPT_LINES - 1;
    if (line >= values[at]!) return;
    for (; at > first && values[at - 1]! > line; at--) values[at] = values[at - 1]!;
    values[at] = line;
  }

  merge(from: Float64Array, runs: LineRuns): void {
    from.forEach((line, i) => this.add(Math.floor(i / KEPT_LINES), lineIn(runs, line)));
  }

  of(group: number): number[] {
    const at = group * KEPT_LINES;
    return [...this.values.subarray(at, at + KEPT_LINES)].filter(line => line < Infinity);
  }
}
