import type { Chunk } from '../../core/scan/chunk';

/** Rows that are held at most: 55 bytes each. */
const MOST_ROWS = 250_000;

const NO_BYTES = new Uint8Array(0);
const NO_STARTS = new Uint32Array(0);

/** The chunks of a log that were asked for last, without their text. */
export class ChunkCache {
  private readonly held = new Map<number, Chunk>();
  private rows = 0;

  constructor(private readonly load: (index: number) => Chunk) {}

  at(index: number): Chunk {
    const known = this.held.get(index);
    if (known) {
      this.held.delete(index);
      this.held.set(index, known);
      return known;
    }
    // Nobody asks for the text of records here.
    const chunk: Chunk = { ...this.load(index), bytes: NO_BYTES, lineStarts: NO_STARTS };
    this.held.set(index, chunk);
    this.rows += chunk.lines;
    while (this.rows > MOST_ROWS && this.held.size > 1) this.dropOldest();
    return chunk;
  }

  private dropOldest(): void {
    const [oldest] = this.held;
    if (!oldest) return;
    this.held.delete(oldest[0]);
    this.rows -= oldest[1].lines;
  }
}
