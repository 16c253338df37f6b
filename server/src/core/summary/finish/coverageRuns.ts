import { COVERED } from '../fold/coverage';
import type { Slots } from '../fold/slots';
import type { Coverage, CoveragePoint, CoverageRun, CoverageState } from '../summary';
import type { SummaryFold } from '../summaryFold';

/** For which times there are records of each interface. */
export function coverageOf({ coverage, totals, options }: SummaryFold): Coverage {
  const least = 2 * Math.min(totals.longest, LONGEST_WINDOW);
  const { width, points, all } = coverage.read(least, options.buckets);
  const [first = 0, last = 0] = [all[0], all.at(-1)];
  const shown = points
    .filter(point => point.slots.size > 0)
    .map(point => pointOf(point.name, point.slots, first, last, width))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    width,
    from: shown.length > 0 ? first * width : 0,
    to: shown.length > 0 ? (last + 1) * width : 0,
    points: shown,
    leftOut: coverage.leftOut,
  };
}

/** That of an early picture: strips of hundreds of interfaces would be most of it. */
export const NO_COVERAGE: Coverage = { width: 60, from: 0, to: 0, points: [], leftOut: false };

/** Longest capture window that any document gives, in seconds; longer records are mistakes. */
const LONGEST_WINDOW = 600;

function pointOf(
  key: string,
  slots: Slots,
  first: number,
  last: number,
  width: number,
): CoveragePoint {
  const counts = { ok: 0, 'no-data': 0, 'skip-data': 0, missing: 0 };
  const runs: CoverageRun[] = [];
  let run: { from: number; to: number; state: CoverageState } | undefined;
  const add = (from: number, to: number, state: CoverageState) => {
    counts[state] += to - from;
    if (run?.state === state) run.to = to * width;
    else runs.push((run = { from: from * width, to: to * width, state }));
  };
  let next = first;
  slots.eachRun((from, to, bits) => {
    if (from > next) add(next, from, 'missing');
    add(from, to, stateOf(bits));
    next = to;
  });
  if (next <= last) add(next, last + 1, 'missing');
  return { key, slots: counts, runs };
}

function stateOf(bits: number): CoverageState {
  if (bits & COVERED.skipData) return 'skip-data';
  return bits & COVERED.ok ? 'ok' : 'no-data';
}
