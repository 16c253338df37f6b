/** What was compared and how long it took, printed as it happens. */
export class Checks {
  failed = 0;

  /**
   * @param {string} what
   * @param {unknown} found
   * @param {unknown} expected
   */
  equal(what, found, expected) {
    const same = Object.is(found, expected);
    if (!same) this.failed++;
    console.log(same ? `  ok: ${what}: ${found}` : `  WRONG: ${what}: ${found}, not ${expected}`);
  }

  /**
   * @param {string} what
   * @param {boolean} does
   */
  holds(what, does) {
    if (!does) this.failed++;
    console.log(`  ${does ? 'ok' : 'WRONG'}: ${what}`);
  }

  /**
   * @template T
   * @param {string} what
   * @param {() => Promise<T>} action
   */
  async timed(what, action) {
    const begin = performance.now();
    const result = await action();
    console.log(`  ${what} after ${((performance.now() - begin) / 1000).toFixed(1)} s`);
    return result;
  }
}
