/** Bytes of a block: what a thread reads and scans at a time. */
export const BLOCK_SIZE = 1 << 20;
/** Bytes read before and behind a block, to find where its lines begin and end. */
export const MARGIN = 1 << 17;
/** Bytes read behind a block at first, and as far as is looked for an end that is easy to tell. */
export const SHORT_MARGIN = 1 << 12;
/** Bytes that are read at most for a block. */
export const BUFFER_SIZE = BLOCK_SIZE + 2 * MARGIN;
/** Lines that a block may have; one with more is read by the reference scan. */
export const MOST_ROWS = BLOCK_SIZE / 8;

/** How many blocks a file of so many bytes has. */
export function blockCount(size: number): number {
  return Math.max(1, Math.ceil(size / BLOCK_SIZE));
}

/** Blocks of one thread: a stretch of the file, so that its lines follow each other. */
export interface Stretch {
  readonly first: number;
  /** The block after the last one. */
  readonly end: number;
}

/** Shares the blocks of a file out to threads. */
export function shareOut(blocks: number, threads: number): Stretch[] {
  return Array.from({ length: threads }, (_, thread) => ({
    first: Math.floor((blocks * thread) / threads),
    end: Math.floor((blocks * (thread + 1)) / threads),
  }));
}
