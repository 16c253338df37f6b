import assert from 'node:assert/strict';
import { ORIGIN, recordsOf, smallNetwork, type Handmade, type SmallNetwork } from './handmade';
import { openConversation, openEcho } from './network/conversations';
import { pathBetween } from './network/path';
import { range } from './packets/address';
import { ACK, FIN, ICMP, PSH, RST, SYN, TCP, UDP } from './packets/protocol';
import { ACLS, CLIENT_GROUP, OPEN, serverGroup, SHUT } from './rules/policies';
import type { RuleSet } from './rules/rule';
import { Schedule } from './rules/schedule';
import { say, wireOf, type Sender, type Wire } from './traffic/wire';

const HTTPS = { protocol: TCP, port: 443 } as const;
const NO_ICMP_OUT: RuleSet = {
  ingress: [{ allow: true }],
  egress: [{ allow: false, protocol: ICMP }, { allow: true }],
};

/** A packet of a conversation: seconds after the origin, who sends it, and its TCP flags. */
type Sent = readonly [at: number, sender: Sender, tcp?: number, bytes?: number];

/** Sends packets exactly so, whether or not anything answers. */
function sendAll(wire: Wire, packets: readonly Sent[]): void {
  for (const [at, sender, tcp = 0, bytes = 100] of packets) {
    wire.timeline.plan(ORIGIN + at, now => say(wire, sender, { bytes, tcp }, now));
  }
  wire.timeline.run();
}

/** What the interface records of a conversation that comes in from outside. */
function inbound(made: Handmade, protocol: number, port: number, packets: readonly Sent[]) {
  const network = smallNetwork(made);
  const { site, outside, local } = network;
  const conversation = openConversation(site, outside, local, protocol, 50_000, port);
  sendAll(wireOf(site, conversation, { delay: 0.001, loss: 0 }), packets);
  return recordsOf(network);
}

describe('The simulator, in cases computed by hand', () => {
  describe('the ping of the documents, ports 0 0', () => {
    const pinged = (made: Handmade): SmallNetwork => {
      const network = smallNetwork({ ...made, setup: { icmp: 'zeros' } });
      const { site, outside, local } = network;
      const wire = wireOf(site, openEcho(site, outside, local, 77), { delay: 0.001, loss: 0 });
      const at = (sender: Sender, ...times: number[]): Sent[] =>
        times.map(time => [time, sender, 0, 84]);
      sendAll(wire, [...at('request', 27, 60, 100, 142), ...at('reply', 94, 110, 120, 142)]);
      return network;
    };
    const request = '203.0.113.12 172.31.16.139 0 0 1 4 336 27 142';
    const reply = '172.31.16.139 203.0.113.12 0 0 1 4 336 94 142';

    it('is two records where the ACL refuses the reply', () => {
      const network = pinged({ acl: NO_ICMP_OUT, groups: [serverGroup([])] });
      assert.deepEqual(recordsOf(network), [`${request} ACCEPT`, `${reply} REJECT`]);
      const [tally] = network.site.conversations[0]!.tallies;
      assert.equal(tally?.requests.fates.passed, 4);
      assert.equal(tally.replies.fates['network-acl'], 4);
      assert.equal(tally.replies.firstTracked, true);
    });

    it('is two accepted records where both let it through', () => {
      const records = recordsOf(pinged({ groups: [serverGroup([])] }));
      assert.deepEqual(records, [`${request} ACCEPT`, `${reply} ACCEPT`]);
    });

    it('is one refused record where the security group refuses the request', () => {
      const network = smallNetwork({ groups: [SHUT], setup: { icmp: 'zeros' } });
      const { site, outside, local } = network;
      const wire = wireOf(site, openEcho(site, outside, local, 77), { delay: 0, loss: 0 });
      sendAll(wire, [[27, 'request', 0, 84]]);
      assert.deepEqual(recordsOf(network), ['203.0.113.12 172.31.16.139 0 0 1 1 84 27 27 REJECT']);
    });
  });

  it('writes identifier, type and code of a ping into the ports', () => {
    const network = smallNetwork();
    const { site, outside, local } = network;
    const wire = wireOf(site, openEcho(site, outside, local, 77), { delay: 0, loss: 0 });
    sendAll(wire, [
      [1, 'request'],
      [1, 'reply'],
    ]);
    assert.deepEqual(recordsOf(network), [
      '203.0.113.12 172.31.16.139 77 2048 1 1 100 1 1 ACCEPT',
      '172.31.16.139 203.0.113.12 77 0 1 1 100 1 1 ACCEPT',
    ]);
  });

  describe('tracking', () => {
    const reached = (packets: readonly Sent[], made: Handmade = {}): string =>
      inbound({ groups: [serverGroup([HTTPS])], ...made }, TCP, 443, packets)
        .map(record => record.split(' ').slice(-3).join(' '))
        .join(', ');

    it('lets a reply through within the time-out, and not after it', () => {
      assert.equal(
        reached([
          [0, 'request', SYN],
          [61, 'reply', SYN | ACK],
        ]),
        '0 0 ACCEPT, 61 61 ACCEPT',
      );
      assert.equal(
        reached([
          [0, 'request', SYN],
          [62, 'reply', SYN | ACK],
        ]),
        '0 0 ACCEPT, 62 62 REJECT',
      );
    });

    it('waits longer once the handshake is complete', () => {
      const handshake: Sent[] = [
        [0, 'request', SYN],
        [0.1, 'reply', SYN | ACK],
        [0.2, 'request', ACK],
      ];
      const late = (at: number) => reached([...handshake, [at, 'reply', PSH | ACK]]);
      assert.equal(late(349), '0 0 ACCEPT, 0 0 ACCEPT, 349 349 ACCEPT');
      assert.equal(late(352), '0 0 ACCEPT, 0 0 ACCEPT, 352 352 REJECT');
    });

    it('ends with a reset, after the time-out of closed connections', () => {
      const reset: Sent[] = [
        [0, 'request', SYN],
        [0.1, 'reply', SYN | ACK],
        [1, 'request', RST],
      ];
      assert.equal(reached([...reset, [10, 'reply', ACK]]), '0 1 ACCEPT, 0 10 ACCEPT');
      assert.equal(reached([...reset, [12, 'reply', ACK]]), '0 1 ACCEPT, 0 0 ACCEPT, 12 12 REJECT');
    });

    it('ends when both sides have sent their FIN', () => {
      const closing: Sent[] = [
        [0, 'request', SYN],
        [0.1, 'reply', SYN | ACK],
        [1, 'request', FIN | ACK],
      ];
      assert.equal(reached([...closing, [50, 'reply', ACK]]), '0 1 ACCEPT, 0 50 ACCEPT');
      assert.equal(
        reached([...closing, [2, 'reply', FIN | ACK], [50, 'reply', ACK]]),
        '0 1 ACCEPT, 0 2 ACCEPT, 50 50 REJECT',
      );
    });

    it('begins in the middle of a connection or only with a SYN', () => {
      const packets: Sent[] = [
        [0, 'request', PSH | ACK],
        [1, 'reply', ACK],
      ];
      assert.equal(reached(packets), '0 0 ACCEPT, 1 1 ACCEPT');
      assert.equal(reached(packets, { pickup: 'syn' }), '0 0 REJECT, 1 1 REJECT');
    });

    it('never begins with a reset', () => {
      assert.equal(
        reached([
          [0, 'request', RST],
          [1, 'reply', ACK],
        ]),
        '0 0 ACCEPT, 1 1 REJECT',
      );
    });

    it('keeps a UDP answer apart from a late one', () => {
      const records = inbound(
        { groups: [serverGroup([{ protocol: UDP, port: 53 }])] },
        ...[UDP, 53],
        [
          [0, 'request'],
          [31, 'reply'],
          [92, 'reply'],
        ],
      );
      assert.deepEqual(
        records.map(record => record.split(' ').at(-1)),
        ['ACCEPT', 'ACCEPT', 'REJECT'],
      );
    });
  });

  describe('records', () => {
    it('add up packets by capture window', () => {
      const records = inbound({}, UDP, 53, [
        [298, 'request', 0, 60],
        [299, 'request', 0, 70],
        [300, 'request', 0, 80],
        [300.1, 'reply', 0, 90],
      ]);
      assert.deepEqual(records, [
        '203.0.113.12 172.31.16.139 50000 53 17 2 130 298 299 ACCEPT',
        '203.0.113.12 172.31.16.139 50000 53 17 1 80 300 300 ACCEPT',
        '172.31.16.139 203.0.113.12 53 50000 17 1 90 300 300 ACCEPT',
      ]);
    });

    it('are of one action each', () => {
      const acl = new Schedule<RuleSet | undefined>(undefined).change(ORIGIN + 5, SHUT);
      const records = inbound({ acl }, UDP, 53, [
        [4, 'request'],
        [6, 'request'],
        [7, 'request'],
      ]);
      assert.deepEqual(records, [
        '203.0.113.12 172.31.16.139 50000 53 17 1 100 4 4 ACCEPT',
        '203.0.113.12 172.31.16.139 50000 53 17 2 200 6 7 REJECT',
      ]);
    });
  });

  describe('rules', () => {
    const asked = (made: Handmade): string =>
      inbound(made, TCP, 443, [[0, 'request', SYN]])[0]!
        .split(' ')
        .at(-1)!;
    const refuse = { allow: false, peer: range('203.0.113.0/24') };
    const admit = { allow: true, peer: range('203.0.113.12') };

    it('are looked at from first to last', () => {
      const acl = (...ingress: RuleSet['ingress']): Handmade => ({ acl: { ingress, egress: [] } });
      assert.equal(asked(acl(admit, refuse)), 'ACCEPT');
      assert.equal(asked(acl(refuse, admit)), 'REJECT');
      assert.equal(asked(acl()), 'REJECT');
    });

    it('of several groups are looked at group by group', () => {
      const silent: RuleSet = { ingress: [{ allow: true, protocol: UDP }], egress: [] };
      assert.equal(asked({ groups: [silent, OPEN] }), 'ACCEPT');
      assert.equal(asked({ groups: [{ ingress: [refuse], egress: [] }, OPEN] }), 'REJECT');
      assert.equal(asked({ groups: [silent] }), 'REJECT');
    });

    it('of an ACL are asked for each direction by itself', () => {
      const replied = inbound(
        { acl: ACLS['no ephemeral ports out']!([HTTPS]), groups: [serverGroup([HTTPS])] },
        ...[TCP, 443],
        [
          [0, 'request', SYN],
          [0.1, 'reply', SYN | ACK],
        ],
      );
      assert.deepEqual(replied, [
        '203.0.113.12 172.31.16.139 50000 443 6 1 100 0 0 ACCEPT',
        '172.31.16.139 203.0.113.12 443 50000 6 1 100 0 0 REJECT',
      ]);
    });

    it('of an ACL are not asked inside its subnet', () => {
      const network = smallNetwork({ acl: SHUT });
      const { site, local, neighbour, outside } = network;
      assert.deepEqual(
        pathBetween(neighbour, local).map(hop => hop.atSubnetEdge),
        [false, false],
      );
      assert.deepEqual(
        pathBetween(outside, local).map(hop => hop.atSubnetEdge),
        [true],
      );
      const conversation = openConversation(site, neighbour, local, TCP, 50_000, 443);
      sendAll(wireOf(site, conversation, { delay: 0, loss: 0 }), [[0, 'request', SYN]]);
      assert.deepEqual(recordsOf(network), [
        '172.31.16.140 172.31.16.139 50000 443 6 1 100 0 0 ACCEPT',
      ]);
    });
  });

  it('lets the ACL refuse before the group tracks, and the group track before the ACL refuses', () => {
    const network = smallNetwork({
      groups: [CLIENT_GROUP],
      acl: { ingress: [], egress: [{ allow: true }] },
    });
    const { site, local, outside } = network;
    const conversation = openConversation(site, local, outside, TCP, 50_000, 443);
    sendAll(wireOf(site, conversation, { delay: 0, loss: 0 }), [
      [0, 'request', SYN],
      [1, 'reply', SYN | ACK],
    ]);
    const [tally] = conversation.tallies;
    assert.equal(tally?.requests.fates.passed, 1);
    assert.equal(tally.replies.fates['network-acl'], 1);
    assert.equal(tally.replies.firstTracked, true);
  });

  it('counts what the platform drops against neither layer', () => {
    const network = smallNetwork();
    const { site, local, outside } = network;
    const mail = openConversation(site, local, outside, TCP, 50_000, 25);
    sendAll(wireOf(site, mail, { delay: 0, loss: 0 }), [[0, 'request', SYN]]);
    assert.equal(mail.tallies[0]?.requests.fates.platform, 1);
    assert.equal(recordsOf(network)[0]?.endsWith('REJECT'), true);
  });
});
