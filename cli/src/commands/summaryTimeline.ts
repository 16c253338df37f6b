import { duration, grouped } from '../../../server/src/core/explain/quantities';
import { utc } from '../../../server/src/core/explain/time';
import { WIDTHS } from '../../../server/src/core/summary/fold/widths';
import type { Timeline } from '../../../server/src/core/summary/summary';
import type { Column, Part } from './summaryParts';

/** At most this many rows say how traffic went over time. */
const MOST_ROWS = 48;
const DAY = 86_400;
/** Wider steps, for logs of many weeks. */
const WEEKS = [7, 28, 364].map(days => days * DAY);

/** What one row adds up. */
const FIGURES = ['Records', 'Packets', 'Bytes', 'Accepted', 'Rejected'] as const;

/** How traffic went over time, in the narrowest steps of which there are not too many. */
export function timelinePart(timeline: Timeline): Part {
  const { width, rows } = widened(timeline);
  const isWider = width > timeline.width;
  return {
    title: `Over time, in steps of ${duration(width)}`,
    columns: [
      { name: 'From', figure: false },
      ...FIGURES.map((name): Column => ({ name, figure: true })),
    ],
    rows: [...rows].map(([start, figures]) => [utc(start * 1000), ...figures.map(grouped)]),
    sentences: isWider ? [`--format json has steps of ${duration(timeline.width)}.`] : [],
  };
}

function widened(timeline: Timeline): { width: number; rows: Map<number, number[]> } {
  const wider = [...WIDTHS, ...WEEKS].filter(width => width > timeline.width);
  let found = { width: timeline.width, rows: rowsOf(timeline, timeline.width) };
  for (const width of wider) {
    if (found.rows.size <= MOST_ROWS) break;
    found = { width, rows: rowsOf(timeline, width) };
  }
  return found;
}

/** The figures of each step with records, by its beginning. */
function rowsOf({ buckets }: Timeline, width: number): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const { start, records, packets, bytes, accepted, rejected } of buckets) {
    const from = Math.floor(start / width) * width;
    const figures = [records, packets, bytes, accepted.records, rejected.records];
    const before = rows.get(from);
    rows.set(from, before ? before.map((sum, i) => sum + figures[i]!) : figures);
  }
  return rows;
}
