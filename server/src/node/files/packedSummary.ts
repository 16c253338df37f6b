import type { Coverage, CoverageRun, CoverageState, Summary } from '../../core/summary/summary';

/** The runs of all points, those of one after those of another. */
interface PackedRuns {
  /** How many runs each point has. */
  readonly counts: Uint32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Places in {@link STATES}. */
  readonly states: Uint8Array;
}

/**
 * A summary as it travels between threads: tens of thousands of runs of coverage would take longer
 * as objects than all the rest.
 */
export type PackedSummary = Omit<Summary, 'coverage'> & {
  readonly coverage: Omit<Coverage, 'points'> & {
    readonly points: readonly Omit<Coverage['points'][number], 'runs'>[];
    readonly runs: PackedRuns;
  };
};

const STATES: readonly CoverageState[] = ['ok', 'no-data', 'skip-data', 'missing'];

export function packSummary({ coverage, ...summary }: Summary): PackedSummary {
  const { points, ...about } = coverage;
  const counts = Uint32Array.from(points, ({ runs }) => runs.length);
  const count = counts.reduce((sum, runs) => sum + runs, 0);
  const runs = {
    counts,
    from: new Float64Array(count),
    to: new Float64Array(count),
    states: new Uint8Array(count),
  };
  let at = 0;
  for (const point of points) {
    for (const { from, to, state } of point.runs) {
      runs.from[at] = from;
      runs.to[at] = to;
      runs.states[at++] = STATES.indexOf(state);
    }
  }
  const bare = points.map(({ key, slots }) => ({ key, slots }));
  return { ...summary, coverage: { ...about, points: bare, runs } };
}

/**
 * The summary that was packed. Its runs are made anew whenever they are asked for, which hardly
 * anything does more than once: as objects they would have to be kept for as long as the summary.
 */
export function unpackSummary({ coverage, ...summary }: PackedSummary): Summary {
  const { points, runs, ...about } = coverage;
  let next = 0;
  const whole = points.map((point, place) => {
    const first = next;
    const end = (next += runs.counts[place]!);
    return {
      ...point,
      get runs() {
        return runsOf(runs, first, end);
      },
    };
  });
  return { ...summary, coverage: { ...about, points: whole } };
}

function runsOf({ from, to, states }: PackedRuns, first: number, end: number): CoverageRun[] {
  return Array.from({ length: end - first }, (_, place) => {
    const at = first + place;
    return { from: from[at]!, to: to[at]!, state: STATES[states[at]!]! };
  });
}
