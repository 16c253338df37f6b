import type { Chunk } from '../../../server/src/core/scan/chunk';

/** Chunks that are held at first, and rows that are held at most: 55 bytes each. */
const FEW = 64;
const MOST_ROWS = 6_000_000;
/** A log in order of time has each chunk read so often; more often means that too few are held. */
const EXPECTED_LOADS = 5;

const NO_BYTES = new Uint8Array(0);
const NO_STARTS = new Uint32Array(0);

/** The chunks of a log that were asked for last, without their text. */
export class ChunkCache {
  private readonly held = new Map<number, Chunk>();
  private readonly loads: Uint8Array;
  private most = FEW;
  private rows = 0;

  constructor(
    count: number,
    private readonly load: (index: number) => Chunk,
  ) {
    this.loads = new Uint8Array(count);
  }

  at(index: number): Chunk {
    const known = this.held.get(index);
    if (known) {
      this.held.delete(index);
      this.held.set(index, known);
      return known;
    }
    const loads = ++this.loads[index]!;
    if (loads > EXPECTED_LOADS && this.rows * 2 <= MOST_ROWS) {
      this.most *= 2;
      this.loads.fill(0);
    }
    // Nobody asks for the text of records here.
    const chunk: Chunk = { ...this.load(index), bytes: NO_BYTES, lineStarts: NO_STARTS };
    this.held.set(index, chunk);
    this.rows += chunk.lines;
    if (this.held.size > this.most) this.dropOldest();
    return chunk;
  }

  private dropOldest(): void {
    const [oldest] = this.held;
    if (!oldest) return;
    this.held.delete(oldest[0]);
    this.rows -= oldest[1].lines;
  }
}
