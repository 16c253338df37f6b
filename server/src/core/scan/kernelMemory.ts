import { registeredCodes, type IcmpProtocol } from '../tables/icmp';
import { ROW_BYTES } from './columns';
import { KEYS } from './keyOrder';

/** Readable bytes before and after the input, for reads of whole machine words. */
const MARGIN = 64;
/** Places of separators: those of 4,096 bytes, of an unfinished line, and a margin. */
const MOST_PLACES = 4096 + 128 + 128;
export const PLAN_SIZE = 144;
export const MOST_PLANS = 8;
/** Columns of a declared layout that a plan can hold. */
export const MOST_COLUMNS = 64;
const KEY_SIZE = 40;
const ICMP_BYTES = (2 * 65_536) / 8;
export const NAME_SLOTS = 131_072;
export const NAME_ENTRY = 32;
const MOST_NAMES = 65_536;
const NAME_TEXTS = 1 << 20;
const PAGE = 65_536;

/** Where things stand in a kernel's memory, in bytes. */
export interface MemoryMap {
  readonly input: number;
  readonly places: number;
  readonly plans: number;
  readonly keys: number;
  readonly icmp: number;
  readonly slots: number;
  readonly entries: number;
  readonly texts: number;
  readonly textsSize: number;
  readonly v6: number;
  readonly mostV6: number;
  readonly lineStarts: number;
  readonly columns: number;
  readonly columnList: number;
  readonly mostRows: number;
  /** Room for whatever works on the columns (core/summary/kernel). */
  readonly extra: number;
  readonly extraSize: number;
  readonly pages: number;
}

/**
 * Rows that the columns have room for. The odd number of cache lines keeps columns from falling on
 * the same places of the processor's cache.
 */
export function rowsHeld(mostRows: number): number {
  return Math.ceil(mostRows / 8) * 8 + 136;
}

/**
 * Lays out a kernel's memory from `base` on for `capacity` bytes of input and as many rows, and
 * `extraSize` bytes more.
 */
export function layOut(
  base: number,
  capacity: number,
  mostRows: number,
  extraSize: number,
): MemoryMap {
  let at = base;
  const take = (bytes: number) => {
    at = Math.ceil(at / 64) * 64;
    const place = at;
    at += bytes;
    return place;
  };
  // A record has two addresses at most, and 22 bytes at least if it has both; one that was wrapped has
  // them twice, if its first line reads as a record, too.
  const mostV6 = Math.ceil(capacity / 5) + 16;
  return {
    input: take(MARGIN + capacity + MARGIN) + MARGIN,
    places: take(MOST_PLACES * 4),
    plans: take((MOST_PLANS + 1) * PLAN_SIZE),
    keys: take(KEYS.length * KEY_SIZE),
    icmp: take(ICMP_BYTES),
    slots: take(NAME_SLOTS * 2),
    entries: take(MOST_NAMES * NAME_ENTRY),
    texts: take(NAME_TEXTS),
    textsSize: NAME_TEXTS - MARGIN,
    mostV6,
    v6: take((mostV6 + 2) * 16),
    lineStarts: take((mostRows + 2) * 4),
    columns: take(rowsHeld(mostRows) * ROW_BYTES),
    columnList: take(128),
    mostRows,
    extra: take(extraSize),
    extraSize,
    pages: Math.ceil((at + 128) / PAGE),
  };
}

/** The keys as the kernel wants them: length, target, and from byte 8 the letters and a colon. */
export function keyBytes(): Uint8Array {
  const bytes = new Uint8Array(KEYS.length * KEY_SIZE);
  KEYS.forEach(({ spelling, target }, i) => {
    const at = i * KEY_SIZE;
    bytes[at] = spelling.length;
    bytes[at + 1] = target;
    bytes.set(spelling, at + 8);
    bytes[at + 8 + spelling.length] = 0x3a;
  });
  return bytes;
}

/** One bit for each registered pair of type and code: ICMP first, then ICMPv6. */
export function icmpBits(): Uint8Array {
  const bits = new Uint8Array(ICMP_BYTES);
  ([1, 58] as IcmpProtocol[]).forEach((protocol, half) => {
    for (let type = 0; type < 256; type++) {
      const begin = half * 65_536 + type * 256;
      for (const [first, last] of registeredCodes(protocol, type)) {
        for (let bit = begin + first; bit <= begin + last; bit++) bits[bit >> 3]! |= 1 << (bit & 7);
      }
    }
  });
  return bits;
}
