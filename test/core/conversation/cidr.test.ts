import assert from 'node:assert/strict';
import { narrowest, parseCidr } from '../../../server/src/core/conversation/cidr';
import { parseAddress } from '../../../server/src/core/record/address';

const holder = (address: string, ...ranges: readonly string[]) =>
  narrowest(
    ranges.map(range => parseCidr(range)!),
    parseAddress(address)!,
  )?.text;

describe('a range of addresses', () => {
  it('holds the addresses that share its prefix', () => {
    assert.equal(holder('10.0.0.255', '10.0.0.0/24'), '10.0.0.0/24');
    assert.equal(holder('10.0.1.0', '10.0.0.0/24'), undefined);
    assert.equal(holder('10.0.1.0', '10.0.0.0/23'), '10.0.0.0/23');
    assert.equal(holder('10.0.0.9', '10.0.0.7/24'), '10.0.0.7/24');
    assert.equal(holder('10.0.0.9', '10.0.0.9'), '10.0.0.9');
    assert.equal(holder('203.0.113.1', '0.0.0.0/0'), '0.0.0.0/0');
    assert.equal(holder('2001:db8:1::5', '2001:db8::/47'), '2001:db8::/47');
    assert.equal(holder('2001:db8:2::5', '2001:db8::/47'), undefined);
    assert.equal(holder('10.0.0.1', '::/0'), undefined);
  });

  it('gives way to a narrower one', () => {
    assert.equal(holder('10.0.0.9', '10.0.0.0/8', '10.0.0.0/24', '10.0.0.0/16'), '10.0.0.0/24');
  });

  it('is nothing else', () => {
    for (const text of [
      '',
      '10.0.0.0/33',
      '10.0.0/8',
      '10.0.0.0/a',
      '10.0.0.0/8/8',
      'eni-lq6mkcis',
    ]) {
      assert.equal(parseCidr(text), undefined, text);
    }
  });
});
