import type { LayoutSet } from '../layouts/layoutSet';
import type { Chunk } from '../scan/chunk';
import type { FlowTable } from '../table/flowTable';

/**
 * The chunks of a log, asked for one at a time and more than once: a table holds them, a reader of
 * files may scan a chunk again each time.
 */
export interface ChunkSource {
  readonly count: number;
  readonly layouts: LayoutSet;
  at(index: number): Chunk;
  /** The log's line at which a chunk begins, from 0. */
  firstLine(index: number): number;
}

/** The chunks of a table as it is now; later changes to the table do not show. */
export function chunksOf(table: FlowTable): ChunkSource {
  const { chunks } = table;
  const starts = chunks.map((_, index) => table.firstLine(index));
  return {
    count: chunks.length,
    layouts: table.options.layouts,
    at: index => chunks[index]!,
    firstLine: index => starts[index]!,
  };
}
