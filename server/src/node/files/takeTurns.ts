import type { Stretch } from './blocks';

/** Blocks that threads take as they are done with others, some at a time, the first ones first. */
export interface Rest {
  /** Shared with all threads: its one number is the first block that nobody has taken. */
  readonly next: Int32Array;
  readonly end: number;
  readonly threads: number;
}

/** Each time a thread takes this share of its share, so that all are done at about the same time. */
const AT_ONCE = 1 / 2;

/** What is left to take of some blocks, for so many threads. */
export function restOf({ first, end }: Stretch, threads: number): Rest {
  return { next: new Int32Array(new SharedArrayBuffer(4)).fill(first), end, threads };
}

/** Takes some of the blocks that are left; undefined if there are none. */
export function takeSome({ next, end, threads }: Rest): Stretch | undefined {
  for (;;) {
    const first = Atomics.load(next, 0);
    if (first >= end) return undefined;
    const some = first + Math.ceil(((end - first) * AT_ONCE) / threads);
    if (Atomics.compareExchange(next, 0, first, some) === first) return { first, end: some };
  }
}
