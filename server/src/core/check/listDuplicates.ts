import type { Severity } from '../rules/rule';
import type { Problem } from './problem';
import { asFirst, problemOf, type FirstRow, type RepeatedRow } from './repeatedRow';
import { MOST_PROBLEMS } from './report';

/** Repetitions of records in a table. */
export interface Duplicates {
  readonly count: number;
  /** The first of them, one more than can be shown at most. Lines are the table's. */
  readonly problems: readonly Problem[];
  /** How many problems there may be. */
  readonly most: number;
}

/** Repeated records of a chunk, and the line it begins at. */
export interface Place {
  readonly base: number;
  readonly rows: readonly RepeatedRow[];
}

/** To yield takes longer than to list the few rows of a place. */
const PLACES_AT_ONCE = 128;

/** Lists which of some rows, in order, have a text that an earlier one has. Yields now and then. */
export function* listDuplicates(
  places: readonly Place[],
  severity: Severity,
  most = MOST_PROBLEMS + 1,
): Generator<void, Duplicates> {
  const list = new DuplicateList(severity, most);
  for (let from = 0; from < places.length; from += PLACES_AT_ONCE) {
    yield;
    for (const place of places.slice(from, from + PLACES_AT_ONCE)) list.add(place);
  }
  return list;
}

/** Takes places in, in order. */
export class DuplicateList implements Duplicates {
  count = 0;
  readonly problems: Problem[] = [];
  private readonly first = new Map<string, FirstRow>();

  constructor(
    private readonly severity: Severity,
    readonly most: number,
  ) {}

  add({ base, rows }: Place): void {
    for (const row of rows) this.addRow(base, row);
  }

  /** Adds a row of a place that begins at a line. */
  addRow(base: number, repeated: RepeatedRow): void {
    const line = base + repeated.row;
    const earlier = this.first.get(repeated.text);
    if (earlier === undefined) this.first.set(repeated.text, asFirst(repeated, line));
    else if (++this.count <= this.most) {
      this.problems.push(problemOf(repeated, line, earlier, this.severity));
    }
  }
}
