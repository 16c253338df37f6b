/**
 * Numbers that look random and are the same at every run (mulberry32, Tommy Ettinger, public
 * domain algorithm).
 *
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;

  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /**
   * A whole number from `least` to `most`, both included.
   *
   * @param {number} least
   * @param {number} most
   */
  const between = (least, most) => least + Math.floor(next() * (most - least + 1));

  /**
   * @template T
   * @param {readonly T[]} list
   */
  const pick = list => /** @type {T} */ (list[between(0, list.length - 1)]);

  return {
    between,
    /** @param {number} share */
    chance: share => next() < share,
    pick,
    /** A port as a client's system hands out. */
    clientPort: () => between(32768, 60999),
  };
}

/** @typedef {ReturnType<typeof createRandom>} Random */
