import { kindOfInterface, shortName } from '../../filter/pointName';
import type { ObservationKind } from '../../record/recordView';
import { NO_NAME } from '../../scan/columns';
import type { NameTable } from '../../scan/names';
import { hashText } from './hash';

/** Kinds of observation point, as numbers. */
export const POINT_KINDS: readonly ObservationKind[] = ['unknown', 'eni', 'nat', 'dcg', 'ccn'];

/** Gives names (interfaces, accounts, CCNs, regions) numbers that hold across chunks; 0 is none. */
export class NameBook {
  private texts: string[] = [''];
  private hashes = new Int32Array(64);
  private kinds = new Uint8Array(64);
  private numbers = new Map<string, number>();
  private maps = new WeakMap<NameTable, Int32Array>();

  constructor(
    private readonly seed: number,
    /** Numbers given out at most before room has to be made. */
    readonly most: number,
  ) {}

  get size(): number {
    return this.texts.length;
  }

  /** The number of a name given as text. */
  intern(text: string): number {
    const name = shortName(text);
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.texts.length;
    if (number === this.hashes.length) this.grow(number * 2);
    this.texts.push(name);
    this.hashes[number] = hashText(name, this.seed);
    this.kinds[number] = POINT_KINDS.indexOf(kindOfInterface(name));
    this.numbers.set(name, number);
    return number;
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }

  hashOf(number: number): number {
    return this.hashes[number]!;
  }

  /** The kind of an interface by its name, as a place in {@link POINT_KINDS}. */
  kindOf(number: number): number {
    return this.kinds[number]!;
  }

  /** The kind of an interface by its name. */
  kindName(number: number): ObservationKind {
    return POINT_KINDS[this.kinds[number]!]!;
  }

  /** Numbers in this book by numbers in a chunk's table; 0 where they were not asked for yet. */
  mapOf(names: NameTable): Int32Array {
    const known = this.maps.get(names);
    if (known && known.length >= names.size) return known;
    const map = new Int32Array(Math.max(names.size, (known?.length ?? 0) * 2));
    if (known) map.set(known);
    this.maps.set(names, map);
    return map;
  }

  /** Fills in the map of a chunk's table for one name. */
  learn(map: Int32Array, names: NameTable, number: number): number {
    if (number === NO_NAME) return NO_NAME;
    return (map[number] = this.intern(names.text(number)));
  }

  /** All names, in the order of their numbers; the first is that of no name. */
  copy(): string[] {
    return this.texts.slice();
  }

  /** Forgets the names that are not marked; gives each of the others its new number. */
  keep(marked: Uint8Array): Int32Array {
    const before = this.texts;
    this.texts = [''];
    this.numbers = new Map();
    this.maps = new WeakMap();
    return Int32Array.from(before, (text, number) =>
      number !== NO_NAME && marked[number] === 1 ? this.intern(text) : NO_NAME,
    );
  }

  private grow(names: number): void {
    const hashes = new Int32Array(names);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const kinds = new Uint8Array(names);
    kinds.set(this.kinds);
    this.kinds = kinds;
  }
}
