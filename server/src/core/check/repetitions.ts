import { HashFilter } from './hashFilter';
import { RowIndex, type PartRows } from './rowIndex';

/** Arrivals that a change may bring before counting from the beginning is quicker. */
const MOST_SEARCHES = 32;
/** Arrivals that the filter takes beside those it was made for. */
const SPARE = 4096;

/**
 * Which rows of a log have the same hash, kept while parts come and go. Hardly any row is repeated:
 * a filter tells those that are new, and only the others are counted.
 */
export class Repetitions {
  readonly index = new RowIndex();
  private filter = new HashFilter(0);
  /** Arrivals for which there is room; nothing has been counted yet. */
  private spare = -1;

  /** Counts from the beginning; for 500,000 rows that takes some milliseconds. */
  count(parts: readonly PartRows[]): void {
    const { index } = this;
    const rows = rowsOf(parts);
    this.filter = new HashFilter(rows + SPARE);
    this.spare = rows / 2 + SPARE;
    index.clear();
    for (const { hashes } of parts) watchKnown(hashes, this.filter, index);
    for (const part of parts) index.add(part);
  }

  /**
   * Goes over from some parts to others, after which the log has `parts`; false if that takes
   * counting from the beginning.
   */
  change(
    gone: readonly PartRows[],
    fresh: readonly PartRows[],
    parts: readonly PartRows[],
  ): boolean {
    const { index, filter } = this;
    if (rowsOf(fresh) - rowsOf(gone) > this.spare) return false;
    const arrivals = arrivalsOf(gone, fresh);
    this.spare -= arrivals.length;
    if (this.spare < 0) return false;
    const searched = new Set<number>();
    for (const hash of arrivals) {
      if (filter.add(hash) && !index.isWatched(hash)) searched.add(hash);
      if (searched.size > MOST_SEARCHES) return false;
    }
    for (const part of gone) index.remove(part);
    for (const part of fresh) index.add(part);
    for (const hash of searched) index.search(hash, parts);
    return true;
  }
}

function rowsOf(parts: readonly PartRows[]): number {
  return parts.reduce((sum, { hashes }) => sum + hashes.length, 0);
}

/** Watches the hashes that the filter may have had before. */
function watchKnown(hashes: Uint32Array, filter: HashFilter, index: RowIndex): void {
  for (let i = 0; i < hashes.length; i++) {
    if (hashes[i] !== 0 && filter.add(hashes[i]!)) index.watch(hashes[i]!);
  }
}

/** The hashes of fresh rows for which no row with the same hash is gone. */
function arrivalsOf(gone: readonly PartRows[], fresh: readonly PartRows[]): number[] {
  const left = new Map<number, number>();
  const { head, tail } = untouched(gone, fresh);
  for (const { hashes } of gone) {
    for (const hash of hashes.subarray(head, hashes.length - tail)) {
      left.set(hash, (left.get(hash) ?? 0) + 1);
    }
  }
  const arrivals: number[] = [];
  for (const { hashes } of fresh) {
    for (const hash of hashes.subarray(head, hashes.length - tail)) {
      const count = left.get(hash) ?? 0;
      if (count > 0) left.set(hash, count - 1);
      else if (hash !== 0) arrivals.push(hash);
    }
  }
  return arrivals;
}

/** How many rows are the same at both ends, where one part has come in the place of another. */
function untouched(gone: readonly PartRows[], fresh: readonly PartRows[]) {
  if (gone.length !== 1 || fresh.length !== 1) return { head: 0, tail: 0 };
  const before = gone[0]!.hashes;
  const now = fresh[0]!.hashes;
  const least = Math.min(before.length, now.length);
  let head = 0;
  while (head < least && before[head] === now[head]) head++;
  let tail = 0;
  const [beforeLast, nowLast] = [before.length - 1, now.length - 1];
  while (tail < least - head && before[beforeLast - tail] === now[nowLast - tail]) tail++;
  return { head, tail };
}
