import { combine, mix } from './hash';

/**
 * A key is three words. Addresses stand in `a` and `b`: IPv4 as they are, IPv6 as their number in
 * the address book, told apart by the two lowest bits of `c`. Names are numbers of the name book.
 */
export type KeyKind = 'address' | 'pair' | 'conversation' | 'port' | 'name';

/** Bits of a key's word `c`. */
export const KEY = { v6InA: 1, v6InB: 2 } as const;

/** Where a conversation's protocol (9 bits) and port plus one (17 bits) stand in `c`. */
const PROTOCOL_AT = 2;
const PORT_AT = 11;
export const conversationWord = (protocol: number, portPlusOne: number): number =>
  (protocol << PROTOCOL_AT) | (portPlusOne << PORT_AT);
export const protocolOfWord = (c: number): number => (c >>> PROTOCOL_AT) & 511;
/** The port, or -1. */
export const portOfWord = (c: number): number => (c >>> PORT_AT) - 1;

/** What gives a number the same hash wherever the number is given out. */
export interface HashedNumbers {
  hashOf(number: number): number;
}

/** What hashing a key takes. */
export interface KeyBooks {
  readonly seed: number;
  readonly addresses: HashedNumbers;
  readonly names: HashedNumbers;
}

export type KeyHash = (a: number, b: number, c: number) => number;

/** The hash of a key; the same for the same key in every table with the same seed. */
export function keyHash(kind: KeyKind, { seed, addresses, names }: KeyBooks): KeyHash {
  const ofAddress = (word: number, v6: number) => (v6 ? addresses.hashOf(word) : mix(word ^ seed));
  switch (kind) {
    case 'address':
      return (a, _, c) => ofAddress(a, c & KEY.v6InA);
    case 'pair':
      return (a, b, c) => combine(ofAddress(a, c & KEY.v6InA), ofAddress(b, c & KEY.v6InB));
    case 'conversation':
      return (a, b, c) =>
        combine(combine(ofAddress(a, c & KEY.v6InA), ofAddress(b, c & KEY.v6InB)), c >>> 2);
    case 'port':
      return a => mix(a ^ seed);
    case 'name':
      return a => names.hashOf(a);
  }
}
