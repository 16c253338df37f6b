import assert from 'node:assert/strict';
import { findingsOf, textOf } from './logs';
import type { ReachabilitySettings } from '../../../server/src/core/reachability/settings';

/** The records of the documents' own example, in the form that production writes. */
const REQUEST =
  'srcaddr:203.0.113.12 dstport:0 account-id:1251762227 start:1432917027 dstaddr:172.31.16.139 version:0001_0001 packets:4 protocol:1 bytes:336 action:ACCEPT srcport:0 end:1432917142 log-status:OK interface-id:eni-lq6mkcis';
const REPLY =
  'srcaddr:172.31.16.139 dstport:0 account-id:1251762227 start:1432917094 dstaddr:203.0.113.12 version:0001_0001 packets:4 protocol:1 bytes:336 action:REJECT srcport:0 end:1432917142 log-status:OK interface-id:eni-lq6mkcis';

const OWN = { eniAddresses: { 'eni-lq6mkcis': ['172.31.16.139'] } };

/** Echo request and echo reply with an identifier, as the type is documented to be written. */
function typed(line: string): string {
  const dstport = line.startsWith('srcaddr:203') ? 8 * 256 : 0;
  return line.replace('dstport:0', `dstport:${dstport}`).replace('srcport:0', 'srcport:4711');
}

/** The text of the one story of some records, or of the one about the reply among others. */
function told(lines: readonly string[], settings: Partial<ReachabilitySettings> = {}): string {
  const all = [...findingsOf(lines.join('\n'), settings).stories()];
  const stories = all.length === 1 ? all : all.filter(({ code }) => code.startsWith('reply-'));
  assert.equal(stories.length, 1);
  return textOf(stories[0]!);
}

describe('the documents’ ping', () => {
  it('let through both ways is told as that, with and without types', () => {
    const accepted = REPLY.replace('REJECT', 'ACCEPT');
    assert.equal(
      told([REQUEST, accepted]),
      `both-ways-accepted (proved, layer none, direction unknown)
Both ways of ICMP from 203.0.113.12 to 172.31.16.139 were let through at eni-lq6mkcis: 4 packets from 203.0.113.12, 4 packets from 172.31.16.139, between 2015-05-29T16:30:27Z and 2015-05-29T16:32:22Z (first in line 1). Neither the security group nor the network ACL of this interface stopped them.
Evidence: Likely initiator: 203.0.113.12. Packets from 203.0.113.12 start 67 s before those from 172.31.16.139.
Evidence: Local side: likely 172.31.16.139, of the two addresses in every record of eni-lq6mkcis the private one.
Request: line 1
Reply: line 2
Proves: Neither the security group nor the network ACL of this interface stopped what these records count.
Does not prove: Anything about the other end, the firewall of the host or the application; nor that a rule was consulted at all.
Next: If the application fails all the same, look beyond this interface: the other end, the firewall of the host, the application.`,
    );
    assert.match(
      told([typed(REQUEST), typed(accepted)]),
      /^both-ways-accepted \(proved, .*\nBoth ways of ICMP echo from 203\.0\.113\.12 to 172\.31\.16\.139 were let through/,
    );
  });

  it('with the reply refused and no types is likely the network ACL', () => {
    assert.equal(
      told([REQUEST, REPLY]),
      `reply-rejected-by-acl (likely, layer network-acl, direction egress)
Likely the network ACL on 172.31.16.139's side (eni-lq6mkcis) refused the outbound reply to 203.0.113.12 (line 2, starting 67 s after line 1). Not certain: these records carry no ICMP type, so line 2 may be a new ping that the security group refused.
Evidence: Likely initiator: 203.0.113.12. Packets from 203.0.113.12 start 67 s before those from 172.31.16.139.
Evidence: Local side: likely 172.31.16.139, of the two addresses in every record of eni-lq6mkcis the private one.
Request: line 1
Reply: line 2
Proves: Packets from 203.0.113.12 were let in at eni-lq6mkcis, and packets of the same pair of addresses the other way were refused from 2015-05-29T16:31:34Z on.
Does not prove: That it was the network ACL: these records carry no ICMP type, so line 2 may be a new ping that the security group refused; the refused packets start 67 s after the accepted ones started, later than the 30 s for which the security group certainly remembers them; the records of this interface begin at 2015-05-29T16:30:27Z, less than a window (115 s) before the request, so an earlier connection cannot be excluded.
Assumes: A network ACL is bound to this subnet: no setting says so, but a refused reply means it.
Assumes: 172.31.16.139 is the interface's own address: of the two it alone is private.
Assumes: 203.0.113.12 began, and the refused packets answer it.
Next: Is an ACL bound to this subnet? Then check its outbound rules for ICMP to 203.0.113.12. Query for Cloud Log Service, 2015-05-29T16:28:32Z to 2015-05-29T16:34:17Z: (interface-id:"eni-lq6mkcis" AND srcaddr:"203.0.113.12" AND dstaddr:"172.31.16.139" AND protocol:1) OR (interface-id:"eni-lq6mkcis" AND srcaddr:"172.31.16.139" AND dstaddr:"203.0.113.12" AND protocol:1)`,
    );
  });

  it('stays likely without types when the interface’s address is known', () => {
    assert.match(told([REQUEST, REPLY], OWN), /^reply-rejected-by-acl \(likely, layer network-acl/);
  });

  it('with the reply refused, types and the interface’s address is proved to be the network ACL', () => {
    assert.equal(
      told([typed(REQUEST), typed(REPLY)], OWN),
      `reply-rejected-by-acl (proved, layer network-acl, direction egress)
The network ACL on 172.31.16.139's side (eni-lq6mkcis) refused the outbound echo reply to 203.0.113.12: 4 packets, 67 s after the request was let in (line 1). The security group did not: it is stateful and had let the request in.
Evidence: Initiator: 203.0.113.12. ICMP types: the request comes from 203.0.113.12, the matching reply with an equal identifier from 172.31.16.139; packets from 203.0.113.12 start 67 s before those from 172.31.16.139.
Evidence: Local side: 172.31.16.139 is eni-lq6mkcis's own address (setting).
Request: line 1
Reply: line 2
Proves: Provided that a network ACL is bound to this subnet, it refused these packets on the outbound (egress) side. One refused first packet is enough: a stateless ACL whose rules did not change refuses every packet of that five-tuple.
Does not prove: Which rule of the ACL it was, and that it is the only obstacle: what happens to the conversation behind it is not on record.
Assumes: A network ACL is bound to this subnet: no setting says so, but a refused reply means it.
Assumes: The security group is stateful, as documented: what answers accepted traffic passes whatever its rules say.
Assumes: The rules of the ACL did not change between the first and the last of these packets.
Next: Is an ACL bound to this subnet? Then check its outbound rules for ICMP to 203.0.113.12. Query for Cloud Log Service, 2015-05-29T16:28:32Z to 2015-05-29T16:34:17Z: (interface-id:"eni-lq6mkcis" AND srcaddr:"203.0.113.12" AND dstaddr:"172.31.16.139" AND protocol:1) OR (interface-id:"eni-lq6mkcis" AND srcaddr:"172.31.16.139" AND dstaddr:"203.0.113.12" AND protocol:1)`,
    );
  });

  it('is proved as well when the other records of the interface show its address', () => {
    const other = typed(REQUEST).replace('203.0.113.12', '198.51.100.7');
    assert.match(told([other, typed(REQUEST), typed(REPLY)]), /\(proved, layer network-acl/);
  });

  it('is proved with types alone, the address of the interface being assumed from its being private', () => {
    const text = told([typed(REQUEST), typed(REPLY)]);
    assert.match(text, /^reply-rejected-by-acl \(proved, layer network-acl, direction egress\)/);
    assert.match(text, /Evidence: Local side: likely 172\.31\.16\.139, of the two addresses/);
    assert.match(
      text,
      /Assumes: 172\.31\.16\.139 is the interface's own address: of the two it alone is private\./,
    );
  });

  it('refused on the way in names group and ACL, and the missing reply', () => {
    const refused = REQUEST.replace('ACCEPT', 'REJECT');
    for (const line of [refused, typed(refused)]) {
      const text = told([line]);
      assert.match(
        text,
        /^request-rejected \(undecided, layer security-group-or-network-acl, direction ingress\)/,
      );
      assert.match(
        text,
        /Either the security group or the network ACL refused inbound ICMP(?: echo)? from 203\.0\.113\.12 to 172\.31\.16\.139 at eni-lq6mkcis: 4 packets/,
      );
      assert.match(
        text,
        /Next: If this traffic is wanted, check the inbound rules for ICMP from 203\.0\.113\.12, first of the security group, then of the network ACL, if one is bound to this subnet\./,
      );
    }
  });

  it('refused on the way in where no ACL is bound is likely the security group', () => {
    const refused = typed(REQUEST.replace('ACCEPT', 'REJECT'));
    assert.match(
      told([refused], { aclBound: { 'eni-lq6mkcis': false } }),
      /^request-rejected \(likely, layer security-group, direction ingress\)\nLikely the security group refused inbound ICMP echo from 203\.0\.113\.12/,
    );
  });
});
