import assert from 'node:assert/strict';
import { isMulticast, specialRangeOf } from '../../../server/src/core/tables/specialAddresses';
import { ipv4, ipv6 } from './addressText';

describe('special IPv4 addresses', () => {
  const blockOf = (text: string) => specialRangeOf(ipv4(text))?.block;

  it('gives what the registry states', () => {
    assert.deepEqual(specialRangeOf(ipv4('10.1.2.3')), {
      kind: 'special-purpose',
      block: '10.0.0.0/8',
      name: 'Private-Use',
      reference: 'RFC 1918',
      source: true,
      destination: true,
      forwardable: true,
      globallyReachable: false,
      reservedByProtocol: false,
      allocated: '1996-02',
    });
    assert.equal(specialRangeOf(ipv4('203.0.113.9'))?.name, 'Documentation (TEST-NET-3)');
    assert.match(specialRangeOf(ipv4('127.0.0.1'))?.note ?? '', /RFC 5884/);
  });

  it('leaves out what the registry does not state', () => {
    const range = specialRangeOf(ipv4('192.88.99.1'));
    assert.equal(range?.terminated, '2015-03');
    assert.equal('globallyReachable' in range, false);
  });

  it('ends a block where the registry does', () => {
    const blocks = ['9.255.255.255', '10.0.0.0', '10.255.255.255', '11.0.0.0'].map(blockOf);
    assert.deepEqual(blocks, [undefined, '10.0.0.0/8', '10.0.0.0/8', undefined]);
    assert.equal(blockOf('100.63.255.255'), undefined);
    assert.equal(blockOf('100.64.0.0'), '100.64.0.0/10');
    assert.equal(blockOf('100.127.255.255'), '100.64.0.0/10');
    assert.equal(blockOf('172.32.0.0'), undefined);
  });

  it('prefers the longest prefix', () => {
    assert.equal(blockOf('0.0.0.0'), '0.0.0.0/32');
    assert.equal(blockOf('0.0.0.1'), '0.0.0.0/8');
    assert.equal(blockOf('192.0.0.7'), '192.0.0.0/29');
    assert.equal(blockOf('192.0.0.9'), '192.0.0.9/32');
    assert.equal(blockOf('192.0.0.11'), '192.0.0.0/24');
    assert.equal(blockOf('192.0.0.171'), '192.0.0.171/32');
    assert.equal(blockOf('192.88.99.2'), '192.88.99.2/32');
    assert.equal(blockOf('255.255.255.255'), '255.255.255.255/32');
    assert.equal(blockOf('255.255.255.254'), '240.0.0.0/4');
  });

  it('classes every multicast address and no other', () => {
    for (let top = 0; top < 65536; top++) {
      const range = specialRangeOf(top * 65536);
      assert.equal(range?.kind === 'multicast', top >= 0xe000 && top < 0xf000);
      assert.equal(isMulticast(top * 65536), top >= 0xe000 && top < 0xf000);
    }
    assert.equal(specialRangeOf(ipv4('224.0.0.251'))?.name, 'mDNS');
    assert.equal(blockOf('224.0.0.200'), '224.0.0.0/24');
    assert.equal(blockOf('224.0.2.0'), '224.0.2.0-224.0.255.255');
    assert.equal(blockOf('233.252.0.1'), '233.252.0.0/24');
    assert.equal(blockOf('239.1.2.3'), '239.0.0.0/8');
  });

  it('takes a number as 32 bits, signed or not', () => {
    assert.equal(specialRangeOf(-1)?.block, '255.255.255.255/32');
    assert.equal(isMulticast(ipv4('224.0.0.1') | 0), true);
  });
});

describe('special IPv6 addresses', () => {
  const blockOf = (text: string) => specialRangeOf(ipv6(text))?.block;

  it('ends a block where the registry does', () => {
    assert.equal(blockOf('2001:db8::1'), '2001:db8::/32');
    assert.equal(blockOf('2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'), '2001:db8::/32');
    assert.equal(blockOf('2001:db9::'), undefined);
    assert.equal(blockOf('fc00::'), 'fc00::/7');
    assert.equal(blockOf('fdff::1'), 'fc00::/7');
    assert.equal(blockOf('fe80::1'), 'fe80::/10');
    assert.equal(blockOf('febf::1'), 'fe80::/10');
    assert.equal(blockOf('fec0::1'), undefined);
    assert.equal(blockOf('3fff:fff::1'), '3fff::/20');
    assert.equal(blockOf('3fff:1000::1'), undefined);
    assert.equal(blockOf('2620:4f:8000::1'), '2620:4f:8000::/48');
    assert.equal(blockOf('2a00::1'), undefined);
  });

  it('prefers the longest prefix', () => {
    assert.equal(blockOf('::'), '::/128');
    assert.equal(blockOf('::1'), '::1/128');
    assert.equal(blockOf('::2'), undefined);
    assert.equal(blockOf('::ffff:c000:201'), '::ffff:0:0/96');
    assert.equal(blockOf('2001::1'), '2001::/32');
    assert.equal(blockOf('2001:1::1'), '2001:1::1/128');
    assert.equal(blockOf('2001:1::4'), '2001::/23');
    assert.equal(blockOf('2001:1ff::'), '2001::/23');
    assert.equal(blockOf('2001:200::'), undefined);
    assert.equal(blockOf('2001:2f::1'), '2001:20::/28');
    assert.equal(blockOf('100:0:0:1::5'), '100:0:0:1::/64');
  });

  it('leaves out what the registry does not state', () => {
    const teredo = specialRangeOf(ipv6('2001::1'));
    assert.equal(teredo?.forwardable, true);
    assert.equal('globallyReachable' in teredo, false);
  });

  it('classes every multicast address and no other', () => {
    for (let top = 0; top < 65536; top++) {
      const address = new Uint8Array(16);
      address.set([top >> 8, top & 255]);
      assert.equal(specialRangeOf(address)?.kind === 'multicast', top >= 0xff00);
      assert.equal(isMulticast(address), top >= 0xff00);
    }
    assert.equal(specialRangeOf(ipv6('ff02::1'))?.name, 'All Nodes Address');
    assert.equal(specialRangeOf(ipv6('ff02::1:ff12:3456'))?.name, 'Solicited-Node Address');
    assert.equal(blockOf('ff05::99'), 'ff05::/16');
    assert.equal(blockOf('ff3e::1'), 'ff3e::/32');
    assert.equal(blockOf('ff0f::1'), 'ff00::/8');
  });

  it('knows no address that is not 16 bytes', () => {
    assert.equal(specialRangeOf(new Uint8Array(4)), undefined);
  });
});
