import type { Field } from '../layouts/fields';
import type { Alignment } from './align';
import { GAP } from './likeness';
import { ABSENT } from './readValue';
import { kindsOf, type TokenFits } from './tokenFits';

/** A way to read a line is as good as the cheapest if it costs no more than this above it. */
const AS_GOOD = 0.25;
/** Longer lines are taken as they were aligned. */
const MOST_TOKENS = 96;

/**
 * The columns that other values stand in, or none, where the line is read in another way that is as
 * good: of five numbers for four columns of numbers nobody can tell which is one too many. A line of
 * which the end alone is missing was cut off, and has none.
 */
export function undecidedColumns(
  fits: TokenFits,
  columns: readonly Field[],
  { tokenOf, cost }: Alignment,
): readonly number[] {
  const { tokens } = fits;
  const rows = tokens.length;
  const isCutOff = rows < columns.length && tokens.every((_, i) => tokenOf[i] === i);
  if (rows > MOST_TOKENS || isCutOff || tokenOf.every((token, i) => token === i)) return [];
  // No way as good leaves out more tokens and columns.
  const most = Math.floor((cost + AS_GOOD) / GAP);
  const ways = new Ways(fits, kindsOf(columns), most);
  const isAsGood = (other: number) => other <= cost + AS_GOOD;
  const found: number[] = [];
  for (let column = 0; column < columns.length; column++) {
    const own = tokenOf[column]!;
    // A hyphen says as much as nothing.
    const isAbsent = (row: number) => row < 0 || tokens[row]!.text === ABSENT;
    let isUndecided = !isAbsent(own) && isAsGood(ways.without(column));
    const end = Math.min(rows, column + most + 1);
    for (let row = Math.max(0, column - most); row < end && !isUndecided; row++) {
      const isOther = row !== own && !(isAbsent(row) && isAbsent(own));
      isUndecided = isOther && isAsGood(ways.through(row, column));
    }
    if (isUndecided) found.push(column);
  }
  return found;
}

/** The cheapest ways to each pair of a token and a column and from there on; kept from line to line. */
const scratch = { before: new Float64Array(512), after: new Float64Array(512) };

/** What all ways to set tokens beside columns cost that have a step in common. */
class Ways {
  private readonly rows: number;
  private readonly width: number;
  private readonly before: Float64Array;
  private readonly after: Float64Array;

  /** Ways that leave out more than `most` tokens and columns cost infinitely much. */
  constructor(
    private readonly fits: TokenFits,
    private readonly kinds: Uint8Array,
    private readonly most: number,
  ) {
    this.rows = fits.tokens.length;
    this.width = kinds.length + 1;
    const cells = (this.rows + 1) * this.width;
    if (cells > scratch.before.length) {
      scratch.before = new Float64Array(cells);
      scratch.after = new Float64Array(cells);
    }
    this.before = scratch.before.fill(Infinity, 0, cells);
    this.after = scratch.after.fill(Infinity, 0, cells);
    this.fillBefore();
    this.fillAfter();
  }

  /** With a token in a column. */
  through(row: number, column: number): number {
    const here = row * this.width + column;
    const misfit = this.fits.misfit(row, this.kinds[column]!);
    return this.before[here]! + misfit + this.after[here + this.width + 1]!;
  }

  /** With a column left out. */
  without(column: number): number {
    let least = Infinity;
    const end = Math.min(this.rows, column + this.most);
    for (let row = Math.max(0, column - this.most); row <= end; row++) {
      const here = row * this.width + column;
      least = Math.min(least, this.before[here]! + GAP + this.after[here + 1]!);
    }
    return least;
  }

  private fillBefore(): void {
    const { before, rows, width, kinds, fits, most } = this;
    before[0] = 0;
    for (let row = 0; row <= rows; row++) {
      const end = Math.min(width - 1, row + most);
      for (let column = Math.max(0, row - most); column <= end; column++) {
        const here = row * width + column;
        let best = before[here]!;
        if (row > 0) best = Math.min(best, before[here - width]! + GAP);
        if (column > 0) best = Math.min(best, before[here - 1]! + GAP);
        if (row > 0 && column > 0) {
          const misfit = fits.misfit(row - 1, kinds[column - 1]!);
          best = Math.min(best, before[here - width - 1]! + misfit);
        }
        before[here] = best;
      }
    }
  }

  private fillAfter(): void {
    const { after, rows, width, kinds, fits, most } = this;
    const last = width - 1;
    after[rows * width + last] = 0;
    for (let row = rows; row >= 0; row--) {
      const end = Math.max(0, row - most);
      for (let column = Math.min(last, row + most); column >= end; column--) {
        const here = row * width + column;
        let best = after[here]!;
        if (row < rows) best = Math.min(best, after[here + width]! + GAP);
        if (column < last) best = Math.min(best, after[here + 1]! + GAP);
        if (row < rows && column < last) {
          const misfit = fits.misfit(row, kinds[column]!);
          best = Math.min(best, after[here + width + 1]! + misfit);
        }
        after[here] = best;
      }
    }
  }
}
