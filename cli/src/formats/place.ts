import type { Range } from '../../../server/src/core/check/problem';

/** A stretch of a file as people and most programs count: from 1, in UTF-16 units, end exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf({ line, start, endLine, end }: Range): Place {
  return { line: line + 1, column: start + 1, endLine: endLine + 1, endColumn: end + 1 };
}
