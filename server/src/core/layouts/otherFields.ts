import type { Field } from './fields';

/** Fields that are named by a title alone. */
function texts(titles: Readonly<Record<string, string>>): Field[] {
  return Object.entries(titles).map(([name, title]) => ({ name, kind: 'text', title }));
}

/** Families of AWS's fields: of transit gateways (version 6), of ECS (7) and of the next hop (11). */
const FAMILIES = /^(?:tgw|packets-lost|ecs|next-hop)(?:-[a-z]+)+$/;
/** Abbreviations in names, and the words that are always cut short. */
const SHORT = /\b(?:arn|az|ecs|eni|id|mtu|tgw|ttl|vpc)\b/g;
const WORDS: Readonly<Record<string, string>> = { src: 'source', dst: 'destination' };

/** A field whose name says what it holds: `tgw-src-vpc-id` is the TGW source VPC ID. */
function spelled(name: string): Field {
  const words = name.split('-').map(word => WORDS[word] ?? word);
  const text = words.join(' ').replace(SHORT, short => short.toUpperCase());
  return { name, kind: 'text', title: text.charAt(0).toUpperCase() + text.slice(1) };
}

/** The field of one of AWS's families, by its name. */
export function familyField(name: string): Field | undefined {
  return FAMILIES.test(name) ? spelled(name) : undefined;
}

/** AWS VPC User Guide, Flow log records (2023), and what versions 6 to 11 of the format add. */
const AWS_FIELDS: readonly Field[] = [
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
  ...['resource-type', 'encryption-status', 'interface-type', 'instance-tag', 'interface-tag'].map(
    spelled,
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

/** What Tencent Cloud's log service adds to each record that it ships (Log Service, Shipping to COS). */
export const LOG_SERVICE_FIELDS: readonly Field[] = texts({
  __TIMESTAMP__: 'Intake by the log service (ms)',
  __SOURCE__: 'Sender to the log service',
  __FILENAME__: 'File that was collected',
  __HOSTNAME__: 'Host that was collected from',
  __CONTENT__: 'Raw line',
  __TAG__: 'Tags in the log service',
});

/** A tag that the log service adds under a name of its own. */
export function tagField(name: string): Field | undefined {
  return name.startsWith('__TAG__.')
    ? { name, kind: 'text', title: 'Tag in the log service' }
    : undefined;
}

/**
 * Fields that other clouds and custom formats add; read and named, not checked beyond their kind.
 */
export const OTHER_FIELDS: readonly Field[] = [
  ...AWS_FIELDS,
  ...ALIBABA_FIELDS,
  ...LOG_SERVICE_FIELDS,
];
