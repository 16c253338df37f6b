import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import type { ExplainContext } from '../../../server/src/core/explain/explanation';
import { hover } from './hover';

/** The hover on the identifier or on type and code of an ICMP record. */
const on = (
  srcport: string,
  dstport: string,
  protocol = '1',
  icmpOrder: ExplainContext['icmpOrder'] = 'auto',
) =>
  hover(
    `2 1251762227 eni-lq6mkcis 203.0.113.12 172.31.16.139 ${srcport} ${dstport} ${protocol} 4 336 1432917027 1432917142 ACCEPT OK`,
    { icmpOrder },
  );

describe('hover on the destination port of ICMP', () => {
  it('reads the type out of the upper byte and the code out of the lower one', () => {
    const { headline, details } = on('77', '|2048');
    equal(headline, 'ICMP Echo Request (type 8, code 0)');
    deepEqual(details, [
      '2048 = type × 256 + code.',
      'A request; it is answered by Echo Reply (type 0).',
      'Reference: RFC 792.',
    ]);
    equal(
      on('77', '|771').headline,
      'ICMP Destination Unreachable: Port Unreachable (type 3, code 3)',
    );
    match(on('77', '|771').text, /An error message/);
  });

  it('shows both readings where only the swapped one is registered', () => {
    const { headline, details } = on('77', '|8');
    equal(
      headline,
      'ICMP, no registered message as documented; with bytes swapped Echo Request (type 8, code 0)',
    );
    equal(
      details[0],
      'As documented, 8 = type × 256 + code: Echo Reply, unassigned code (type 0, code 8).',
    );
    equal(details[1], 'With type in the lower byte: Echo Request (type 8, code 0).');
  });

  it('shows one reading where neither is registered', () => {
    equal(on('77', '|25700').headline, 'ICMP unassigned type (type 100, code 100)');
  });

  it('takes the order that the settings force', () => {
    equal(on('77', '|8', '1', 'type-low').headline, 'ICMP Echo Request (type 8, code 0)');
    match(on('77', '|8', '1', 'type-low').text, /the order that the settings force/);
    equal(
      on('77', '|8', '1', 'type-high').headline,
      'ICMP Echo Reply, unassigned code (type 0, code 8)',
    );
    equal(
      on('77', '|2048', '1', 'type-low').headline,
      'ICMP Echo Reply, unassigned code (type 0, code 8)',
    );
  });

  it('concludes nothing from 0 beside identifier 0, whatever the order', () => {
    for (const order of ['auto', 'type-high', 'type-low'] as const) {
      const { headline, text } = on('0', '|0', '1', order);
      equal(headline, 'Echo reply, or type and code not recorded');
      match(text, /neither request nor reply can be concluded/);
      doesNotMatch(text, /Answers|Reference/);
    }
  });

  it('concludes nothing from 0 where the identifier is missing or illegal', () => {
    equal(on('x', '|0').headline, 'Echo reply, or type and code not recorded');
    equal(
      hover(
        'version interface-id srcaddr dstaddr dstport protocol start end\n2 eni-lq6mkcis 10.0.0.1 10.0.0.2 |0 1 1432917027 1432917142',
      ).headline,
      'Echo reply, or type and code not recorded',
    );
  });

  it('reads 0 beside an identifier as an echo reply', () => {
    equal(on('77', '|0').headline, 'ICMP Echo Reply (type 0, code 0)');
  });

  it('calls no message an answer that is also sent unasked', () => {
    for (const [dstport, protocol] of [
      ['|2304', '1'],
      ['|34304', '58'],
      ['|34816', '58'],
      ['|33536', '58'],
    ] as const) {
      match(on('0', dstport, protocol).text, /Answers .*, or was sent unasked/);
    }
    match(on('7', '|0').text, /Answers Echo Request \(type 8\)\./);
  });

  it('reads ICMPv6 alike, and says that this is assumed', () => {
    const { headline, text } = on('77', '|32768', '58');
    equal(headline, 'ICMPv6 Echo Request (type 128, code 0)');
    match(text, /is an assumption: the documents do not say so/);
    match(on('77', '|128', '58').text, /with bytes swapped Echo Request \(type 128, code 0\)/);
    match(on('0', '|0', '58').headline, /^Type and code not recorded/);
  });

  it('marks deprecated and reserved types', () => {
    match(on('77', '|8960').headline, /deprecated$/);
    match(on('77', '|65280', '1', 'type-high').headline, /^ICMP reserved type/);
  });

  it('never names a service', () => {
    doesNotMatch(on('77', '|2048').text, /[Pp]ort \d|service|dls/);
    doesNotMatch(on('|22', '2048').text, /ssh/);
  });

  it('reads 0 as not recorded in AWS records, and decodes nothing there', () => {
    const aws = (port: string) =>
      hover(
        `2 123456789010 eni-1235b8ca123456789 203.0.113.12 172.31.16.139 0 |${port} 1 4 336 1432917027 1432917142 ACCEPT OK`,
      ).headline;
    equal(aws('0'), '0 – no port: ICMP type and code are not recorded');
    equal(aws('2048'), '2048 – not documented for ICMP');
  });

  it('decodes nothing in a CCN record', () => {
    const ccn = (port: string) =>
      hover(
        `0001_0001 ap-guangzhou ccn-abcd1234 10.0.0.1 10.1.0.1 - |${port} 1 ap-guangzhou na-siliconvalley 10 1000 1655104384 1655104400 ACCEPT OK`,
      ).headline;
    equal(ccn('-'), 'No port: CCN records have ports for TCP and UDP only');
    equal(ccn('2048'), '2048 – not a port, and not documented for ICMP');
  });
});

describe('hover on the source port of ICMP', () => {
  it('is the identifier', () => {
    const { headline, details } = on('|4660', '2048');
    equal(headline, 'ICMP identifier 4660 (0x1234)');
    deepEqual(details, ['Not a port. A request and its replies carry the same identifier.']);
  });

  it('may be none when it is 0', () => {
    equal(on('|0', '0').headline, 'ICMP identifier 0, or none recorded');
  });

  it('is undocumented for messages that carry none', () => {
    const { headline, text } = on('|77', '771');
    match(headline, /^77 – no port, and no identifier: .* Destination Unreachable carry none$/);
    match(text, /not documented/);
    doesNotMatch(text, /same identifier/);
  });
});
