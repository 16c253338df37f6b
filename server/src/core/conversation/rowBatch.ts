import { growAll } from './grown';
import type { TakeRow } from './timeRing';

/** Rows gathered from anywhere in a log, handed out in order of time and then of lines. */
export class RowBatch {
  private readonly columns = new BatchColumns();
  private used = 0;

  get size(): number {
    return this.used;
  }

  /** Rows have to be added in the order of lines. */
  add(start: number, chunk: number, row: number): void {
    const { columns } = this;
    if (this.used === columns.rows.length) growAll(columns);
    columns.starts[this.used] = start;
    columns.chunks[this.used] = chunk;
    columns.rows[this.used++] = row;
  }

  /** Hands out all rows and forgets them. */
  drain(take: TakeRow): void {
    const { chunks, rows } = this.columns;
    for (const i of this.inOrder()) take(chunks[i]!, rows[i]!);
    this.used = 0;
  }

  private inOrder(): Iterable<number> {
    const { used } = this;
    const { starts } = this.columns;
    const indexes = Uint32Array.from({ length: used }, (_, i) => i);
    const [earliest, latest] = this.range();
    // Time and place side by side in one exact number, as long as both have room.
    if ((latest - earliest + 1) * used > Number.MAX_SAFE_INTEGER) {
      return indexes.sort((x, y) => starts[x]! - starts[y]! || x - y);
    }
    const keys = new Float64Array(used);
    for (let i = 0; i < used; i++) keys[i] = (starts[i]! - earliest) * used + i;
    keys.sort();
    for (let i = 0; i < used; i++) indexes[i] = keys[i]! % used;
    return indexes;
  }

  private range(): [number, number] {
    let earliest = Number.POSITIVE_INFINITY;
    let latest = 0;
    for (let i = 0; i < this.used; i++) {
      earliest = Math.min(earliest, this.columns.starts[i]!);
      latest = Math.max(latest, this.columns.starts[i]!);
    }
    return [earliest, latest];
  }
}

class BatchColumns {
  starts = new Uint32Array(1024);
  chunks = new Uint32Array(1024);
  rows = new Uint32Array(1024);
}
