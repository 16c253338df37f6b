import type { Field } from './fields';

/** Fields that are named by a title alone. */
function texts(titles: Readonly<Record<string, string>>): Field[] {
  return Object.entries(titles).map(([name, title]) => ({ name, kind: 'text', title }));
}

/** Abbreviations in names, and the words that are always cut short. */
const SHORT = /\b(?:arn|az|ecs|eni|id|mtu|tgw|ttl|vpc)\b/g;
const WORDS: Readonly<Record<string, string>> = { src: 'source', dst: 'destination' };

/** Fields whose names say what they hold: `tgw-src-vpc-id` is the TGW source VPC ID. */
function spelled(names: string): Field[] {
  return names.split(' ').map(name => {
    const words = name.split('-').map(word => WORDS[word] ?? word);
    const text = words.join(' ').replace(SHORT, short => short.toUpperCase());
    return { name, kind: 'text', title: text.charAt(0).toUpperCase() + text.slice(1) };
  });
}

/** AWS VPC User Guide, Flow log records (2023), and what versions 6 to 11 of the format add. */
export const AWS_FIELDS: readonly Field[] = [
  { name: 'pkt-srcaddr', kind: 'address', title: 'Packet source address' },
  { name: 'pkt-dstaddr', kind: 'address', title: 'Packet destination address' },
  { name: 'tcp-flags', kind: 'tcp-flags', title: 'TCP flags', aliases: ['tcpflags'] },
  ...texts({
    'vpc-id': 'VPC',
    'subnet-id': 'Subnet',
    'instance-id': 'Instance',
    type: 'Traffic type',
    region: 'Region',
    'az-id': 'Availability zone',
    'sublocation-type': 'Sublocation type',
    'sublocation-id': 'Sublocation',
    'pkt-src-aws-service': 'Source service',
    'pkt-dst-aws-service': 'Destination service',
    'flow-direction': 'Direction at the interface',
    'traffic-path': 'Traffic path',
    'reject-reason': 'Reason of the rejection',
    'resource-id': 'Resource',
  }),
  ...spelled(
    'resource-type tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id tgw-dst-az-id tgw-pair-attachment-id packets-lost-no-route packets-lost-blackhole packets-lost-mtu-exceeded packets-lost-ttl-expired',
  ),
  ...spelled(
    'ecs-cluster-arn ecs-cluster-name ecs-container-instance-arn ecs-container-instance-id ecs-container-id ecs-second-container-id ecs-service-name ecs-task-definition-arn ecs-task-arn ecs-task-id',
  ),
  ...spelled(
    'encryption-status interface-type next-hop-interface-id next-hop-interface-type next-hop-subnet-id next-hop-vpc-id next-hop-az-id instance-tag interface-tag',
  ),
];

/** Alibaba Cloud, Log fields of VPC flow logs, and of those of Cloud Enterprise Network (CEN). */
export const ALIBABA_FIELDS: readonly Field[] = texts({
  __topic__: 'Log topic',
  'vswitch-id': 'VSwitch',
  'vm-id': 'Instance',
  direction: 'Direction at the interface',
  srctype: 'Network of the source',
  dsttype: 'Network of the destination',
  'cen-id': 'Cloud Enterprise Network',
  'attachment-id': 'Transit router attachment',
  'src-region-id': 'Source region',
  'dst-region-id': 'Destination region',
});

/**
 * Fields that other clouds and custom formats add; read and named, not checked beyond their kind.
 */
export const OTHER_FIELDS: readonly Field[] = [...AWS_FIELDS, ...ALIBABA_FIELDS];
