import type { Keys } from '../check/checkChunk';
import type { Chunk } from '../scan/chunk';

/**
 * Something that is worked out from a log chunk by chunk, in any order and in parts. A part is plain
 * data, so it travels between threads.
 */
export interface Fold<Part> {
  /** Takes a chunk in, whose lines have the numbers from `firstLine` on. Keeps nothing of it. */
  add(chunk: Chunk, firstLine: number): void;
  /**
   * Hears that the next chunk does not follow the last one; `keysAbove` finds the keys of the last
   * key:value record above it.
   */
  skip?(keysAbove: () => Keys): void;
  /** What was worked out so far. */
  partial(): Part;
}
