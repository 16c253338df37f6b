import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contentEnd, splitLines } from '../../../server/src/core/scan/splitLines';
import { linesOf } from '../../support/reference/parseLog';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function split(text: string, last = true): string[] {
  const bytes = encoder.encode(text);
  const starts = splitLines(bytes, last);
  return Array.from({ length: starts.length - 1 }, (_, i) =>
    decoder.decode(bytes.subarray(starts[i], contentEnd(bytes, starts[i]!, starts[i + 1]!))),
  );
}

describe('Splitting bytes into lines', () => {
  it('ends a line with LF, CRLF or CR', () => {
    assert.deepEqual(split('a\nb\r\nc\rd'), ['a', 'b', 'c', 'd']);
  });

  it('finds empty lines between line ends', () => {
    assert.deepEqual(split('\n\r\r\n\n\r'), ['', '', '', '', '', '']);
  });

  it('counts what follows the last line end only where nothing else follows', () => {
    assert.deepEqual(split('a\n', true), ['a', '']);
    assert.deepEqual(split('a\n', false), ['a']);
    assert.deepEqual(split('', true), ['']);
    assert.deepEqual(split('', false), []);
  });

  it('leaves other line separators of Unicode inside a line', () => {
    assert.deepEqual(split('a\u2028b\x0bc\x0cd\u0085e'), ['a\u2028b\x0bc\x0cd\u0085e']);
  });

  it('agrees with a regular expression on any text', () => {
    const letters = fc.constantFrom('\n', '\r', '\r\n', 'a', ' ', 'é', '\ufeff', '\0');
    fc.assert(
      fc.property(fc.array(letters), pieces => {
        const text = pieces.join('');
        assert.deepEqual(split(text), linesOf(text));
      }),
      { seed: 41, numRuns: 2000 },
    );
  });
});
