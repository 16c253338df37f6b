import { NO_PROTOCOL } from '../../filter/conversation';
import type { LineRuns } from '../../fold/lineRuns';
import type { LayoutSet } from '../../layouts/layoutSet';
import type { Chunk } from '../../scan/chunk';
import { FLAG, type Columns } from '../../scan/columns';
import { POINT_KINDS } from '../group/nameBook';
import type { Batch } from './batch';
import { FirstLines } from './firstLines';
import { Tally, type TallySums } from './tally';

export const ACTIONS = 3;
const STATUSES = 4;

/** What a thread hands on of the totals. */
export interface TotalsData {
  readonly lines: number;
  readonly outcomes: Float64Array;
  readonly kinds: Float64Array;
  readonly protocols: Float64Array;
  readonly protocolLines: Float64Array;
  /** Figures by layout, and which layouts they are. */
  readonly layouts: Float64Array;
  readonly layoutNames: readonly { readonly id: string; readonly title: string }[];
  readonly span: readonly [start: number, end: number, longest: number];
  readonly untimed: number;
}

/** What records have in common whose sums are added together. */
export interface TotalsGroup {
  /** Number in the layout set. */
  readonly layout: number;
  readonly protocol: number;
  /** Kind of observation point, as a place in POINT_KINDS. */
  readonly kind: number;
  /** `status * ACTIONS + action`. */
  readonly outcome: number;
}

/** Exact totals, and those of everything that has few values. */
export class Totals {
  lines = 0;
  /** By log-status and action: `status * ACTIONS + action`. */
  readonly outcomes = new Tally(STATUSES * ACTIONS);
  /** By kind of observation point and action: `kind * ACTIONS + action`. */
  readonly kinds = new Tally(POINT_KINDS.length * ACTIONS);
  readonly protocols = new Tally(NO_PROTOCOL + 1);
  readonly protocolLines = new FirstLines(NO_PROTOCOL + 1);
  readonly layouts = new Tally(8);
  readonly layoutNames: { id: string; title: string }[] = [];
  start = Infinity;
  end = -Infinity;
  /** Longest time from a record's start to its end, in seconds. */
  longest = 0;
  /** Records without a time. */
  untimed = 0;
  private readonly layoutNumbers = new Map<string, number>();
  /** Numbers here by numbers of the layout set. */
  private readonly layoutMap: number[] = [];

  constructor(private readonly layoutSet: LayoutSet) {}

  addLines({ lines, lineStarts, bytes }: Chunk): void {
    // What follows the last line end of a log is no line to a reader, unless there is something.
    const empty = lines > 0 && lineStarts[lines - 1] === bytes.length;
    this.lines += empty ? lines - 1 : lines;
  }

  add(batch: Batch, columns: Columns): void {
    this.addOutcomes(batch, columns);
    this.addKinds(batch, columns);
    this.addTimes(batch, columns);
  }

  /** Adds the sums of records that agree in all of this. */
  addGroup(group: TotalsGroup, sums: TallySums): void {
    const { layoutMap } = this;
    this.outcomes.addSums(group.outcome, sums);
    this.layouts.addSums(layoutMap[group.layout] ?? this.newLayout(group.layout), sums);
    this.kinds.addSums(group.kind * ACTIONS + (group.outcome % ACTIONS), sums);
    this.protocols.addSums(group.protocol, sums);
  }

  data(): TotalsData {
    return {
      lines: this.lines,
      outcomes: this.outcomes.values.slice(),
      kinds: this.kinds.values.slice(),
      protocols: this.protocols.values.slice(),
      protocolLines: this.protocolLines.values.slice(),
      layouts: this.layouts.values.slice(),
      layoutNames: this.layoutNames.slice(),
      span: [this.start, this.end, this.longest],
      untimed: this.untimed,
    };
  }

  merge(data: TotalsData, runs: LineRuns): void {
    this.lines += data.lines;
    this.outcomes.merge(data.outcomes, runs);
    this.kinds.merge(data.kinds, runs);
    this.protocols.merge(data.protocols, runs);
    this.protocolLines.merge(data.protocolLines, runs);
    data.layoutNames.forEach(({ id, title }, number) => {
      this.layouts.addGroup(this.layoutNumber(id, title), data.layouts, number, runs);
    });
    this.start = Math.min(this.start, data.span[0]);
    this.end = Math.max(this.end, data.span[1]);
    this.longest = Math.max(this.longest, data.span[2]);
    this.untimed += data.untimed;
  }

  private addOutcomes({ rows, size, packets, bytes, lines }: Batch, columns: Columns): void {
    const { status, action, layout } = columns;
    const { outcomes, layouts, layoutMap } = this;
    for (let i = 0; i < size; i++) {
      const row = rows[i]!;
      const outcome = status[row]! * ACTIONS + action[row]!;
      outcomes.add(outcome, packets[i]!, bytes[i]!, lines[i]!);
      const number = layoutMap[layout[row]!] ?? this.newLayout(layout[row]!);
      layouts.add(number, packets[i]!, bytes[i]!, lines[i]!);
    }
  }

  private addKinds(batch: Batch, { action }: Columns): void {
    const { rows, size, packets, bytes, lines, kinds, protocols } = batch;
    for (let i = 0; i < size; i++) {
      const kind = kinds[i]! * ACTIONS + action[rows[i]!]!;
      this.kinds.add(kind, packets[i]!, bytes[i]!, lines[i]!);
      this.protocols.add(protocols[i]!, packets[i]!, bytes[i]!, lines[i]!);
      this.protocolLines.add(protocols[i]!, lines[i]!);
    }
  }

  private addTimes({ rows, size }: Batch, columns: Columns): void {
    const both = FLAG.start | FLAG.end;
    for (let i = 0; i < size; i++) {
      const row = rows[i]!;
      const has = columns.flags[row]! & both;
      if (has === 0) {
        this.untimed++;
        continue;
      }
      const first = has & FLAG.start ? columns.start[row]! : columns.end[row]!;
      const last = has & FLAG.end ? columns.end[row]! : first;
      if (first < this.start) this.start = first;
      if (last < this.start) this.start = last;
      if (first > this.end) this.end = first;
      if (last > this.end) this.end = last;
      if (last - first > this.longest) this.longest = last - first;
    }
  }

  private newLayout(layout: number): number {
    const { id, title } = this.layoutSet.at(layout);
    return (this.layoutMap[layout] = this.layoutNumber(id, title));
  }

  private layoutNumber(id: string, title: string): number {
    const known = this.layoutNumbers.get(id);
    if (known !== undefined) return known;
    const number = this.layoutNames.push({ id, title }) - 1;
    this.layoutNumbers.set(id, number);
    this.layouts.grow(number + 1);
    return number;
  }
}
