// Headers of the tables, written by the host but for count and spilled (host: tableMemory.ts).

export const HEADER: usize = 64;

/** Fields, by their place in bytes. */
export const COUNT: usize = 0;
export const ENTRIES: usize = 4;
export const INDEX: usize = 8;
export const MASK: usize = 12;
export const MOST: usize = 16;
export const KIND: usize = 20;
export const SPILL_BUCKETS: usize = 24;
export const SPILL_SEEN: usize = 28;
export const SPILL_SHIFT: usize = 32;
export const SPILL_SEEN_MASK: usize = 36;
export const SPILLED: usize = 40;
/** One bit a key that is counted again; 0 in a first pass (details.ts). */
export const DOUBTS: usize = 44;
/** Where what stands apart from the entries' sums is. */
export const APART: usize = 48;

// Numbers of the tables, in the host's order.
export const SOURCES: usize = 0;
export const DESTINATIONS: usize = 1;
export const OTHER_PORTS: usize = 2;
export const CONVERSATIONS: usize = 3;
export const REJECTED_SOURCES: usize = 4;
export const REJECTED_OTHER_PORTS: usize = 5;
export const REJECTED_PAIRS: usize = 6;
export const CLIENTS: usize = 7;
/** In a second pass: keys from the first pass's conversations, doubts from their clients. */
export const ATTEMPTS: usize = 8;
