import assert from 'node:assert/strict';
import { Coverage } from '../../../server/src/core/conversation/coverage';

function covering(...stretches: readonly (readonly [number, number])[]): Coverage {
  const coverage = new Coverage();
  for (const [start, end] of stretches) coverage.add(start, end);
  coverage.finish();
  return coverage;
}

describe('the coverage of an observation point', () => {
  it('has a silence where no record stands for a window', () => {
    const coverage = covering([0, 50], [110, 120], [500, 510]);
    assert.deepEqual(coverage.silenceIn(0, 600, 60), { from: 50, to: 110 });
    assert.deepEqual(coverage.silenceIn(0, 600, 61), { from: 120, to: 500 });
    assert.equal(coverage.silenceIn(0, 120, 61), undefined);
    assert.deepEqual(coverage.silenceIn(130, 140, 60), { from: 120, to: 500 });
    assert.equal(coverage.silenceIn(510, 900, 60), undefined);
  });

  it('is the same whatever the order of records', () => {
    const stretches = Array.from({ length: 300 }, (_, i) => [i * 100, i * 100 + 30] as const);
    const mixed = [...stretches].sort((x, y) => (x[0] % 7) - (y[0] % 7));
    for (const at of [0, 30, 31, 99, 15_000, 29_900]) {
      assert.deepEqual(
        covering(...mixed).silenceIn(at, at + 10, 60),
        covering(...stretches).silenceIn(at, at + 10, 60),
      );
    }
  });

  it('knows the windows where one without traffic is on record', () => {
    const coverage = new Coverage();
    coverage.addNoData(0, 60);
    coverage.add(61, 62);
    coverage.add(178, 179);
    coverage.addNoData(300, 360);
    coverage.finish();
    assert.equal(coverage.silenceIn(62, 178, 60), undefined, 'both windows have a record');
    assert.deepEqual(coverage.silenceIn(60, 400, 60), { from: 180, to: 240 });
    assert.deepEqual(coverage.missingIn(60, 400, 60), { from: 180, to: 240 });
  });

  it('calls nothing missing where windows without traffic are not recorded', () => {
    assert.equal(covering([0, 50], [5000, 5010]).missingIn(0, 6000, 60), undefined);
  });

  it('falls back to silences where windows without traffic do not agree', () => {
    const coverage = new Coverage();
    coverage.addNoData(0, 60);
    coverage.addNoData(90, 150);
    coverage.add(220, 230);
    coverage.finish();
    assert.deepEqual(coverage.silenceIn(0, 400, 60), { from: 150, to: 220 });
    assert.equal(coverage.missingIn(0, 400, 60), undefined, 'a silence of two windows is needed');
  });

  it('finds skipped windows that share a second', () => {
    const coverage = new Coverage();
    coverage.addSkipped(600, 660, 7);
    coverage.addSkipped(0, 60, 3);
    coverage.finish();
    assert.equal(coverage.skippedIn(60, 70)?.line, 3);
    assert.equal(coverage.skippedIn(61, 599), undefined);
    assert.equal(coverage.skippedIn(650, 651)?.line, 7);
  });
});
