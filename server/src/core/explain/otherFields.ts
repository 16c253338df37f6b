import type { Field, FieldKind } from '../layouts/fields';
import type { Cloud } from './cloud';

/** A field that only other clouds' logs have: what it holds, and its values where they are codes. */
interface OtherField {
  readonly holds: string;
  readonly values?: Readonly<Record<string, string>>;
  /** The values are AWS's; Alibaba Cloud has others in a field of the same name. */
  readonly aws?: true;
}

/** AWS VPC User Guide, Flow log records (2023); Alibaba Cloud, Log fields (2024-04-29). */
const OTHER_FIELDS: Readonly<Record<string, OtherField>> = {
  'pkt-srcaddr': { holds: 'Source address in the packet itself, where an intermediary changed it' },
  'pkt-dstaddr': {
    holds: 'Destination address in the packet itself, where an intermediary changed it',
  },
  'tcp-flags': { holds: 'TCP flags seen in the window, OR-ed into one number' },
  'vpc-id': { holds: 'VPC to which the network interface belongs' },
  'subnet-id': { holds: 'Subnet to which the network interface belongs' },
  'instance-id': { holds: 'Instance to which the network interface is attached' },
  type: { holds: 'Type of the traffic: IPv4, IPv6 or EFA' },
  region: { holds: 'Region of the network interface' },
  'az-id': { holds: 'Availability zone of the network interface' },
  'sublocation-type': { holds: 'Kind of sublocation: wavelength, outpost or localzone' },
  'sublocation-id': { holds: 'Sublocation of the network interface' },
  'pkt-src-aws-service': { holds: 'AWS service whose address range pkt-srcaddr belongs to' },
  'pkt-dst-aws-service': { holds: 'AWS service whose address range pkt-dstaddr belongs to' },
  'flow-direction': {
    holds: 'Direction as seen from the network interface',
    values: { ingress: 'into the network interface', egress: 'out of the network interface' },
  },
  direction: {
    holds: 'Direction as seen from the network interface',
    values: { in: 'into the network interface', out: 'out of the network interface' },
  },
  'traffic-path': {
    holds: 'Path that the traffic takes; AWS gives it for egress alone',
    aws: true,
    values: {
      '1': 'through another resource in the same VPC',
      '2': 'through an internet gateway or a gateway VPC endpoint',
      '3': 'through a virtual private gateway',
      '4': 'through a VPC peering within the region',
      '5': 'through a VPC peering between regions',
      '6': 'through a local gateway',
      '7': 'through a gateway VPC endpoint',
      '8': 'through an internet gateway',
    },
  },
  'reject-reason': {
    holds: 'Why the traffic was rejected, where neither security group nor network ACL did it',
    values: { BPA: 'VPC Block Public Access' },
  },
  'resource-id': { holds: 'Resource that the traffic belongs to' },
  'vswitch-id': { holds: 'VSwitch to which the network interface belongs' },
  'vm-id': { holds: 'Instance with which the network interface is associated' },
};

const KIND_FACTS: Readonly<Record<FieldKind, string>> = {
  version: 'digits',
  account: 'an account id',
  interface: 'an interface id',
  address: 'an IPv4 or IPv6 address; - where it does not apply',
  port: '0–65535',
  protocol: '0–255',
  count: 'an integer from 0',
  time: 'Unix seconds',
  action: 'ACCEPT or REJECT',
  'log-status': 'OK, NODATA or SKIPDATA',
  ccn: 'ccn- and 8 characters',
  region: 'a region name or its number',
  'tcp-flags': '0–255; - where it does not apply',
  text: 'any text; - where it does not apply',
};

/** What another cloud's field holds, if it is a known one. */
export function otherFieldHolds(field: Field): string | undefined {
  return entry(field)?.holds;
}

/** What a coded value of another cloud's field stands for there, if it is a known code. */
export function codedValue(field: Field, text: string, cloud: Cloud): string | undefined {
  const { aws = false, values = {} } = entry(field) ?? {};
  if (aws && cloud !== 'aws') return undefined;
  return Object.hasOwn(values, text) ? values[text] : undefined;
}

/** What may stand in a field of a kind, in any cloud's log. */
export function kindFacts(kind: FieldKind): string {
  return KIND_FACTS[kind];
}

function entry(field: Field): OtherField | undefined {
  return Object.hasOwn(OTHER_FIELDS, field.name) ? OTHER_FIELDS[field.name] : undefined;
}
