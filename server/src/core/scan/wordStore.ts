/** Words of one piece of memory. */
const PIECE = 1 << 14;

/**
 * Keeps copies of words, many in one piece of memory: for each array with memory of its own the engine
 * has more to do, when it is made and when it is freed, than to fill it. A piece is freed with the
 * last copy in it.
 */
export class WordStore {
  private piece = new Uint32Array(0);
  private used = 0;

  keep(words: Uint32Array): Uint32Array {
    if (words.length > PIECE / 4) return words.slice();
    if (this.used + words.length > this.piece.length) {
      this.piece = new Uint32Array(PIECE);
      this.used = 0;
    }
    const copy = this.piece.subarray(this.used, this.used + words.length);
    copy.set(words);
    this.used += words.length;
    return copy;
  }
}
