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
  const ways = new Ways(fits, columns);
  const isAsGood = (other: number) => other <= cost + AS_GOOD;
  return [...columns.keys()].filter(column => {
    const own = tokenOf[column]!;
    // A hyphen says as much as nothing.
    const isAbsent = (row: number) => row < 0 || tokens[row]!.text === ABSENT;
    const isOther = (row: number) => row !== own && !(isAbsent(row) && isAbsent(own));
    if (!isAbsent(own) && isAsGood(ways.without(column))) return true;
    return tokens.some((_, row) => isOther(row) && isAsGood(ways.through(row, column)));
  });
}

/** What all ways to set tokens beside columns cost that have a step in common. */
class Ways {
  private readonly kinds: Uint8Array;
  private readonly rows: number;
  private readonly width: number;
  /** The cheapest way to each pair of a token and a column, and from there to the end. */
  private readonly before: Float64Array;
  private readonly after: Float64Array;

  constructor(
    private readonly fits: TokenFits,
    columns: readonly Field[],
  ) {
    this.kinds = kindsOf(columns);
    this.rows = fits.tokens.length;
    this.width = columns.length + 1;
    this.before = new Float64Array((this.rows + 1) * this.width);
    this.after = new Float64Array((this.rows + 1) * this.width);
    this.fill();
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
    for (let row = 0; row <= this.rows; row++) {
      const here = row * this.width + column;
      least = Math.min(least, this.before[here]! + GAP + this.after[here + 1]!);
    }
    return least;
  }

  private fill(): void {
    const { before, after, rows, width, kinds, fits } = this;
    const last = before.length - 1;
    for (let row = 0; row <= rows; row++) {
      for (let column = 0; column < width; column++) {
        const here = row * width + column;
        const back = last - here;
        if (row === 0 || column === 0) {
          before[here] = after[back] = (row + column) * GAP;
          continue;
        }
        const gap = Math.min(before[here - width]!, before[here - 1]!) + GAP;
        const fit = fits.misfit(row - 1, kinds[column - 1]!);
        before[here] = Math.min(gap, before[here - width - 1]! + fit);
        const gapBack = Math.min(after[back + width]!, after[back + 1]!) + GAP;
        const fitBack = fits.misfit(rows - row, kinds[width - 1 - column]!);
        after[back] = Math.min(gapBack, after[back + width + 1]! + fitBack);
      }
    }
  }
}
