import * as assert from 'node:assert/strict';
import { LineTable } from '../../cli/src/check/lineTable';

const encoder = new TextEncoder();

describe('The table of lines', () => {
  it('tells on which line a text stood first', () => {
    const table = new LineTable();
    const put = putter(table);
    assert.deepEqual([put('a b', 0), put('a c', 1), put('a b', 2), put('a b', 3)], [-1, -1, 0, 0]);
  });

  it('passes over blanks and line ends around a text', () => {
    const put = putter(new LineTable());
    assert.deepEqual([put('a b\r\n', 0), put('\t a b  ', 1)], [-1, 0]);
  });

  it('takes no text for another one among 200,000', () => {
    const put = putter(new LineTable());
    for (let i = 0; i < 200_000; i++) assert.equal(put(`line ${i} of many`, i), -1);
    for (let i = 0; i < 200_000; i++) assert.equal(put(`line ${i} of many`, 200_000), i);
  });

  it('takes no more in when it is full, and still knows what it holds', () => {
    const table = new LineTable(1 << 14);
    const put = putter(table);
    for (let i = 0; i < 20_000; i++) put(`${i}`, i);
    assert.equal(table.full, true);
    assert.equal(put('7', 20_000), 7);
    assert.equal(put('19999', 20_001), -1);
  });
});

function putter(table: LineTable): (text: string, line: number) => number {
  return (text, line) => {
    const bytes = encoder.encode(text);
    return table.put(bytes, 0, bytes.length, line);
  };
}
