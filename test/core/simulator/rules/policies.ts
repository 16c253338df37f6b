import { range } from '../packets/address';
import { ESP, GRE, ICMP, ICMPV6, TCP, UDP } from '../packets/protocol';
import type { Random } from '../random';
import type { PortRange, Rule, RuleSet } from './rule';

const ALLOW: Rule = { allow: true };
const EPHEMERAL: PortRange = [32768, 60999];
const HIGH: PortRange = [1024, 65535];

export const OPEN: RuleSet = { ingress: [ALLOW], egress: [ALLOW] };
export const SHUT: RuleSet = { ingress: [], egress: [] };

/** Lets in what a server is for, and lets nothing out but replies. */
export function serverGroup(services: readonly Service[]): RuleSet {
  return { ingress: [...services.map(allowService), ...PINGS], egress: [] };
}

/** Lets everything out, and nothing in but replies. */
export const CLIENT_GROUP: RuleSet = { ingress: [], egress: [ALLOW] };

/** What somebody connects to. */
export interface Service {
  readonly protocol: number;
  readonly port: number;
}

function allowService({ protocol, port }: Service): Rule {
  return { allow: true, protocol, ports: [port, port] };
}

const PINGS: readonly Rule[] = [
  { allow: true, protocol: ICMP },
  { allow: true, protocol: ICMPV6 },
];
const TUNNELS: readonly Rule[] = [
  { allow: true, protocol: GRE },
  { allow: true, protocol: ESP },
];

function tcpAndUdp(ports: PortRange): readonly Rule[] {
  return [
    { allow: true, protocol: TCP, ports },
    { allow: true, protocol: UDP, ports },
  ];
}

/** A server's security groups: one, or a narrow one bound before it that shuts some sources out. */
export function serverGroups(random: Random, services: readonly Service[]): readonly RuleSet[] {
  const server = serverGroup(services);
  if (random.chance(0.3)) return [{ ...server, egress: [ALLOW] }];
  if (random.chance(0.2)) return [OPEN];
  if (random.chance(0.3)) {
    const shutOut: Rule = { allow: false, peer: range(random.pick(PUBLIC_BLOCKS)) };
    const trusted: Rule = { allow: true, peer: range('203.0.113.0/26') };
    return [{ ingress: [trusted, shutOut], egress: [] }, server];
  }
  return [server];
}

export const PUBLIC_BLOCKS = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'] as const;

/** Network ACLs as people write them, most with a way back that somebody forgot. */
export const ACLS: Readonly<Record<string, (services: readonly Service[]) => RuleSet>> = {
  open: () => OPEN,
  /** Outbound only what servers are asked for: every reply to an ephemeral port is dropped. */
  'no ephemeral ports out': services => ({
    ingress: [ALLOW],
    egress: services.map(allowService),
  }),
  /** Inbound only the services: replies to what the subnet asks outside are dropped. */
  'no ephemeral ports in': services => ({
    ingress: [...services.map(allowService), ...PINGS, ...TUNNELS],
    egress: [ALLOW],
  }),
  /** A way back for TCP alone. */
  'TCP back only': () => ({
    ingress: [ALLOW],
    egress: [{ allow: true, protocol: TCP, ports: HIGH }],
  }),
  /** The Linux range, so that clients with other ports get no reply. */
  'ephemeral range too narrow': () => ({
    ingress: [ALLOW],
    egress: [{ allow: true, protocol: TCP, ports: EPHEMERAL }, ...PINGS],
  }),
  /** Ordered: one block shut out on the way back, a part of it let through before. */
  'a block refused on the way back': () => ({
    ingress: [ALLOW],
    egress: [
      { allow: true, peer: range('203.0.113.128/25') },
      { allow: false, peer: range('203.0.113.0/24') },
      { allow: false, peer: range('198.51.100.64/26') },
      ALLOW,
    ],
  }),
  /** Ordered, inbound: the request is what it refuses. */
  'a block refused on the way in': () => ({
    ingress: [{ allow: false, peer: range('198.51.100.0/25') }, ALLOW],
    egress: [ALLOW],
  }),
  /** Replies leave by source port, as somebody thought of the server. */
  'by source port': services => ({
    ingress: [ALLOW],
    egress: [
      ...services.slice(1).map(({ protocol, port }) => ({
        allow: true,
        protocol,
        sourcePorts: [port, port] as const,
      })),
      ...PINGS,
    ],
  }),
  'ports but no pings': () => ({
    ingress: [...tcpAndUdp([0, 65535]), ...PINGS],
    egress: tcpAndUdp([0, 65535]),
  }),
};

/** Those that drop replies of nearly everything, for scenarios that look at nothing else. */
export const REPLY_DROPPING = ['no ephemeral ports out', 'ports but no pings'] as const;
