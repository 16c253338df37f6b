import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseInteger } from '../../../server/src/core/record/readValue';
import { readInteger } from '../../../server/src/core/scan/numbers';

const encoder = new TextEncoder();

function read(text: string): number {
  const bytes = encoder.encode(`9${text}9`);
  return readInteger(bytes, 1, bytes.length - 1);
}

describe('Reading a number', () => {
  it('takes up to fifteen digits', () => {
    assert.equal(read('0'), 0);
    assert.equal(read('999999999999999'), 999_999_999_999_999);
  });

  for (const text of ['', '00', '01', '-1', '+1', '1e3', '0x10', '1.0', '1,000', '1 ', '٣', '１']) {
    it(`takes no ${JSON.stringify(text)}`, () => {
      assert.equal(read(text), -1);
      assert.equal(parseInteger(text), undefined);
    });
  }

  it('takes no more than fifteen digits, which not every double can hold', () => {
    assert.equal(read('1000000000000000'), -1);
    assert.equal(parseInteger('1000000000000000'), undefined);
  });

  it('is the same in bytes and in text', () => {
    const text = fc.array(fc.constantFrom('0', '1', '2', '5', '9', '00', ' ', '.', '-', 'x'), {
      maxLength: 17,
    });
    fc.assert(
      fc.property(text, letters => {
        assert.equal(read(letters.join('')), parseInteger(letters.join('')) ?? -1);
      }),
      { seed: 61, numRuns: 3000 },
    );
  });
});
