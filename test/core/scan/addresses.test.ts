import assert from 'node:assert/strict';
import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { formatIpv4, formatIpv6, parseAddress } from '../../../server/src/core/record/address';

/** Texts that are an IPv6 address now and then, and hardly ever by much not. */
const almostIpv6 = fc
  .tuple(fc.ipV6(), fc.nat(40), fc.constantFrom('', ':', '::', '0', 'f', 'g', '.', '1.2.3.4', '%1'))
  .map(([address, at, piece]) => address.slice(0, at) + piece + address.slice(at));

const almostIpv4 = fc
  .array(fc.constantFrom('0', '1', '25', '255', '256', '01', '9', '.', '.', '.'), { maxLength: 8 })
  .map(pieces => pieces.join(''));

describe('Reading an address', () => {
  it('takes four decimal octets', () => {
    assert.deepEqual(parseAddress('192.0.2.255'), { family: 4, value: 0xc00002ff });
    assert.deepEqual(parseAddress('0.0.0.0'), { family: 4, value: 0 });
  });

  const refused = [
    ...[
      '',
      '1.2.3',
      '1.2.3.4.5',
      '1.2.3.256',
      '01.2.3.4',
      '1.2.3.4 ',
      '1..2.3',
      '.1.2.3.4',
      '1.2.3.',
    ],
    ...[':', ':::', '1::2::3', '::1%eth0', '2001:db8::1/64', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9'],
    ...[
      '1:2:3:4:5:6:7::8',
      '::12345',
      ':1::',
      '1::2:',
      '::1.2.3',
      '::1.2.3.4:5',
      '１.2.3.4',
      '1.2.3.4\0',
    ],
  ];
  for (const text of refused) {
    it(`takes no ${JSON.stringify(text)}`, () => {
      assert.equal(parseAddress(text), undefined);
    });
  }

  it('agrees with Node on what is an IPv4 address', () => {
    const text = fc.oneof(almostIpv4, fc.ipV4(), fc.ipV4Extended());
    fc.assert(
      fc.property(text, address =>
        assert.equal(parseAddress(address)?.family === 4, isIPv4(address)),
      ),
      { seed: 51, numRuns: 5000 },
    );
  });

  it('agrees with Node on what is an IPv6 address, but for zones', () => {
    const text = fc.oneof(almostIpv6, fc.ipV6());
    fc.assert(
      fc.property(text, address => {
        const expected = isIPv6(address) && !address.includes('%');
        assert.equal(parseAddress(address)?.family === 6, expected);
      }),
      { seed: 52, numRuns: 10_000 },
    );
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.nat(0xffff),
        (bytes, zeros) => {
          const address = bytes.map((byte, i) => ((zeros >> i) & 1 ? 0 : byte));
          const text = formatIpv6(address);
          assert.deepEqual(parseAddress(text), { family: 6, bytes: address });
          assert.equal(text, new URL(`http://[${text}]`).hostname.slice(1, -1));
        },
      ),
      { seed: 53, numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.nat(0xffffffff), value => {
        assert.deepEqual(parseAddress(formatIpv4(value)), { family: 4, value });
      }),
      { seed: 54, numRuns: 1000 },
    );
  });
});
