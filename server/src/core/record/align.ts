import type { Field } from '../layouts/fields';
import { GAP } from './likeness';
import { kindsOf, type TokenFits } from './tokenFits';

/** For each column the token that stands in it (-1 none); tokens in no column are extra. */
export interface Alignment {
  readonly tokenOf: readonly number[];
  readonly cost: number;
}

/** More tokens than this are not aligned one by one: what follows is extra. */
const MOST_TOKENS = 96;

/** Costs of the ways so far, and the step that led there; kept from line to line. */
const scratch = { cost: new Float64Array(1024), from: new Uint8Array(1024) };

/**
 * Sets tokens beside columns so that what is missing or extra is named where it most likely is: the
 * cheapest way to turn one list into the other (Needleman and Wunsch, 1970). Undefined if no way
 * costs less than `below`.
 */
export function align(
  fits: TokenFits,
  columns: readonly Field[],
  below = Infinity,
): Alignment | undefined {
  const rows = Math.min(fits.tokens.length, MOST_TOKENS);
  const kinds = kindsOf(columns);
  const width = columns.length + 1;
  const { cost, from } = withRoom((rows + 1) * width);
  for (let c = 0; c < width; c++) {
    cost[c] = c * GAP;
    from[c] = 2;
  }
  for (let r = 1; r <= rows; r++) {
    cost[r * width] = r * GAP;
    from[r * width] = 1;
    let least = r * GAP;
    for (let c = 1; c < width; c++) {
      const here = r * width + c;
      const matched = cost[here - width - 1]! + fits.misfit(r - 1, kinds[c - 1]!);
      const extra = cost[here - width]! + GAP;
      const missing = cost[here - 1]! + GAP;
      const best = Math.min(matched, extra, missing);
      cost[here] = best;
      // Of equal ways, the one that leaves columns out at the end: lines are cut off there.
      from[here] = best === missing ? 2 : best === matched ? 0 : 1;
      if (best < least) least = best;
    }
    // Every way goes through each row, and none becomes cheaper.
    if (least >= below) return undefined;
  }
  const total = cost[rows * width + columns.length]! + (fits.tokens.length - rows) * GAP;
  return total < below ? { tokenOf: trace(from, rows, columns.length), cost: total } : undefined;
}

/** The token of each column, by the steps from the end back. */
function trace(from: Uint8Array, rows: number, columns: number): number[] {
  const tokenOf = new Array<number>(columns).fill(-1);
  for (let r = rows, c = columns; r > 0 || c > 0;) {
    const step = from[r * (columns + 1) + c];
    if (step === 0) tokenOf[--c] = --r;
    else if (step === 1) r--;
    else c--;
  }
  return tokenOf;
}

function withRoom(cells: number): typeof scratch {
  if (cells > scratch.cost.length) {
    scratch.cost = new Float64Array(cells);
    scratch.from = new Uint8Array(cells);
  }
  return scratch;
}

/** The alignment of a line that is taken as it stands, each token in the column of its number. */
export function inOrder(fits: TokenFits, columns: readonly Field[]): Alignment {
  const { length } = fits.tokens;
  const kinds = kindsOf(columns);
  const tokenOf: number[] = [];
  let cost = Math.abs(length - columns.length) * GAP;
  for (let i = 0; i < columns.length; i++) {
    tokenOf.push(i < length ? i : -1);
    if (i < length) cost += fits.misfit(i, kinds[i]!);
  }
  return { tokenOf, cost };
}
