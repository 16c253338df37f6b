import { WORD, WORDS } from './entry';
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
  readonly addresses: HashedNumbers & { readonly size: number };
  readonly names: HashedNumbers;
}

/** Keys one after the other, a place each, with their hashes. */
export interface KeyColumns {
  readonly hash: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
}

/** Numbers of another fold's books in this fold's. */
export interface Translation {
  readonly address: Int32Array;
  readonly name: Int32Array;
}

/** How keys of a kind are hashed; the same key has the same hash in every table with the same seed. */
export class KeyHash {
  private readonly hasNames: boolean;
  private readonly hasPairs: boolean;
  private readonly v6InA: number;
  private readonly v6InB: number;

  constructor(
    readonly kind: KeyKind,
    readonly books: KeyBooks,
  ) {
    this.hasNames = kind === 'name';
    this.hasPairs = kind === 'pair' || kind === 'conversation';
    this.v6InA = this.hasPairs || kind === 'address' ? KEY.v6InA : 0;
    this.v6InB = this.hasPairs ? KEY.v6InB : 0;
  }

  /** The hash of a key. */
  of(a: number, b: number, c: number): number {
    const { seed, addresses, names } = this.books;
    if (this.hasNames) return names.hashOf(a);
    const first = c & this.v6InA ? addresses.hashOf(a) : mix(a ^ seed);
    if (!this.hasPairs) return first;
    const both = combine(first, c & this.v6InB ? addresses.hashOf(b) : mix(b ^ seed));
    return this.kind === 'conversation' ? combine(both, c >>> 2) : both;
  }

  /** Reads keys of entries into the columns, their words translated if they are of other books. */
  read(
    words: Int32Array,
    first: number,
    count: number,
    numbers: Translation | undefined,
    { hash, a, b, c }: KeyColumns,
  ): void {
    const { hasNames, v6InA, v6InB } = this;
    for (let i = 0, at = first * WORDS; i < count; i++, at += WORDS) {
      const wordC = words[at + WORD.c]!;
      let wordA = words[at + WORD.a]!;
      let wordB = words[at + WORD.b]!;
      if (numbers) {
        if (hasNames) wordA = numbers.name[wordA]!;
        else if (wordC & v6InA) wordA = numbers.address[wordA]!;
        if (wordC & v6InB) wordB = numbers.address[wordB]!;
      }
      a[i] = wordA;
      b[i] = wordB;
      c[i] = wordC;
      hash[i] = this.of(wordA, wordB, wordC);
    }
  }
}
