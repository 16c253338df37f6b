import assert from 'node:assert/strict';
import type { Chunk } from '../../../server/src/core/scan/chunk';
import { BesideChunks } from '../../../server/src/core/table/besideChunks';
import { readTable } from '../../../server/src/core/table/flowTable';

/** Chunks that differ in nothing but themselves. */
const chunks = (count: number): Chunk[] =>
  Array.from({ length: count }, () => readTable(new Uint8Array(), 0).chunks[0]!);

describe('Values beside the chunks of a table', () => {
  const [a, b, c, d, e, f] = chunks(6) as [Chunk, Chunk, Chunk, Chunk, Chunk, Chunk];
  let beside: BesideChunks<string>;
  beforeEach(() => {
    beside = new BesideChunks();
    assert.deepEqual(beside.follow([a, b, c, d]), []);
    beside.values = ['a', 'b', 'c', 'd'];
  });

  for (const [what, after, values, gone] of [
    ['nothing changes', [a, b, c, d], ['a', 'b', 'c', 'd'], []],
    ['one becomes another', [a, e, c, d], ['a', undefined, 'c', 'd'], ['b']],
    ['one becomes two', [a, b, e, f, d], ['a', 'b', undefined, undefined, 'd'], ['c']],
    ['the first goes', [b, c, d], ['b', 'c', 'd'], ['a']],
    ['the last goes', [a, b, c], ['a', 'b', 'c'], ['d']],
    ['two far apart change', [e, b, c, f], [undefined, 'b', 'c', undefined], ['a', 'd']],
    ['all are others', [e, f], [undefined, undefined], ['a', 'b', 'c', 'd']],
    ['none is left', [], [], ['a', 'b', 'c', 'd']],
  ] as const) {
    it(`stay with theirs where ${what}`, () => {
      assert.deepEqual(beside.follow(after), gone);
      assert.deepEqual(beside.values, values);
    });
  }

  it('of a chunk that got none are not among what is gone', () => {
    beside.follow([a, e, c, d]);
    assert.deepEqual(beside.follow([a, c, d]), []);
    assert.deepEqual(beside.values, ['a', 'c', 'd']);
  });
});
