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

/** How the blocks of a file are shared out. */
export interface Shares {
  /** For each thread some that are its own. */
  readonly own: readonly Stretch[];
  /** All behind them, of which whoever is done takes some. */
  readonly rest: Stretch;
}

/** This part of a file is for whoever is done first: no two threads are equally fast. */
const REST = 1 / 3;

/** Shares the blocks of a file out to threads, all of them if `isFixed`. */
export function shareOut(blocks: number, threads: number, isFixed = false): Shares {
  const shared = threads === 1 || isFixed ? blocks : Math.floor(blocks * (1 - REST));
  const own = Array.from({ length: threads }, (_, thread) => ({
    first: Math.floor((shared * thread) / threads),
    end: Math.floor((shared * (thread + 1)) / threads),
  }));
  return { own, rest: { first: shared, end: blocks } };
}
