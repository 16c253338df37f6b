import type { RecordFilter } from '../../../../server/src/core/filter/recordFilter';
import type { Metric, Series, Summary } from '../../../../server/src/core/summary/summary';
import { protocolName } from '../tables/protocolNames';
import { niceWidth } from '../timeline/coarsen';
import { RATES } from './rates';

/** One line of a chart. */
export interface Line {
  readonly key: string;
  readonly filter: RecordFilter;
  readonly total: number;
  /** Rates at the chart's times; null where the whole log has no record. */
  readonly rates: readonly (number | null)[];
}

/** Lines over the same times. */
export interface LineSet {
  readonly id: Series['of'];
  readonly title: string;
  readonly one: string;
  /** Seconds that each rate is an average of. */
  readonly width: number;
  readonly times: readonly number[];
  /** The largest first. */
  readonly lines: readonly Line[];
}

const SETS: readonly Pick<LineSet, 'id' | 'title' | 'one'>[] = [
  { id: 'region-pair', title: 'Region pairs over time', one: 'Region pair' },
  { id: 'source', title: 'Sources over time', one: 'Source' },
  { id: 'protocol', title: 'Protocols over time', one: 'Protocol' },
];

/** The cloud's own dashboards draw a point a minute. */
const LEAST_WIDTH = 60;
/** Longest capture window that any document gives, in seconds; longer records are mistakes. */
const LONGEST_WINDOW = 600;
/** More points of a line cannot be told apart. */
const MOST_POINTS = 240;

/** The series of a summary as lines, those of one kind together. */
export function lineSets(summary: Summary, by: Metric): LineSet[] {
  const width = rateWidth(summary);
  const times = timesOf(summary, width);
  return SETS.flatMap(set => {
    const lines = summary.series
      .filter(series => series.of === set.id)
      .map(series => lineOf(series, by, width, times))
      .filter(({ total }) => total > 0)
      .sort((a, b) => b.total - a.total);
    return lines.length > 0 ? [{ ...set, width, times: times.map(({ at }) => at), lines }] : [];
  });
}

/** A record counts where it starts, so no rate is taken over less time than the longest lasts. */
function rateWidth({ timeline: { width, buckets }, totals: { longest } }: Summary): number {
  // Gaps take no points: a log with a stray time far off is not drawn coarser for it.
  const wanted = (buckets.length * width) / MOST_POINTS;
  return niceWidth(width, Math.max(LEAST_WIDTH, Math.min(longest, LONGEST_WINDOW)), wanted);
}

interface Time {
  readonly at: number;
  readonly isGap: boolean;
}

/** The times at which there is any record, and one in each gap, so that lines end there. */
function timesOf({ timeline }: Summary, width: number): Time[] {
  const starts = new Set(timeline.buckets.map(({ start }) => Math.floor(start / width) * width));
  return [...starts].flatMap((at, i, all) => {
    const before = i > 0 ? all[i - 1]! + width : at;
    return [...(before < at ? [{ at: before, isGap: true }] : []), { at, isGap: false }];
  });
}

function lineOf(
  { of, key, filter, points }: Series,
  by: Metric,
  width: number,
  times: readonly Time[],
): Line {
  const amounts = new Map<number, number>();
  let total = 0;
  for (const point of points) {
    const at = Math.floor(point.start / width) * width;
    amounts.set(at, (amounts.get(at) ?? 0) + point[by]);
    total += point[by];
  }
  const rates = times.map(({ at, isGap }) =>
    isGap ? null : RATES[by].of(amounts.get(at) ?? 0, width),
  );
  const isNumber = of === 'protocol' && key !== 'none';
  return { key: isNumber ? protocolName(Number(key)) : key, filter, total, rates };
}
