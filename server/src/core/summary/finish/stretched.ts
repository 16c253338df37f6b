import { counted } from '../../explain/quantities';
import { utc } from '../../explain/time';
import type { Stretched, Timeline } from '../summary';

/** A gap of this share of the span sets records apart from others; so long they lie at most. */
const LONG = 0.1;
/** The share of all records that have to lie together. */
const NEARLY_ALL = 0.9;
/** Longest capture window that any document gives, in seconds: so long after its start a record ends. */
const LONGEST_WINDOW = 600;

interface Cluster {
  readonly from: number;
  to: number;
  records: number;
}

/** Where nearly all records lie, if a few make the span of the log ten times as long or more. */
export function stretchedBy({ width, buckets }: Timeline, span: number): Stretched | null {
  const clusters: Cluster[] = [];
  for (const { start, records } of buckets) {
    const last = clusters.at(-1);
    if (last && start - last.to <= span * LONG) {
      last.to = start + width;
      last.records += records;
    } else clusters.push({ from: start, to: start + width, records });
  }
  const all = buckets.reduce((sum, { records }) => sum + records, 0);
  const main = clusters.find(({ records }) => records >= all * NEARLY_ALL);
  if (!main || main.to - main.from + LONGEST_WINDOW > span * LONG) return null;
  const { from, to } = main;
  const outside = all - main.records;
  return { from, to, outside, text: textOf(`${utc(from * 1000)} and ${utc(to * 1000)}`, outside) };
}

function textOf(between: string, outside: number): string {
  if (outside === 0) {
    return `All records start between ${between}, but some time in them is far from there: span and averages count the time to it.`;
  }
  const apart = `${counted(outside, 'record')} ${outside === 1 ? 'starts' : 'start'} far from all others`;
  return `${apart}, which start between ${between}: span and averages count the time to ${outside === 1 ? 'it' : 'them'}.`;
}
