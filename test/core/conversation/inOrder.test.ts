import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inOrder } from '../../../server/src/core/conversation/inOrder';
import { finish } from '../../support/checkLog';

describe('an order by several keys', () => {
  const key = fc.oneof(fc.nat(3), fc.nat(70_000), fc.constantFrom(0xffffffff, 0xffff0000, 65_536));
  const keys = fc.array(fc.tuple(key, key), { maxLength: 200 });

  it('is that of a stable sort, the last key counting most', () => {
    fc.assert(
      fc.property(keys, pairs => {
        const minor = Uint32Array.from(pairs, ([low]) => low);
        const major = Uint32Array.from(pairs, ([, high]) => high);
        const expected = pairs
          .map((_, index) => index)
          .sort((x, y) => major[x]! - major[y]! || minor[x]! - minor[y]!);
        assert.deepEqual([...finish(inOrder(pairs.length, [minor, major]))], expected);
      }),
      { seed: 120 },
    );
  });

  it('takes so many things alone, however long the keys are', () => {
    assert.deepEqual([...finish(inOrder(2, [Uint32Array.of(9, 3, 1, 0)]))], [1, 0]);
    assert.deepEqual([...finish(inOrder(0, [new Uint32Array(0)]))], []);
  });
});
