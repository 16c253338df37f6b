import type { Field } from '../layouts/fields';
import { GAP, misfit } from './likeness';
import type { Token } from './tokenize';

/** For each column the token that stands in it (-1 none); tokens in no column are extra. */
export interface Alignment {
  readonly tokenOf: readonly number[];
  readonly cost: number;
}

/** More tokens than this are not aligned one by one: what follows is extra. */
const MOST_TOKENS = 96;

/**
 * Sets tokens beside columns so that what is missing or extra is named where it most likely is: the
 * cheapest way to turn one list into the other (Needleman and Wunsch, 1970).
 */
export function align(tokens: readonly Token[], columns: readonly Field[]): Alignment {
  const rows = Math.min(tokens.length, MOST_TOKENS);
  const width = columns.length + 1;
  const cost = new Float64Array((rows + 1) * width);
  const from = new Uint8Array((rows + 1) * width);
  for (let c = 1; c < width; c++) {
    cost[c] = c * GAP;
    from[c] = 2;
  }
  for (let r = 1; r <= rows; r++) {
    cost[r * width] = r * GAP;
    from[r * width] = 1;
    for (let c = 1; c < width; c++) {
      const here = r * width + c;
      const matched = cost[here - width - 1]! + misfit(tokens[r - 1]!.text, columns[c - 1]!);
      const extra = cost[here - width]! + GAP;
      const missing = cost[here - 1]! + GAP;
      const best = Math.min(matched, extra, missing);
      cost[here] = best;
      // Of equal ways, the one that leaves columns out at the end: lines are cut off there.
      from[here] = best === missing ? 2 : best === matched ? 0 : 1;
    }
  }
  const tokenOf = new Array<number>(columns.length).fill(-1);
  for (let r = rows, c = columns.length; r > 0 || c > 0;) {
    const step = from[r * width + c];
    if (step === 0) tokenOf[--c] = --r;
    else if (step === 1) r--;
    else c--;
  }
  return { tokenOf, cost: cost[rows * width + columns.length]! + (tokens.length - rows) * GAP };
}

/** The alignment of a line that is taken as it stands, each token in the column of its number. */
export function inOrder(tokens: readonly Token[], columns: readonly Field[]): Alignment {
  let cost = Math.abs(tokens.length - columns.length) * GAP;
  const tokenOf = columns.map((column, i) => {
    const token = tokens[i];
    if (!token) return -1;
    cost += misfit(token.text, column);
    return i;
  });
  return { tokenOf, cost };
}
