import type { Field } from './fields';

/** Fields that are named by a title alone. */
function texts(titles: Readonly<Record<string, string>>): Field[] {
  return Object.entries(titles).map(([name, title]) => ({ name, kind: 'text', title }));
}

/** AWS VPC User Guide, Flow log records (2023), and what later versions of the format add. */
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
    'resource-type': 'Resource type',
    'tgw-id': 'Transit gateway',
    'tgw-attachment-id': 'Transit gateway attachment',
    'tgw-src-vpc-account-id': 'Account of the source VPC',
    'tgw-dst-vpc-account-id': 'Account of the destination VPC',
    'tgw-src-vpc-id': 'Source VPC',
    'tgw-dst-vpc-id': 'Destination VPC',
    'tgw-src-subnet-id': 'Source subnet',
    'tgw-dst-subnet-id': 'Destination subnet',
    'tgw-src-eni': 'Source interface',
    'tgw-dst-eni': 'Destination interface',
    'tgw-src-az-id': 'Source availability zone',
    'tgw-dst-az-id': 'Destination availability zone',
    'tgw-pair-attachment-id': 'Attachment on the other side',
    'packets-lost-no-route': 'Packets lost for want of a route',
    'packets-lost-blackhole': 'Packets lost to a blackhole route',
    'packets-lost-mtu-exceeded': 'Packets lost as too large (MTU)',
    'packets-lost-ttl-expired': 'Packets lost by expiry of their TTL',
    'ecs-cluster-arn': 'ECS cluster (ARN)',
    'ecs-cluster-name': 'ECS cluster',
    'ecs-container-instance-arn': 'ECS container instance (ARN)',
    'ecs-container-instance-id': 'ECS container instance',
    'ecs-container-id': 'ECS container',
    'ecs-second-container-id': 'Second ECS container',
    'ecs-service-name': 'ECS service',
    'ecs-task-definition-arn': 'ECS task definition (ARN)',
    'ecs-task-arn': 'ECS task (ARN)',
    'ecs-task-id': 'ECS task',
    'reject-reason': 'Reason of the rejection',
    'resource-id': 'Resource',
    'encryption-status': 'Encryption status',
    'interface-type': 'Interface type',
    'next-hop-interface-id': 'Interface of the next hop',
    'next-hop-interface-type': 'Interface type of the next hop',
    'next-hop-subnet-id': 'Subnet of the next hop',
    'next-hop-vpc-id': 'VPC of the next hop',
    'next-hop-az-id': 'Availability zone of the next hop',
    'instance-tag': 'Tag of the instance',
    'interface-tag': 'Tag of the interface',
  }),
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
