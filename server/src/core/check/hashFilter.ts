/** Bits for each hash that is expected; one in a hundred hashes then seems known that is not. */
const BITS_A_HASH = 16;
const LEAST_BITS = 10;

/**
 * Remembers hashes by three bits each: says that one was never there, or that it may have been. The
 * bits stand in one word, so that each hash waits for memory once (a blocked filter of Bloom's).
 */
export class HashFilter {
  private readonly words: Int32Array;
  private readonly shift: number;

  constructor(expected: number) {
    const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(expected * BITS_A_HASH)));
    this.words = new Int32Array(1 << (bits - 5));
    this.shift = 32 - (bits - 5);
  }

  /** Adds a hash; whether it may have been there before. */
  add(hash: number): boolean {
    const { words } = this;
    const place = hash >>> this.shift;
    const word = words[place]!;
    const bits = (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31)) | (1 << ((hash >>> 10) & 31));
    words[place] = word | bits;
    return (word & bits) === bits;
  }
}
