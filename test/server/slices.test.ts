import assert from 'node:assert/strict';
import { runInBackground, runInSlices, somebodyAsks } from '../../server/src/slices';

/** Work that takes some slices; counts its steps. */
class Steps {
  count = 0;

  *work(): Generator<void, string> {
    while (this.count < 8) {
      this.count++;
      const end = performance.now() + 3;
      while (performance.now() < end);
      yield;
    }
    return 'done';
  }
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise(resolve => setImmediate(resolve));
};

describe('Work in slices', () => {
  it('goes on in the background only when nobody has asked for a moment', async () => {
    const steps = new Steps();
    somebodyAsks();
    const running = runInBackground(steps.work(), () => false);
    await turns(8);
    assert.equal(steps.count, 1);
    assert.equal(await running, 'done');
    assert.equal(steps.count, 8);
  });

  it('goes on at once where somebody waits for it', async () => {
    const steps = new Steps();
    somebodyAsks();
    const running = runInSlices(steps.work());
    await turns(8);
    assert.ok(steps.count > 2);
    assert.equal(await running, 'done');
  });
});
