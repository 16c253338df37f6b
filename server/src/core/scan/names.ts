import { shapesOf } from './shapes';

/** Numbers of names fit 16 bits. */
const MOST_NAMES = 65_535;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Identifiers (interfaces, accounts, CCNs, regions), each held once. Number 0 is no name. A number
 * means nothing outside its table.
 */
export interface NameTable {
  /** Numbers run from 1 to one less than this. */
  readonly size: number;
  /** The number of a name given as text; 0 when the table is full. */
  internText(text: string): number;
  /** The name with that number. */
  text(number: number): string;
  /** A hash of the name that is the same in every table. */
  hash(number: number): number;
}

/** The table that the reference scan fills. */
export class Names implements NameTable {
  private readonly texts: string[] = [''];
  private readonly spellings: Uint8Array[] = [new Uint8Array(0)];
  private hashes = new Uint32Array(64);
  private shapes = new Uint8Array(64);
  private slots = new Uint16Array(128);

  get size(): number {
    return this.texts.length;
  }

  /** The number of the name `bytes[start, end)`; 0 when the table is full. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashName(bytes, start, end);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let number = this.slots[slot]!; number !== 0; number = this.slots[slot]!) {
      if (this.hashes[number] === hash && same(this.spellings[number]!, bytes, start, end)) {
        return number;
      }
      slot = (slot + 1) & mask;
    }
    return this.add(slot, hash, bytes.slice(start, end));
  }

  internText(text: string): number {
    const bytes = encoder.encode(text);
    return this.intern(bytes, 0, bytes.length);
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }

  hash(number: number): number {
    return this.hashes[number]!;
  }

  /** What the name is an ordinary value of, as bits of `SHAPE`. */
  shapesOf(number: number): number {
    return this.shapes[number]!;
  }

  private add(slot: number, hash: number, spelling: Uint8Array): number {
    const number = this.texts.length;
    if (number >= MOST_NAMES) return 0;
    const text = decoder.decode(spelling);
    this.texts.push(text);
    this.spellings.push(spelling);
    if (number >= this.hashes.length) {
      this.hashes = copyInto(new Uint32Array(number * 2), this.hashes);
      this.shapes = copyInto(new Uint8Array(number * 2), this.shapes);
    }
    this.hashes[number] = hash;
    this.shapes[number] = shapesOf(text);
    this.slots[slot] = number;
    if (number * 2 > this.slots.length) this.rehash();
    return number;
  }

  private rehash(): void {
    this.slots = new Uint16Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let number = 1; number < this.size; number++) {
      let slot = this.hashes[number]! & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number;
    }
  }
}

/** A hash over four bytes at a time, the last ones padded with zeros; the kernel computes the same. */
export function hashName(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - start);
  for (let i = start; i < end; i += 4) {
    let word = bytes[i]!;
    if (i + 1 < end) word |= bytes[i + 1]! << 8;
    if (i + 2 < end) word |= bytes[i + 2]! << 16;
    if (i + 3 < end) word |= bytes[i + 3]! << 24;
    hash = Math.imul(hash ^ word, 0x9e3779b1);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

function same(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false;
  return true;
}

function copyInto<T extends Uint8Array | Uint32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
