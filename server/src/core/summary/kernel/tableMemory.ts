import { slotsFor } from '../group/entryTable';
import { WORDS } from '../group/entry';
import type { KeyKind } from '../group/keys';
import { spillSize } from '../group/spill';

/** The tables that are hash tables in the kernel, in the order in which it numbers them. */
export const HASHED_TABLES = [
  ...(['sources', 'destinations', 'ports', 'conversations'] as const),
  ...(['rejectedSources', 'rejectedPorts', 'rejectedPairs', 'clients'] as const),
];

/** Words of a table's header, by their place; the kernel writes count and spilled. */
export const HEADER = {
  ...{ count: 0, entries: 1, index: 2, mask: 3, most: 4, kind: 5 },
  ...{ spillBuckets: 6, spillSeen: 7, spillShift: 8, spillSeenMask: 9, spilled: 10, doubts: 11 },
  apart: 12,
} as const;
export const HEADER_WORDS = 16;

/**
 * Sums that the kernel keeps by number: records and packets in 32 bits each, and bytes as a double.
 * In half as many bytes elsewhere stand, in 32 bits each, the first line and how many times 2^32
 * packets there are besides.
 */
export const SUMS_BYTES = 16;
export const APART_BYTES = 8;
/** Lines that a kernel's sums can count, and tell apart. */
export const MOST_LINES = 2 ** 32 - 1;

/** An entry whose key is of two addresses: four words as everywhere, and sums. */
export const PAIR_BYTES = 16 + SUMS_BYTES;
export const hasPairs = (kind: KeyKind): boolean => kind === 'pair' || kind === 'conversation';

/** Key kinds, in the order in which the kernel numbers them. */
export const KINDS: readonly KeyKind[] = ['address', 'pair', 'conversation', 'port'];

/** Where a table stands, in bytes. */
export interface TablePlace {
  readonly most: number;
  readonly kind: number;
  readonly entries: number;
  /** Where what stands apart from the sums of pairs is. */
  readonly apart: number;
  readonly index: number;
  readonly slots: number;
  readonly spillBuckets: number;
  readonly buckets: number;
  readonly spillSeen: number;
  readonly seenWords: number;
}

/** What a table needs room for. */
export interface TableSize {
  readonly most: number;
  readonly kind: KeyKind;
  /** For how many entries its spill is made, if it is not for as many. */
  readonly spillFor?: number;
}

/** Takes the room that a table needs. */
export function placeTable(
  take: (bytes: number) => number,
  { most, kind, spillFor = most }: TableSize,
): TablePlace {
  const slots = slotsFor(most);
  const { buckets, seenWords } = spillSize(spillFor);
  return {
    ...{ most, kind: KINDS.indexOf(kind), slots, buckets, seenWords },
    entries: take(most * (hasPairs(kind) ? PAIR_BYTES : WORDS * 4)),
    apart: take(hasPairs(kind) ? most * APART_BYTES : 0),
    index: take(slots * 4),
    spillBuckets: take(buckets * 24),
    spillSeen: take(seenWords * 4),
  };
}
