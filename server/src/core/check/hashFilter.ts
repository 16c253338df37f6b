/** Bits for each hash that is expected; one in this many hashes then seems known that is not. */
const BITS_A_HASH = 16;
const LEAST_BITS = 10;

/** Remembers hashes by a bit each: says that one was never there, or that it may have been. */
export class HashFilter {
  private readonly bytes: Uint8Array;
  private readonly shift: number;

  constructor(expected: number) {
    const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(expected * BITS_A_HASH)));
    this.bytes = new Uint8Array(1 << (bits - 3));
    this.shift = 32 - bits;
  }

  /** Adds a hash; whether it may have been there before. */
  add(hash: number): boolean {
    const { bytes } = this;
    const place = hash >>> this.shift;
    const byte = bytes[place >>> 3]!;
    const bit = 1 << (place & 7);
    if (byte & bit) return true;
    bytes[place >>> 3] = byte | bit;
    return false;
  }
}
