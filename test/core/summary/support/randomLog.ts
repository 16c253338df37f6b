import fc from 'fast-check';
import { POSITIONAL } from '../../../support/reference/fields';

type Values = Readonly<Record<string, string>>;

const addresses = [
  ...[
    '10.0.0.1',
    '10.0.0.2',
    '10.0.1.7',
    '172.16.0.9',
    '192.0.2.1',
    '198.51.100.7',
    '203.0.113.12',
  ],
  ...['2001:db8::1', '2001:db8::2', '2001:db8:0:1::7'],
];
const ports = ['22', '53', '80', '443', '8080', '40000', '40001', '51234', '0'];
const regions = ['ap-guangzhou', 'ap-shanghai', 'na-siliconvalley'];
const interfaces = ['eni-aaaaaaa1', 'eni-aaaaaaa2', 'eni-aaaaaaa3', 'nat-bbbbbbb1', 'dcg-ccccccc1'];

/** What a value may be replaced by: absent, or no legal value and yet in its place to any reader. */
const broken: Values = {
  srcaddr: '10.0.0.256',
  dstaddr: '10.0.0.999',
  srcport: '70000',
  dstport: '1,000',
  protocol: '999',
  packets: '1,000',
  bytes: '0x10',
  action: 'accept',
};

const icmp = fc.constantFrom(
  ...([
    ['7', '2048'],
    ['7', '0'],
    ['0', '0'],
    ['9', '769'],
  ] as [string, string][]),
);
const icmpV6 = fc.constantFrom(
  ...([
    ['7', '32768'],
    ['7', '33024'],
    ['0', '0'],
  ] as [string, string][]),
);
const anyPorts = fc.tuple(fc.constantFrom(...ports), fc.constantFrom(...ports));

const transport = fc
  .constantFrom('6', '6', '6', '17', '17', '1', '58', '47', '132')
  .chain(protocol =>
    (protocol === '1' ? icmp : protocol === '58' ? icmpV6 : anyPorts).map(
      ([from, to]) => [protocol, from, to] as const,
    ),
  );

const record: fc.Arbitrary<Values> = fc
  .record({
    account: fc.constantFrom('1251762227', '1300000001'),
    point: fc.constantFrom(...interfaces),
    ends: fc.tuple(fc.constantFrom(...addresses), fc.constantFrom(...addresses)),
    transport,
    packets: fc.integer({ min: 0, max: 50 }),
    size: fc.constantFrom(40, 64, 1500),
    start: fc.oneof(
      fc.integer({ min: 1_655_104_384, max: 1_655_104_700 }),
      fc.integer({ min: 1_655_104_384, max: 1_655_190_000 }),
    ),
    length: fc.nat(300),
    action: fc.constantFrom('ACCEPT', 'ACCEPT', 'REJECT'),
    status: fc.constantFrom('OK', 'OK', 'OK', 'OK', 'NODATA', 'SKIPDATA'),
    regions: fc.tuple(
      fc.constantFrom(...regions),
      fc.constantFrom(...regions),
      fc.constantFrom(...regions),
    ),
    ccn: fc.constantFrom('ccn-ddddddd1', 'ccn-ddddddd2'),
    fault: fc.option(fc.constantFrom(...Object.keys(broken)), { freq: 8 }),
  })
  .map(flow => {
    const [protocol, srcport, dstport] = flow.transport;
    const none = flow.status !== 'OK';
    const data = (value: string | number) => (none ? '-' : String(value));
    return {
      version: '2',
      'account-id': flow.account,
      'interface-id': flow.point,
      srcaddr: data(flow.ends[0]),
      dstaddr: data(flow.ends[1]),
      srcport: data(srcport),
      dstport: data(dstport),
      protocol: data(protocol),
      packets: data(flow.packets),
      bytes: data(flow.packets * flow.size),
      start: String(flow.start),
      end: String(flow.start + flow.length),
      action: data(flow.action),
      'log-status': flow.status,
      'ccn-id': flow.ccn,
      'region-id': flow.regions[0],
      srcregionid: flow.regions[1],
      dstregionid: flow.regions[2],
      ...(flow.fault !== null && !none ? { [flow.fault]: broken[flow.fault]! } : {}),
    };
  });

const declared = [
  'interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status',
  'srcaddr dstaddr dstport srcport bytes packets start action log-status',
  'srcaddr dstaddr srcport dstport protocol packets bytes start end action',
].map(names => names.split(' '));

const line = (columns: readonly string[]) =>
  record.map(values => columns.map(name => values[name]!).join(' '));
const keyed = (columns: readonly string[]) =>
  fc
    .tuple(record, fc.shuffledSubarray([...columns], { minLength: columns.length }))
    .map(([values, names]) => names.map(name => `${name}:${values[name]!}`).join(' '));

const several = (arbitrary: fc.Arbitrary<string>) =>
  fc.array(arbitrary, { minLength: 1, maxLength: 12 });

const part: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 4, arbitrary: several(line(POSITIONAL['eni']!)) },
  { weight: 2, arbitrary: several(line(POSITIONAL['ccn-a']!)) },
  { weight: 2, arbitrary: several(line(POSITIONAL['ccn-b']!)) },
  { weight: 2, arbitrary: several(keyed(POSITIONAL['eni']!)) },
  { weight: 1, arbitrary: several(keyed(POSITIONAL['ccn-b']!)) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...declared)
      .chain(columns => several(line(columns)).map(lines => [columns.join(' '), ...lines])),
  },
  { weight: 1, arbitrary: fc.constantFrom([''], ['# a comment'], ['', '']) },
);

/** A log in every form, with few enough different values that they come together often. */
export const randomLog: fc.Arbitrary<string> = fc
  .tuple(fc.array(part, { maxLength: 10 }), fc.boolean())
  .map(([parts, ended]) => parts.flat().join('\n') + (ended ? '\n' : ''));
