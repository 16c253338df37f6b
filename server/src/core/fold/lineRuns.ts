/** From a line on, as a fold counted it, so many further down lines stand in the log. */
export interface LineRun {
  readonly from: number;
  readonly by: number;
}

/**
 * Where the lines stand that a fold counted one after the other, but may not have read so: the first
 * run is from 0 on, and each is further down than the one before.
 */
export type LineRuns = readonly LineRun[];

/** Every line stands where it was counted. */
export const AS_COUNTED: LineRuns = [{ from: 0, by: 0 }];

/** Where a line stands; Infinity, which is no line, stays what it is. */
export function lineIn(runs: LineRuns, line: number): number {
  let run = 0;
  while (run + 1 < runs.length && line >= runs[run + 1]!.from) run++;
  return line + runs[run]!.by;
}

/** The same with so many lines above all of them. */
export function below(lines: number, runs: LineRuns): LineRuns {
  return runs.map(({ from, by }) => ({ from, by: by + lines }));
}
