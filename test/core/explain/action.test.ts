import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { hover } from './hover';

describe('hover on a refusal that gives its reason', () => {
  const on = (reason: string, id = 'eni-1235b8ca123456789') =>
    hover(
      `version account-id interface-id srcaddr dstaddr protocol start end action log-status reject-reason\n8 123456789010 ${id} 10.0.0.1 10.0.0.2 6 1432917027 1432917142 |REJECT OK ${reason}`,
    );

  it('names it in place of the layers', () => {
    equal(
      on('BPA').headline,
      'REJECT – stopped for the reason that the record gives: BPA, VPC Block Public Access',
    );
    match(on('BPA').text, /neither a security group nor a network ACL/);
    match(on('-').headline, /by a security group, a network ACL or the platform/);
  });

  it('names it where no interface is named, too', () => {
    const nowhere = (reason: string) => on(reason, '-').headline;
    match(nowhere('BPA'), /^REJECT – stopped for the reason/);
    match(nowhere('-'), /the layer that did so is unknown/);
  });
});

describe('hover on an action', () => {
  it('says what ACCEPT at an interface proves, and what it does not', () => {
    const { headline, text } = hover(
      '2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 |ACCEPT OK',
    );
    equal(
      headline,
      'ACCEPT – neither a security group nor a network ACL stopped it at this interface',
    );
    match(text, /Names no rule, and does not say that one was consulted/);
    match(text, /nothing about the host’s own firewall, the application or the other end/);
  });

  it('names every layer that REJECT at an interface may come from, and none of them alone', () => {
    const { headline, details } = hover(
      '2 1251762227 eni-lq6mkcis 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 |REJECT OK',
    );
    equal(
      headline,
      'REJECT – stopped at this interface by a security group, a network ACL or the platform',
    );
    deepEqual(details, [
      'The record does not name which of them.',
      'Groups are stateful, ACLs are not: a refused reply may mean the ACL, or came too late.',
      'Next: check the security group for TCP from 172.31.9.69 to 172.31.9.12 port 3389; is an ACL bound to the subnet at all?',
    ]);
  });

  it('does not ask for a port in the rules where the protocol has none', () => {
    const { text } = hover(
      'srcaddr:172.31.16.139 dstport:0 account-id:1251762227 start:1432917094 dstaddr:203.0.113.12 version:0001_0001 packets:4 protocol:1 bytes:336 action:|REJECT srcport:0 end:1432917142 log-status:OK interface-id:eni-lq6mkcis',
    );
    match(text, /for ICMP from 172\.31\.16\.139 to 203\.0\.113\.12; is an ACL/);
  });

  it('leaves out of the next check what the record does not have', () => {
    const { text } = hover(
      '2 1251762227 eni-lq6mkcis 172.31.9.999 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 |REJECT OK',
    );
    match(text, /Next: check the security group; is an ACL/);
  });

  it('adds that Tencent Cloud blocks some ports itself', () => {
    const to = (port: number, account = '1251762227') =>
      hover(
        `2 ${account} eni-0a1b2c3d 10.0.0.1 192.0.2.1 50000 ${port} 6 20 4249 1418530010 1418530070 |REJECT OK`,
      ).text;
    match(to(25), /Tencent Cloud blocks outbound TCP 25 by default, whatever the rules say\./);
    match(to(445), /Tencent Cloud does not support TCP 445 and may drop it/);
    doesNotMatch(to(443), /Tencent Cloud/);
    doesNotMatch(to(25, '123456789012'), /Tencent Cloud/, 'an AWS account');
  });

  it('does not point to a stateless ACL where the cloud’s ACLs are stateful', () => {
    const { text } = hover(
      '1 5f67944957444bd6bb4fe3b367de8f3d 1d515d18-1b36-47dc-a983-bd6512aed4bd 192.168.0.154 192.168.3.25 38929 53 17 1 96 1548752136 1548752736 |REJECT OK',
    );
    match(text, /Both are stateful on this cloud/);
    doesNotMatch(text, /ACLs are not/);
  });

  const ccn = (action: string, end = '') =>
    `0001_0001 ap-guangzhou ccn-abcd1234 10.0.0.1 10.1.0.1 40000 443 6 ap-guangzhou na-siliconvalley 10 1000 1655104384 1655104400 ${action} OK${end}`;

  it('means forwarded or throttled in a CCN record', () => {
    equal(
      hover(ccn('|ACCEPT')).headline,
      'ACCEPT – forwarded between regions by the Cloud Connect Network',
    );
    const { headline, text } = hover(ccn('|REJECT'));
    equal(
      headline,
      'REJECT – throttled: a bandwidth limit of the Cloud Connect Network was reached',
    );
    match(text, /limit of the region or of the pair of regions was hit is not recorded/);
  });

  it('is recognised in the older order of CCN records', () => {
    const { headline } = hover(
      '10.0.0.1 na-siliconvalley 443 1655104384 10.1.0.1 0001_0001 10 ccn-abcd1234 6 ap-guangzhou 1000 |REJECT ap-guangzhou 40000 1655104400 OK',
    );
    match(headline, /throttled/);
  });

  it('leaves the layer open at gateways and at places that no id tells', () => {
    const at = (id: string) =>
      hover(
        `2 1251762227 ${id} 10.0.0.1 192.0.2.1 50000 443 6 20 4249 1418530010 1418530070 |REJECT OK`,
      ).text;
    match(at('nat-lq6mkcis'), /^REJECT – stopped at the NAT gateway; the layer .* is unknown/);
    match(at('dcg-lq6mkcis'), /^REJECT – stopped at the Direct Connect gateway; the layer/);
    match(at('xyz-lq6mkcis'), /the layer that did so is unknown/);
    for (const id of ['nat-lq6mkcis', 'dcg-lq6mkcis', 'xyz-lq6mkcis']) {
      doesNotMatch(at(id), /security group|ACL/);
    }
  });
});
