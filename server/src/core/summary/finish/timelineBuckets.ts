import { BUCKET, type Timeline } from '../fold/timeline';
import type { Bucket, Counts, Timeline as TimelineOut } from '../summary';

/** The timeline as plain data. */
export function timelineOf(fold: Timeline): TimelineOut {
  const timeline = fold.fitted();
  const { width } = timeline;
  return { width, buckets: timeline.numbers().map(number => bucketOf(timeline, number)) };
}

function bucketOf(timeline: Timeline, number: number): Bucket {
  const values = timeline.bucket(number);
  return {
    start: number * timeline.width,
    ...countsAt(values, BUCKET.all),
    accepted: countsAt(values, BUCKET.accepted),
    rejected: countsAt(values, BUCKET.rejected),
    noData: values[BUCKET.noData]!,
    skipData: values[BUCKET.skipData]!,
    line: values[BUCKET.line]!,
  };
}

function countsAt(values: Float64Array, at: number): Counts {
  return { records: values[at]!, packets: values[at + 1]!, bytes: values[at + 2]! };
}
