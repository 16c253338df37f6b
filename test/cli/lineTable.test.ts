import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { LineTable } from '../../cli/src/check/lineTable';

describe('The table of lines', () => {
  it('tells on which line a text stood first', () => {
    const table = new LineTable();
    assert.deepEqual(put(table, 0, ['ab', 'ac', 'ab', 'ab']), [
      [2, 0],
      [3, 0],
    ]);
    assert.deepEqual(put(table, 4, ['ad', 'ac', 'ad']), [
      [1, 1],
      [2, 4],
    ]);
  });

  it('passes over what has no hash', () => {
    const table = new LineTable();
    assert.deepEqual(put(table, 0, ['', 'ab', '', 'ab']), [[3, 1]]);
  });

  it('takes no text for another one among 200,000, be it made for so many or not', () => {
    const texts = Array.from({ length: 200_000 }, (_, i) => `${i}`);
    const expected = texts.map((_, i) => [i, i]);
    for (const table of [new LineTable(), new LineTable(200_000)]) {
      for (let first = 0; first < texts.length; first += 1000) {
        assert.deepEqual(put(table, first, texts.slice(first, first + 1000)), []);
      }
      assert.deepEqual(put(table, 200_000, texts), expected);
      assert.equal(table.full, false);
    }
  });

  it('tells texts apart of whose hashes only one half differs', () => {
    const table = new LineTable();
    const found: number[] = [];
    const hashes = Uint32Array.of(1, 2, 1, 3, 4, 2, 0, 2, 1, 0, 1, 2);
    table.put(hashes, 0, row => found.push(row));
    assert.deepEqual(found, [5]);
  });

  it('takes no more in when it is full, and still knows what it holds', () => {
    for (const lines of [0, 1_000_000]) {
      const table = new LineTable(lines, 1 << 14);
      const texts = Array.from({ length: 20_000 }, (_, i) => `${i}`);
      assert.deepEqual(put(table, 0, texts), []);
      assert.equal(table.full, true);
      assert.deepEqual(put(table, 20_000, ['7', '19999']), [[0, 7]]);
    }
  });
});

/** Puts texts, of which empty ones have no hash; gives rows and earlier lines. */
function put(table: LineTable, firstLine: number, texts: readonly string[]): [number, number][] {
  const hashes = new Uint32Array(texts.length * 2);
  texts.forEach((text, i) => {
    if (text === '') return;
    const hash = createHash('md5').update(text).digest();
    hashes.set([hash.readUInt32LE(0), hash.readUInt32LE(4)], i * 2);
  });
  const found: [number, number][] = [];
  table.put(hashes, firstLine, (row, line) => found.push([row, line]));
  return found;
}
