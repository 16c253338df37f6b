import type { StoryView } from '../../../server/src/core/requests';

const NOTHING = { records: 0, packets: 0, bytes: 0 };

const BASE: StoryView = {
  code: 'reply-rejected-by-acl',
  certainty: 'proved',
  layer: 'network-acl',
  direction: 'egress',
  observationPoint: 'eni-lq6mkcis',
  protocol: 1,
  protocolName: 'ICMP',
  initiator: { address: '203.0.113.12', port: null },
  responder: { address: '172.31.16.139', port: null },
  ends: [
    { address: '203.0.113.12', port: null },
    { address: '172.31.16.139', port: null },
  ],
  localEnd: 1,
  regions: null,
  peers: null,
  conversations: 1,
  request: { lines: [1], leftOut: 0 },
  reply: { lines: [2], leftOut: 0 },
  counts: {
    request: { accepted: { records: 1, packets: 4, bytes: 336 }, refused: NOTHING },
    reply: { accepted: NOTHING, refused: { records: 1, packets: 4, bytes: 336 } },
  },
  evidence: ['The request has type 8 and the reply type 0, with identifier 4711.'],
  summary: 'The network ACL on the side of 172.31.16.139 refused the echo reply to 203.0.113.12.',
  proves: 'The network ACL refused these packets.',
  doesNotProve: 'Which rule it was.',
  assumptions: ['A network ACL is bound to this subnet.'],
  nextCheck: 'Is an ACL bound to this subnet?',
  query: 'srcaddr:"172.31.16.139" AND dstaddr:"203.0.113.12"',
};

/** A story as the server tells it: the documents' ping whose answer the ACL refused, or a change of it. */
export function story(change: Partial<StoryView> = {}): StoryView {
  const { initiator = BASE.initiator, responder = BASE.responder } = change;
  return { ...BASE, ends: [initiator, responder], ...change };
}

export const REFUSED_SSH = story({
  code: 'request-rejected',
  certainty: 'undecided',
  layer: 'security-group-or-network-acl',
  direction: 'ingress',
  observationPoint: 'eni-1a2b3c4d',
  protocol: 6,
  protocolName: 'TCP',
  initiator: { address: null, port: null },
  responder: { address: '10.0.0.5', port: 22 },
  peers: { count: 40, privateOnes: 1, listed: ['10.0.9.9', '198.51.100.7'], atLeast: false },
  conversations: 40,
  request: { lines: [4, 6, 8], leftOut: 37 },
  reply: { lines: [], leftOut: 0 },
  counts: {
    request: { accepted: NOTHING, refused: { records: 40, packets: 0, bytes: 0 } },
    reply: { accepted: NOTHING, refused: NOTHING },
  },
  summary: 'Either the security group or the network ACL refused inbound TCP 22 to 10.0.0.5.',
  query: '',
});

export const ANSWERED = story({
  code: 'both-ways-accepted',
  certainty: 'proved',
  layer: 'none',
  direction: 'unknown',
  protocol: 6,
  protocolName: 'TCP',
  initiator: { address: '198.51.100.7', port: 50122 },
  responder: { address: '2001:db8::5', port: 443 },
  localEnd: null,
  request: { lines: [10], leftOut: 0 },
  reply: { lines: [11], leftOut: 0 },
  summary: 'Both ways were let through.',
});

export const THROTTLED = story({
  code: 'throttled',
  certainty: 'proved',
  layer: 'bandwidth-limit',
  direction: 'unknown',
  observationPoint: 'ccn-1a2b3c4d/ap-guangzhou',
  protocol: 6,
  protocolName: 'TCP',
  initiator: { address: '10.0.0.1', port: 5555 },
  responder: { address: '10.1.0.1', port: 22 },
  localEnd: null,
  regions: ['ap-guangzhou', 'ap-shanghai'],
  request: { lines: [12], leftOut: 0 },
  reply: { lines: [], leftOut: 0 },
  summary:
    'The Cloud Connect Network throttled traffic from 10.0.0.1 (ap-guangzhou) to 10.1.0.1 (ap-shanghai).',
  proves: 'A bandwidth limit was reached.',
  doesNotProve: 'Which limit was hit.',
  assumptions: [],
  nextCheck: 'Compare the bytes with the limit.',
  query: '',
});

export const WHO_BEGAN_UNKNOWN = story({
  code: 'reply-rejected-by-acl',
  certainty: 'undecided',
  protocol: 17,
  protocolName: 'UDP',
  initiator: { address: null, port: null },
  responder: { address: null, port: null },
  ends: [
    { address: '10.0.0.5', port: 6000 },
    { address: '192.0.2.1', port: 7000 },
  ],
  summary: 'Undecided: packets from 192.0.2.1 to 10.0.0.5 (UDP) were refused at eni-1a2b3c4d.',
});

export const ONE_ACTION = story({
  code: 'one-sided-collection',
  certainty: 'likely',
  layer: 'unknown',
  direction: 'unknown',
  protocol: null,
  protocolName: 'any protocol',
  initiator: { address: null, port: null },
  responder: { address: null, port: null },
  localEnd: null,
  conversations: 0,
  request: { lines: [0], leftOut: 59 },
  reply: { lines: [], leftOut: 0 },
  summary: 'All 60 records of eni-lq6mkcis are REJECT.',
});
