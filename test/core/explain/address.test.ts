import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { hover } from './hover';

/** The hover on a source address in a record of a Tencent Cloud account, or of another. */
const on = (address: string, account = '1251762227', eni = 'eni-lq6mkcis') =>
  hover(
    `2 ${account} ${eni} |${address} 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK`,
  );

describe('hover on an address', () => {
  it('names the block of IANA’s registries', () => {
    const { headline, details } = on('172.31.16.139');
    equal(headline, '172.31.16.139 – private (172.16.0.0/12)');
    deepEqual(details, ['IANA: Private-Use, 172.16.0.0/12 (RFC 1918), not globally reachable.']);
  });

  const classes: readonly (readonly [string, string])[] = [
    ['10.0.0.1', 'private (10.0.0.0/8)'],
    ['127.0.0.1', 'loopback (127.0.0.0/8)'],
    ['169.254.7.7', 'link-local (169.254.0.0/16)'],
    ['192.0.2.7', 'documentation (192.0.2.0/24)'],
    ['100.64.3.4', 'shared, for carrier-grade NAT (100.64.0.0/10)'],
    ['224.0.0.1', 'multicast: All Systems on this Subnet'],
    ['255.255.255.255', 'limited broadcast (255.255.255.255/32)'],
    ['240.0.0.1', 'Reserved (240.0.0.0/4)'],
    ['8.8.8.8', 'public'],
    ['2a00::1', 'public'],
    ['::1', 'loopback (::1/128)'],
    ['fe80::1', 'link-local (fe80::/10)'],
    ['fd00::1', 'unique local, IPv6’s private (fc00::/7)'],
    ['2001:db8::1', 'documentation (2001:db8::/32)'],
    ['4000::1', 'in no registered block, outside 2000::/3'],
  ];
  for (const [address, meaning] of classes) {
    it(`calls ${address} ${meaning}`, () => {
      equal(on(address).headline, `${address} – ${meaning}`);
    });
  }

  it('knows the special addresses of Tencent Cloud', () => {
    equal(on('169.254.0.23').headline, '169.254.0.23 – instance metadata service (Tencent Cloud)');
    match(on('183.60.83.19').headline, /DNS server of the private network \(Tencent Cloud\)/);
    match(on('100.64.3.4').text, /Tencent Cloud uses 100\.64\.0\.0\/10 for: .*health checks/);
    equal(on('9.1.2.3').headline, '9.1.2.3 – public, or Tencent Cloud’s own (9.0.0.0/8)');
  });

  it('keeps them out of other clouds’ records', () => {
    equal(on('9.1.2.3', '123456789010', 'eni-1235b8ca').headline, '9.1.2.3 – public');
    doesNotMatch(on('169.254.0.23', '123456789010', 'eni-1235b8ca').text, /Tencent/);
  });

  it('gives an IPv6 address in canonical form if it is written otherwise', () => {
    const { headline, text } = on('2001:DB8:0:0::1');
    equal(headline, '2001:db8::1 – documentation (2001:db8::/32)');
    match(text, /Canonical form \(RFC 5952\): 2001:db8::1\./);
    doesNotMatch(on('2001:db8::1').text, /Canonical/);
    match(on('::FFFF:c000:0201').text, /Canonical form \(RFC 5952\): ::ffff:192\.0\.2\.1\./);
  });

  it('shows the IPv4 address inside an IPv6 address', () => {
    match(on('::ffff:10.0.0.1').text, /Holds the IPv4 address 10\.0\.0\.1\./);
    match(on('64:ff9b::1.2.3.4').text, /Holds the IPv4 address 1\.2\.3\.4\./);
  });

  it('reads no address out of what is none', () => {
    for (const text of ['999.1.1.1', '10.0.0.01', '10.0.0', '1:2:3:4:5:6:7:8:9', '::1::']) {
      equal(on(text).headline, `Not a legal IP address: “${text}”`);
    }
  });

  it('reads the IPv6 value of a key:value token', () => {
    const { headline } = hover(
      'srcaddr:|fe80::1 dstport:22 account-id:1251762227 start:1655104384 dstaddr:fe80::2 version:0001_0001 packets:2 protocol:6 bytes:108 action:ACCEPT srcport:58188 end:1655104384 log-status:OK interface-id:eni-lq6mkcis',
    );
    equal(headline, 'fe80::1 – link-local (fe80::/10)');
  });
});
