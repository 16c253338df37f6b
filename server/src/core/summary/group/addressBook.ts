import { mix } from './hash';

const SIZE = 16;

/**
 * Gives IPv6 addresses numbers, each address one, from 0 on. Room is made by forgetting those that
 * nothing refers to any more.
 */
export class AddressBook {
  size = 0;
  private bytes = new Uint8Array(64 * SIZE);
  private hashes = new Int32Array(64);
  private index = new Int32Array(128);

  constructor(
    private readonly seed: number,
    /** Numbers given out at most before room has to be made. */
    readonly most: number,
  ) {}

  /** The number of the address `bytes[at, at + 16)`. */
  intern(bytes: Uint8Array, at = 0): number {
    const hash = this.hash(bytes, at);
    const mask = this.index.length - 1;
    let slot = hash & mask;
    for (let entry = this.index[slot]!; entry !== 0; entry = this.index[slot]!) {
      if (this.hashes[entry - 1] === hash && this.holds(entry - 1, bytes, at)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return this.add(bytes, at, hash, slot);
  }

  /** The 16 bytes of an address; a view, not a copy. */
  at(number: number): Uint8Array {
    return this.bytes.subarray(number * SIZE, number * SIZE + SIZE);
  }

  hashOf(number: number): number {
    return this.hashes[number]!;
  }

  /** Below, at or above 0 as one address comes before, is, or comes after another. */
  compare(one: number, other: number): number {
    for (let i = 0; i < SIZE; i++) {
      const distance = this.bytes[one * SIZE + i]! - this.bytes[other * SIZE + i]!;
      if (distance !== 0) return distance;
    }
    return 0;
  }

  /** All addresses, in the order of their numbers. */
  copy(): Uint8Array {
    return this.bytes.slice(0, this.size * SIZE);
  }

  /** Forgets the addresses that are not marked; gives each of the others its new number. */
  keep(marked: Uint8Array): Int32Array {
    const numbers = new Int32Array(this.size).fill(-1);
    let kept = 0;
    for (let number = 0; number < this.size; number++) {
      if (marked[number] !== 1) continue;
      this.bytes.copyWithin(kept * SIZE, number * SIZE, number * SIZE + SIZE);
      this.hashes[kept] = this.hashes[number]!;
      numbers[number] = kept++;
    }
    this.size = kept;
    this.rehash(this.index.length);
    return numbers;
  }

  private add(bytes: Uint8Array, at: number, hash: number, slot: number): number {
    const number = this.size++;
    if (number === this.hashes.length) {
      const hashes = new Int32Array(number * 2);
      hashes.set(this.hashes);
      this.hashes = hashes;
      const more = new Uint8Array(number * 2 * SIZE);
      more.set(this.bytes);
      this.bytes = more;
    }
    for (let i = 0; i < SIZE; i++) this.bytes[number * SIZE + i] = bytes[at + i]!;
    this.hashes[number] = hash;
    this.index[slot] = number + 1;
    if (this.size * 2 > this.index.length) this.rehash(this.index.length * 2);
    return number;
  }

  private rehash(slots: number): void {
    this.index = new Int32Array(slots);
    const mask = slots - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = this.hashes[number]! & mask;
      while (this.index[slot] !== 0) slot = (slot + 1) & mask;
      this.index[slot] = number + 1;
    }
  }

  private hash(bytes: Uint8Array, at: number): number {
    let h = this.seed;
    for (let i = at; i < at + SIZE; i += 4) {
      const word = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
      h = mix(h ^ word);
    }
    return h;
  }

  private holds(number: number, bytes: Uint8Array, at: number): boolean {
    const from = number * SIZE;
    for (let i = 0; i < SIZE; i++) if (this.bytes[from + i] !== bytes[at + i]) return false;
    return true;
  }
}
