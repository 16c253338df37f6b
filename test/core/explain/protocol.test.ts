import { deepEqual, equal, match } from 'node:assert/strict';
import type { ExplainContext } from '../../../server/src/core/explain/explanation';
import { hover } from './hover';

const on = (protocol: string, context: Partial<ExplainContext> = {}) =>
  hover(
    `2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 22 |${protocol} 20 4249 1418530010 1418530070 ACCEPT OK`,
    context,
  );

describe('hover on a protocol number', () => {
  it('gives keyword, number, name and reference', () => {
    const { headline, details } = on('6');
    equal(headline, 'TCP (6) – Transmission Control Protocol');
    deepEqual(details, ['Reference: RFC 9293.']);
    equal(on('17').headline, 'UDP (17) – User Datagram Protocol');
    equal(on('47').headline, 'GRE (47) – Generic Routing Encapsulation');
    equal(on('36').headline, 'XTP (36)');
  });

  it('says what stands in the port fields under ICMP', () => {
    match(on('1').text, /identifier \(srcport\), and type × 256 \+ code \(dstport\)/);
    match(on('58').text, /In place of ports.*is an assumption: the documents do not say so/);
    match(
      on('1', { icmpOrder: 'type-low' }).text,
      /code × 256 \+ type \(dstport\).* settings force/,
    );
  });

  it('says what the registry does not assign', () => {
    equal(on('200').headline, 'Protocol 200 – unassigned');
    match(on('200').text, /In IANA’s registry of \d{4}-\d\d-\d\d: unassigned\./);
    equal(on('253').headline, 'Protocol 253 – for experimentation and testing');
    match(on('253').text, /: experimental\./);
    equal(on('255').headline, 'Protocol 255 – reserved');
    equal(on('61').headline, 'Protocol 61 – any host internal protocol');
    match(on('13').text, /: deprecated\./);
  });

  it('explains each of the 256 numbers', () => {
    for (let number = 0; number < 256; number++) {
      match(on(String(number)).headline, /^.+\(\d+\)|^Protocol \d+ – /);
    }
  });

  it('says what CCN records leave out', () => {
    const { text } = hover(
      '0001_0001 ap-guangzhou ccn-abcd1234 10.0.0.1 10.1.0.1 - - |1 ap-guangzhou na-siliconvalley 10 1000 1655104384 1655104400 ACCEPT OK',
    );
    match(text, /CCN records give no ports, type or code for ICMP\./);
  });

  it('decodes nothing that is no protocol number', () => {
    equal(on('256').headline, 'Not a legal protocol number: “256”');
    equal(on('tcp').headline, 'Not a legal protocol number: “tcp”');
  });
});
