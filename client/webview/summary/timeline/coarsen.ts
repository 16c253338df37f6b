import type { Bucket, Counts, Timeline } from '../../../../server/src/core/summary/summary';

/** One bar of the timeline. Those without records are gaps, and have no line. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly total: Counts;
  readonly accepted: Counts;
  readonly rejected: Counts;
  readonly noData: number;
  readonly skipData: number;
  readonly line: number | null;
}

/** Seconds a bar may stand for: what people divide time by. */
const WIDTHS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
];
const DAY = 86_400;

/** The timeline in at most so many bars that follow each other without a hole. */
export function coarsen({ width, buckets }: Timeline, most: number): Bar[] {
  const first = buckets[0];
  const last = buckets.at(-1);
  if (!first || !last) return [];
  const wide = widthFor(width, last.start + width - first.start, most);
  const begin = Math.floor(first.start / wide) * wide;
  const count = Math.floor((last.start - begin) / wide) + 1;
  const bars = Array.from({ length: count }, (_, i) => emptyBar(begin + i * wide, wide));
  for (const bucket of buckets) {
    const index = Math.floor((bucket.start - begin) / wide);
    bars[index] = joined(bars[index]!, bucket);
  }
  return bars;
}

function widthFor(least: number, span: number, most: number): number {
  return niceWidth(least, least, span / (most - 1));
}

/** A width that people count time in: a multiple of `unit`, and as wide as both others. */
export function niceWidth(unit: number, least: number, wanted: number): number {
  const wide = Math.max(least, wanted);
  const found = WIDTHS.find(width => width % unit === 0 && width >= wide);
  if (found !== undefined) return found;
  const step = Math.max(unit, DAY);
  return Math.ceil(wide / step) * step;
}

const NOTHING: Counts = { records: 0, packets: 0, bytes: 0 };

function emptyBar(from: number, width: number): Bar {
  const counts = { total: NOTHING, accepted: NOTHING, rejected: NOTHING };
  return { from, to: from + width, ...counts, noData: 0, skipData: 0, line: null };
}

function joined(bar: Bar, bucket: Bucket): Bar {
  return {
    ...bar,
    total: sum(bar.total, bucket),
    accepted: sum(bar.accepted, bucket.accepted),
    rejected: sum(bar.rejected, bucket.rejected),
    noData: bar.noData + bucket.noData,
    skipData: bar.skipData + bucket.skipData,
    line: bar.line === null ? bucket.line : Math.min(bar.line, bucket.line),
  };
}

function sum(a: Counts, b: Counts): Counts {
  return {
    records: a.records + b.records,
    packets: a.packets + b.packets,
    bytes: a.bytes + b.bytes,
  };
}
