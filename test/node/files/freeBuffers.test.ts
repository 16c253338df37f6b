import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { freeBuffers } from '../../../server/src/node/files/freeBuffers';

describe('Buffers that nobody reads any more', () => {
  const SIZE = 50_000_000;

  /** What the buffers of this process take. */
  const taken = () => process.memoryUsage().arrayBuffers;

  it('are freed at once, however often', async () => {
    for (let time = 0; time < 3; time++) {
      const before = taken();
      const buffers = [new ArrayBuffer(SIZE), new ArrayBuffer(SIZE)];
      assert.ok(taken() > before + SIZE, 'buffers are counted');
      freeBuffers(buffers);
      assert.ok(taken() < before + SIZE, `${taken() - before} bytes more than before`);
      assert.deepEqual(
        buffers.map(buffer => buffer.byteLength),
        [0, 0],
      );
      await setImmediate();
    }
  });
});
