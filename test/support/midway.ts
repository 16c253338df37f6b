import assert from 'node:assert/strict';

/**
 * Does what has to happen in the midst of some work. It may come too late on a machine where the one
 * who does it is slow: then it is tried again with four times the work.
 *
 * @param attempt what came of it, or `late` where the work was done before
 */
export async function midway<T>(attempt: (times: number) => Promise<T | 'late'>): Promise<T> {
  for (const times of [1, 4, 16]) {
    const result = await attempt(times);
    if (result !== 'late') return result;
  }
  assert.fail('The work was done before anything happened, however much it was.');
}
