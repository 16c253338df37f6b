import type { LayoutSet } from '../layouts/layoutSet';
import type { Chunk } from '../scan/chunk';
import { FLAG, LINE } from '../scan/columns';
import type { BlockLabels } from './blockLabels';
import { addressTests } from './addressTests';
import { pointTests } from './pointTests';
import type { RecordFilter } from './recordFilter';
import { valueTests } from './valueTests';

/** Whether a row of a chunk fulfils one condition. */
export type RowTest = (row: number) => boolean;

/** One condition of a filter, made ready for the rows of a chunk. */
export type ChunkTest = (chunk: Chunk) => RowTest;

/** What some conditions need beside the columns. */
export interface MatchContext {
  readonly layouts: LayoutSet;
  /** The user's labelled blocks, for `group`. */
  readonly groups?: BlockLabels | undefined;
  /** The user's list of known threats, for `threat`. */
  readonly threats?: BlockLabels | undefined;
}

/** A filter, ready to go over chunks. */
export class RecordMatcher {
  private readonly tests: readonly ChunkTest[];

  constructor(filter: RecordFilter, context: MatchContext) {
    this.tests = [
      ...valueTests(filter),
      ...addressTests(filter, context),
      ...pointTests(filter, context),
      ...faultTests(filter),
    ];
  }

  /** Sets `mask[row]` to 1 for the chunk's records that are meant, to 0 for all other rows. */
  select(chunk: Chunk, mask: Uint8Array): number {
    const { kind } = chunk.columns;
    const rows = chunk.lines;
    let left = 0;
    for (let row = 0; row < rows; row++) {
      mask[row] = kind[row] === LINE.record ? 1 : 0;
      left += mask[row]!;
    }
    for (const test of this.tests) {
      if (left === 0) return 0;
      left -= strike(mask, rows, test(chunk));
    }
    return left;
  }
}

/** Clears the mask where a row does not fulfil a condition; says how often. */
function strike(mask: Uint8Array, rows: number, test: RowTest): number {
  let struck = 0;
  for (let row = 0; row < rows; row++) {
    if (mask[row] === 1 && !test(row)) {
      mask[row] = 0;
      struck++;
    }
  }
  return struck;
}

/** What rules say of a record takes more than its columns; these tell which need a look. */
function faultTests({ fault }: RecordFilter): ChunkTest[] {
  if (fault === undefined) return [];
  return [
    ({ columns }) =>
      row =>
        (columns.flags[row]! & (FLAG.suspect | FLAG.wrapped)) !== 0,
  ];
}
