import { AddressBook } from '../group/addressBook';
import { WORD, WORDS } from '../group/entry';
import type { GroupTable } from '../group/groupTable';
import { KEY, KeyHash, type KeyBooks, type KeyKind } from '../group/keys';
import { NameBook } from '../group/nameBook';
import { NO_NAME } from '../../scan/columns';
import { BATCH } from './batch';

/** Names that one batch can bring: point, account, three regions, and point with region. */
const NEW_NAMES = BATCH * 6;
/** Above any number of a name. */
const MOST_JOINED = 2 ** 26;
const NEW_ADDRESSES = BATCH * 2;

/** The numbers that keys are made of, given out and taken back. */
export class Books implements KeyBooks {
  readonly addresses: AddressBook;
  readonly names: NameBook;
  private readonly joined = new Map<number, number>();

  constructor(
    readonly seed: number,
    mostAddresses: number,
    mostNames: number,
  ) {
    this.addresses = new AddressBook(seed, Math.max(mostAddresses, NEW_ADDRESSES * 2));
    this.names = new NameBook(seed, Math.max(mostNames, NEW_NAMES * 2));
  }

  hashOf(kind: KeyKind): KeyHash {
    return new KeyHash(kind, this);
  }

  /** The name of a CCN in a region. */
  join(ccn: number, region: number): number {
    if (ccn === NO_NAME || region === NO_NAME) return ccn;
    const both = ccn * MOST_JOINED + region;
    let name = this.joined.get(both);
    if (name === undefined) {
      name = this.names.intern(ccnInRegion(this.names.text(ccn), this.names.text(region)));
      this.joined.set(both, name);
    }
    return name;
  }

  /** Forgets the names that are not marked; gives each of the others its new number. */
  keepNames(marked: Uint8Array): Int32Array {
    this.joined.clear();
    return this.names.keep(marked);
  }

  get needsAddresses(): boolean {
    return this.addresses.size + NEW_ADDRESSES > this.addresses.most;
  }

  get needsNames(): boolean {
    return this.names.size + NEW_NAMES > this.names.most;
  }
}

/** How the observation point of a CCN record is called. */
export function ccnInRegion(ccn: string, region: string): string {
  return region === '' ? ccn : `${ccn} ${region}`;
}

/** Forgets the IPv6 addresses that no entry of the tables refers to. */
export function sweepAddresses({ addresses }: Books, tables: readonly GroupTable[]): void {
  const marked = new Uint8Array(addresses.size);
  eachAddress(tables, number => {
    marked[number] = 1;
    return number;
  });
  const numbers = addresses.keep(marked);
  eachAddress(tables, number => numbers[number]!);
}

/** Calls back with each IPv6 number in the tables' keys and puts the answer in its place. */
function eachAddress(tables: readonly GroupTable[], renumber: (number: number) => number): void {
  for (const { words, count } of tables) {
    for (let at = 0; at < count * WORDS; at += WORDS) {
      const c = words[at + WORD.c]!;
      if (c & KEY.v6InA) words[at + WORD.a] = renumber(words[at + WORD.a]!);
      if (c & KEY.v6InB) words[at + WORD.b] = renumber(words[at + WORD.b]!);
    }
  }
}

/** Marks the names that entries of the tables have as keys. */
export function markNames(tables: readonly GroupTable[], marked: Uint8Array): void {
  for (const { words, count } of tables) {
    for (let entry = 0; entry < count; entry++) marked[words[entry * WORDS + WORD.a]!] = 1;
  }
}

/** Puts new numbers in place of the names in the tables' keys. */
export function renumberNames(tables: readonly GroupTable[], numbers: Int32Array): void {
  for (const { words, count } of tables) {
    for (let entry = 0; entry < count; entry++) {
      words[entry * WORDS + WORD.a] = numbers[words[entry * WORDS + WORD.a]!]!;
    }
  }
}
