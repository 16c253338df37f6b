import { MARK, SUM, SUMS, WORD, WORDS } from './entry';
import type { GroupTable } from './groupTable';
import { METRIC, METRICS, type MetricNumber } from './spill';
import { countWanted, eachWanted, withAtLeast, withMarks, type Wanted } from './wanted';

/** The entries of a table with the largest figures, and what is known of all other keys. */
export interface TopEntries {
  /** Entries of the table, the largest first; of equal ones that with the earlier line. */
  readonly entries: readonly number[];
  /** These are the right ones, and their figures are right. */
  readonly exact: boolean;
  /** The smallest figure listed; 0 while there is room for more. */
  readonly floor: number;
  /** What a key that is not listed can have at most. */
  readonly outside: number;
}

/** Whether an entry of the table belongs into the list. */
export type Admits = (entry: number) => boolean;

/**
 * The `most` entries with the largest figures, by each metric, proved from the bounds of what was
 * put out.
 */
export function topEntries(
  table: GroupTable,
  most: number,
  admits: Admits = () => true,
): readonly TopEntries[] {
  const found = largest(table, most, admits);
  return METRICS.map(metric => proved(table, metric, most, admits, found[metric]!));
}

function proved(
  table: GroupTable,
  metric: MetricNumber,
  most: number,
  admits: Admits,
  entries: readonly number[],
): TopEntries {
  const { spill } = table;
  const last = entries.at(-1);
  const floor = entries.length < most || last === undefined ? 0 : figure(table, last, metric);
  if (!spill) return { entries, exact: true, floor, outside: floor };
  const lostMost = spill.largest(metric);
  let outside = Math.max(lostMost, table.leftOut[metric]);
  let exact = entries.length === most ? outside < floor : outside === 0;
  if (entries.some(entry => lostBy(table, entry, metric) > 0)) exact = false;
  const listed = new Set(entries);
  const least = (): number => Math.min(outside, floor) - lostMost;
  // Hardly any entry can change anything, whatever it has lost.
  const wanted = withAtLeast(metric, least());
  eachWanted(table, wanted, entry => {
    const known = figure(table, entry, metric);
    if (known + lostMost <= outside && known + lostMost < floor) return;
    if (listed.has(entry) || !admits(entry)) return;
    const lost = lostBy(table, entry, metric);
    if (known + lost > outside) outside = known + lost;
    if (lost > 0 && known + lost >= floor) exact = false;
    wanted.least[metric] = least();
  });
  return { entries, exact, floor, outside };
}

/** How many keys there are, at least: those put out, and those in the table that never were. */
export function fewestKeys(table: GroupTable): number {
  const { spill, count } = table;
  if (!spill) return count;
  const back = countWanted(table, withMarks(MARK.mayBeBack));
  return Math.max(count, spill.fewestKeys() + count - back);
}

/** What an entry carries by a metric, so far as the table knows. */
export function figure({ sums }: GroupTable, entry: number, metric: MetricNumber): number {
  return sums[entry * SUMS + SUM.records + metric]!;
}

/** What an entry's key can carry beyond its figure, at most. */
export function lostBy(table: GroupTable, entry: number, metric: MetricNumber): number {
  if (!table.spill || !mayBeBack(table, entry)) return 0;
  return table.spill.lost(table.entryHash(entry), metric);
}

function mayBeBack({ words }: GroupTable, entry: number): boolean {
  return (words[entry * WORDS + WORD.point]! & MARK.mayBeBack) !== 0;
}

/** The largest entries by each metric; all of them in one go, as memory answers slowly. */
function largest(table: GroupTable, most: number, admits: Admits): number[][] {
  const tops = METRICS.map(metric => new Top(table.sums, SUM.records + metric, most));
  const [records, packets, bytes] = tops as [Top, Top, Top];
  const { least } = records;
  const wanted: Wanted = { marks: 0, least: [least, least, least] };
  eachWanted(table, wanted, entry => {
    if (!admits(entry)) return;
    for (const top of tops) top.offer(entry);
    wanted.least[METRIC.records] = records.least;
    wanted.least[METRIC.packets] = packets.least;
    wanted.least[METRIC.bytes] = bytes.least;
  });
  return tops.map(top => top.sorted());
}

/** Keeps the entries with the largest figures in a heap whose root is the smallest of them. */
class Top {
  /** While there is room, everything is large enough; afterwards hardly anything is. */
  least: number;
  private readonly heap: number[] = [];
  private readonly before: Before;

  constructor(
    private readonly sums: Float64Array,
    private readonly column: number,
    private readonly most: number,
  ) {
    this.least = most > 0 ? -1 : Infinity;
    this.before = (one, other) => {
      const distance = sums[one * SUMS + column]! - sums[other * SUMS + column]!;
      if (distance !== 0) return distance > 0;
      return sums[one * SUMS + SUM.line]! < sums[other * SUMS + SUM.line]!;
    };
  }

  offer(entry: number): void {
    const { sums, column, heap, before, most } = this;
    if (sums[entry * SUMS + column]! < this.least) return;
    if (heap.length < most) {
      heap.push(entry);
      siftUp(heap, before);
    } else if (before(entry, heap[0]!)) {
      heap[0] = entry;
      siftDown(heap, before);
    }
    if (heap.length === most) this.least = sums[heap[0]! * SUMS + column]!;
  }

  sorted(): number[] {
    return this.heap.sort((one, other) => (this.before(one, other) ? -1 : 1));
  }
}

/** Whether an entry comes before another in the list. */
type Before = (one: number, other: number) => boolean;

function siftUp(heap: number[], before: Before): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(heap[parent]!, heap[at]!)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function siftDown(heap: number[], before: Before): void {
  let at = 0;
  for (;;) {
    let least = at;
    for (let child = at * 2 + 1; child <= at * 2 + 2 && child < heap.length; child++) {
      if (before(heap[least]!, heap[child]!)) least = child;
    }
    if (least === at) return;
    swap(heap, at, least);
    at = least;
  }
}

function swap(heap: number[], one: number, other: number): void {
  const held = heap[one]!;
  heap[one] = heap[other]!;
  heap[other] = held;
}
