import { LayoutSet } from '../layouts/layoutSet';
import { lineText, type Chunk } from '../scan/chunk';
import type { Kernel } from '../scan/kernel';
import type { ScanOptions } from '../scan/scanChunk';
import { cutChunks } from './cutChunks';

/** A line of a table: the chunk it is in and its row there. */
export interface LineAt {
  readonly chunk: Chunk;
  /** Number of the chunk. */
  readonly index: number;
  readonly row: number;
}

/** Bytes in a chunk of an open document: small enough to be read again at each key. */
export const DOCUMENT_CHUNK = 64 * 1024;

/** A flow log in columns, in chunks of whole lines. Lines count from 0. */
export class FlowTable {
  chunks: readonly Chunk[] = [];
  private starts: number[] = [0];

  constructor(readonly options: ScanOptions) {}

  /** Replaces `count` chunks from number `index` on. */
  splice(index: number, count: number, chunks: readonly Chunk[]): void {
    this.chunks = this.chunks.toSpliced(index, count, ...chunks);
    const { starts } = this;
    for (let i = index; i < this.chunks.length; i++) {
      starts[i + 1] = starts[i]! + this.chunks[i]!.lines;
    }
    starts.length = this.chunks.length + 1;
  }

  get lines(): number {
    return this.starts.at(-1)!;
  }

  get records(): number {
    return this.chunks.reduce((sum, chunk) => sum + chunk.records, 0);
  }

  /** The table's line at which a chunk begins. */
  firstLine(index: number): number {
    return this.starts[index] ?? this.lines;
  }

  /** Where a line is; undefined past the end. */
  locate(line: number): LineAt | undefined {
    if (line < 0 || line >= this.lines) return undefined;
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.starts[middle]! <= line) low = middle;
      else high = middle - 1;
    }
    return { chunk: this.chunks[low]!, index: low, row: line - this.starts[low]! };
  }

  /** The text of a line without its line end; undefined past the end. */
  lineText(line: number): string | undefined {
    const at = this.locate(line);
    return at && lineText(at.chunk, at.row);
  }
}

/** How a log is read. */
export interface ReadOptions {
  /** The fields of a log that carries no header, in column order. */
  readonly columns?: readonly string[];
  /** About how many bytes a chunk has. */
  readonly size?: number;
  readonly kernel?: Kernel | undefined;
}

/** Reads a whole log into a table; times after `latest` (Unix seconds) are implausible. */
export function readTable(bytes: Uint8Array, latest: number, options: ReadOptions = {}): FlowTable {
  const { table, declared } = emptyTable(latest, options);
  const { size = DOCUMENT_CHUNK } = options;
  table.splice(0, 0, [...cutChunks(bytes, declared, true, size, table.options)]);
  return table;
}

/** A table without chunks, and the number of the layout that its options declare. */
export function emptyTable(latest: number, { columns = [], kernel }: ReadOptions) {
  const layouts = new LayoutSet();
  const declared = columns.length > 0 ? layouts.declare(columns) : -1;
  return { table: new FlowTable({ layouts, latest, kernel }), declared };
}
