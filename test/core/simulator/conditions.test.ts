import assert from 'node:assert/strict';
import { ORIGIN, smallNetwork, type Handmade } from './handmade';
import { writeLog } from './aggregation/writeLog';
import { openConversation, openEcho } from './network/conversations';
import { address } from './packets/address';
import type { Conversation } from './packets/conversation';
import { ACK, SYN, TCP, UDP } from './packets/protocol';
import { SHUT } from './rules/policies';
import { say, wireOf, type Sender } from './traffic/wire';
import type { Conditions } from './truth/conditions';
import { PeerPorts } from './truth/peerPorts';
import type { Told } from './truth/told';
import { truthOf } from './truth/truth';

interface Case extends Handmade {
  readonly told?: Told;
  readonly flags?: boolean;
  readonly peer?: string;
  readonly port?: number;
  readonly clientPort?: number;
  readonly protocol?: number;
  readonly times?: readonly [asked: number, answered: number];
}

/** The conditions for a reply that the ACL drops, 400 s after the records begin. */
function conditionsFor(made: Case): Conditions {
  const network = smallNetwork({ acl: { ...SHUT, ingress: [{ allow: true }] }, ...made });
  const { site, local, point } = network;
  const outside = { address: address(made.peer ?? '203.0.113.12') };
  const somebody = { address: address('198.51.100.1') };
  const { protocol = TCP, port = 443, clientPort = 50_000, times = [400, 402] } = made;
  // Another peer, so that the interface's own address is the only one in every record.
  const other = openConversation(site, somebody, local, UDP, 4000, 4001);
  sendAt(other, [1, 'request'], [420, 'request']);
  const conversation =
    protocol === 1
      ? openEcho(site, outside, local, port)
      : openConversation(site, outside, local, protocol, clientPort, port);
  sendAt(conversation, [times[0], 'request', SYN], [times[1], 'reply', SYN | ACK]);
  const { lines } = writeLog(site.setup, [point], 'positional', 'oldest-first');
  const truths = truthOf([conversation], {
    setup: site.setup,
    flagsOnRecord: made.flags ?? false,
    told: made.told ?? {},
    peerPorts: () => new PeerPorts(lines),
  });
  return truths[0]!.conditions!;

  function sendAt(of: Conversation, ...packets: [number, Sender, number?][]): void {
    const wire = wireOf(site, of, { delay: 0, loss: 0 });
    for (const [at, sender, tcp = 0] of packets) {
      wire.timeline.plan(ORIGIN + at, now => say(wire, sender, { bytes: 60, tcp }, now));
    }
    wire.timeline.run();
  }
}

function failing(made: Case): string {
  return Object.entries(conditionsFor(made))
    .filter(([, holds]) => !holds)
    .map(([name]) => name)
    .join(' ');
}

describe('The conditions of a proof, by ground truth', () => {
  it('all hold for a plain case', () => assert.equal(failing({}), ''));

  it('P2: ports, flags, types or a second between them say who asked', () => {
    const high = { port: 50_051 };
    assert.equal(failing({ ...high, times: [400, 400.5] }), 'P2');
    assert.equal(failing({ ...high, times: [400, 401] }), '');
    assert.equal(failing({ ...high, times: [400, 400.5], flags: true }), '');
    assert.equal(failing({ clientPort: 1023, port: 2049, times: [400, 400.5] }), 'P2');
    assert.equal(failing({ protocol: 1, port: 7, times: [400, 400.5] }), '');
    assert.equal(failing({ protocol: 1, port: 0, times: [400, 400.5] }), 'P2 P3');
  });

  it('P3: the reply follows in time', () => {
    assert.equal(failing({ times: [400, 460] }), '');
    assert.equal(failing({ times: [400, 461] }), 'P3');
    assert.equal(failing({ protocol: UDP, port: 53, times: [400, 430] }), '');
    assert.equal(failing({ protocol: UDP, port: 53, times: [400, 431] }), 'P3');
  });

  it('P5: the records reach back a window before the request', () => {
    assert.equal(failing({ times: [301, 302] }), '');
    assert.equal(failing({ times: [200, 202] }), 'P5');
    assert.equal(failing({ protocol: 1, port: 7, times: [200, 202] }), '');
  });

  it('P6: the addresses cannot be in one subnet, unless settings tell them apart', () => {
    assert.equal(failing({ peer: '172.31.99.1' }), 'P6');
    const told = { subnets: ['172.31.16.0/24', '172.31.99.0/24'] };
    assert.equal(failing({ peer: '172.31.99.1', told }), '');
    assert.equal(failing({ peer: '172.30.99.1' }), '');
  });

  it('P7: no address is of the provider', () => {
    assert.equal(failing({ peer: '100.64.1.1' }), 'P7');
    assert.equal(failing({ peer: '169.254.128.7' }), 'P7');
  });
});
