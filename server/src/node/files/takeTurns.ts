import type { Stretch } from './blocks';

/** Blocks that threads take as they are done with others, some at a time, the first ones first. */
export interface Rest {
  /** Shared with all threads: its one number is the first block that nobody has taken. */
  readonly next: Int32Array;
  /** From here on blocks are for the thread that merges; `end` if none does. */
  readonly last: number;
  readonly end: number;
  readonly threads: number;
}

/** Each time a thread takes this share of its share, so that all are done at about the same time. */
const AT_ONCE = 1 / 2;

/**
 * Blocks that the thread that merges reads while others hand over what they have: some 30 ms for either,
 * but no more than this share of what is left, where files are small.
 */
const MOST_LAST = 10;
const LAST_SHARE = 1 / 4;

/** What is left to take of some blocks, for so many threads, one of which merges, or none. */
export function restOf({ first, end }: Stretch, threads: number, isMerged: boolean): Rest {
  const next = new Int32Array(new SharedArrayBuffer(4)).fill(first);
  const last = isMerged ? Math.min(MOST_LAST, Math.floor((end - first) * LAST_SHARE)) : 0;
  return { next, last: end - last, end, threads };
}

/** Takes some of the blocks that are left; undefined if there are none for this thread. */
export function takeSome({ next, last, end, threads }: Rest, merges: boolean): Stretch | undefined {
  for (;;) {
    const first = Atomics.load(next, 0);
    if (first >= (merges ? end : last)) return undefined;
    const some = first < last ? first + Math.ceil(((last - first) * AT_ONCE) / threads) : end;
    if (Atomics.compareExchange(next, 0, first, some) === first) return { first, end: some };
  }
}
