import assert from 'node:assert/strict';

/**
 * Does what has to happen while a file is read. It may come too late on a machine that is slow to
 * tell how far it is: then it is tried again with a file four times as long.
 *
 * @param attempt what came of it, or `late` where the file was at its end before
 */
export async function midway<T>(attempt: (times: number) => Promise<T | 'late'>): Promise<T> {
  for (const times of [1, 4, 16]) {
    const result = await attempt(times);
    if (result !== 'late') return result;
  }
  assert.fail('The file was read to its end before anything happened, however long it was.');
}
