import assert from 'node:assert/strict';
import { tcpFlags, tcpFlagsOf } from '../../../server/src/core/tables/tcpFlags';

describe('TCP flags', () => {
  const keywords = (sum: number) => tcpFlagsOf(sum).map(({ keyword }) => keyword);

  it('decodes a sum', () => {
    assert.deepEqual(keywords(0), []);
    assert.deepEqual(keywords(2), ['SYN']);
    assert.deepEqual(keywords(18), ['SYN', 'ACK']);
    assert.deepEqual(keywords(19), ['FIN', 'SYN', 'ACK']);
    assert.deepEqual(keywords(192), ['ECE', 'CWR']);
  });

  it('accounts for every sum from 0 to 255', () => {
    assert.equal(tcpFlags.length, 8);
    for (let sum = 0; sum < 256; sum++) {
      const total = tcpFlagsOf(sum).reduce((bits, { bit }) => bits + bit, 0);
      assert.equal(total, sum);
    }
  });
});
