import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { hover } from './hover';

/** The hover on one of the two ports under a protocol. */
const on = (srcport: string, dstport: string, protocol = '6') =>
  hover(
    `2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 ${srcport} ${dstport} ${protocol} 20 4249 1418530010 1418530070 ACCEPT OK`,
  );

describe('hover on a port', () => {
  it('names the registered service, and does not say that it ran', () => {
    const { headline, details } = hover(
      '2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 |22 6 20 4249 1418530010 1418530070 ACCEPT OK',
    );
    equal(headline, 'Port 22/TCP – ssh');
    deepEqual(details, [
      'IANA: ssh – The Secure Shell (SSH) Protocol.',
      'The use registered for TCP; the record does not say what ran there.',
      'Well-known port (0–1023).',
    ]);
  });

  it('gives the name that people know beside one that they do not', () => {
    equal(on('40000', '|3389').headline, 'Port 3389/TCP – ms-wbt-server (Remote Desktop, RDP)');
  });

  it('looks the service up under the record’s own protocol', () => {
    equal(on('40000', '|514', '17').headline, 'Port 514/UDP – syslog');
    equal(on('40000', '|514', '6').headline, 'Port 514/TCP – shell');
    match(on('40000', '|53', '136').headline, /^Port 53\/UDPLite – domain/);
    match(on('40000', '|53', '136').text, /The use registered for UDP;/);
  });

  it('says that a client’s port is likely one, from the other port', () => {
    const { headline, text } = on('|58188', '22');
    equal(headline, 'Port 58188/TCP – likely the client’s own port');
    match(text, /The other port, 22, is a well-known service’s\./);
    match(text, /Dynamic port \(49152–65535\)/);
    match(on('|20641', '22').headline, /likely the client’s own port/);
    match(on('443', '|33000').headline, /likely the client’s own port/);
  });

  it('does not say so where the other port proves little', () => {
    equal(on('|49761', '3389').headline, 'Port 49761/TCP – dynamic port');
    equal(on('|50000', '20').headline, 'Port 50000/TCP – dynamic port', 'active FTP');
    doesNotMatch(on('1000', '|3306').headline, /likely/);
    doesNotMatch(on('443', '|3306').headline, /likely/, 'a registered service');
  });

  it('says in which range a port without a service lies', () => {
    equal(on('50000', '|1').headline, 'Port 1/TCP – tcpmux');
    equal(on('50000', '|4').headline, 'Port 4/TCP – no service registered');
    match(
      on('50000', '|41000').text,
      /Registered port .* Linux takes client ports from 32768–60999/,
    );
  });

  it('warns of ports that Tencent Cloud blocks', () => {
    match(on('50000', '|445').text, /Tencent Cloud does not support TCP 445/);
    doesNotMatch(on('|445', '50000').text, /Tencent/, 'a source port');
  });

  it('takes port 0 for no port', () => {
    match(on('|0', '443').headline, /^Port 0\/TCP – reserved/);
    match(on('|0', '443').text, /Later fragments/);
  });

  it('reads no port under a protocol that has none', () => {
    equal(on('|20641', '22', '47').headline, '20641 – not a port: IANA registers none for GRE');
    doesNotMatch(on('50000', '|22', '50').text, /ssh/);
  });

  it('names no service when the protocol is not told', () => {
    const { headline, text } = on('50000', '|22', '999');
    equal(headline, 'Port 22');
    match(text, /depends on the protocol/);
    doesNotMatch(text, /ssh/);
  });

  it('reads a port in the other forms too', () => {
    equal(
      hover(
        'srcaddr:192.63.197.94 dstport:|22 account-id:1251762227 start:1655104384 dstaddr:10.0.3.4 version:0001_0001 packets:2 protocol:6 bytes:108 action:ACCEPT srcport:58188 end:1655104384 log-status:OK interface-id:eni-lq6mkcis',
      ).headline,
      'Port 22/TCP – ssh',
    );
    equal(
      hover(
        '0001_0001 ap-guangzhou ccn-abcd1234 10.0.0.1 10.1.0.1 40000 |443 6 ap-guangzhou na-siliconvalley 10 1000 1655104384 1655104400 ACCEPT OK',
      ).headline,
      'Port 443/TCP – https',
    );
    match(
      hover(
        '0001_0001 ap-guangzhou ccn-abcd1234 10.0.0.1 10.1.0.1 40000 |443 132 ap-guangzhou na-siliconvalley 10 1000 1655104384 1655104400 ACCEPT OK',
      ).text,
      /documented to have - here for all but TCP and UDP/,
    );
  });

  it('decodes nothing that is not a port', () => {
    for (const text of ['65536', '-1', '0x16', '022', '22,', '２２']) {
      equal(on('50000', `|${text}`).headline, `Not a legal port: “${text}”`);
    }
  });
});
