/** Records that are folded at a time: their working columns stay in the cache. */
export const BATCH: usize = 1024;
