import fc from 'fast-check';

/** Values of one record by field name. */
export type FlowValues = Readonly<Record<string, string>>;

const id = (prefix: string) =>
  fc
    .array(fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz0123456789')), {
      minLength: 8,
      maxLength: 8,
    })
    .map(letters => prefix + letters.join(''));

const account = fc.constantFrom('1300000001', '1251762227', '123456789010', 'unknown', '7');
const interfaceId = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('eni-a1b2c3d4', 'eni-lq6mkcis', 'nat-0a1b2c3d') },
  { weight: 1, arbitrary: id('eni-') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'eni-1235b8ca123456789',
      '1d515d18-1b36-47dc-a983-bd6512aed4bd',
      'eni-a1',
    ),
  },
);
const region = fc.constantFrom(
  'ap-guangzhou',
  'ap-shanghai',
  'na-siliconvalley',
  '1',
  'ap-atlantis',
);
const ipv4 = fc.oneof(
  fc.constantFrom('192.0.2.10', '198.51.100.7', '203.0.113.12', '10.0.0.5', '172.31.16.21'),
  fc.nat(0xffffffff).map(n => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255].join('.')),
);
const ipv6 = fc.oneof(
  fc.constantFrom('2001:db8::1', '2001:db8:0:1::7', '::', 'ff02::1'),
  fc.ipV6(),
);
const port = fc.oneof(fc.constantFrom(22, 443, 3389, 0, 65_535), fc.nat(65_535));
const protocol = fc.constantFrom(6, 6, 6, 17, 17, 1, 58, 47, 255);

/** The values of a record whose every value is legal, most of them of an ordinary record. */
export const flowValues: fc.Arbitrary<FlowValues> = fc
  .record({
    version: fc.constantFrom('2', 'V1', '0001_0001', 'V12'),
    account,
    interfaceId,
    ends: fc.oneof(
      { weight: 5, arbitrary: fc.tuple(ipv4, ipv4) },
      { weight: 2, arbitrary: fc.tuple(ipv6, ipv6) },
      { weight: 1, arbitrary: fc.tuple(ipv4, ipv6) },
    ),
    ports: fc.tuple(port, port),
    protocol,
    packets: fc.oneof(fc.nat(100), fc.nat(2 ** 40), fc.constant(999_999_999_999_999)),
    size: fc.oneof(fc.integer({ min: 20, max: 1500 }), fc.constantFrom(0, 19)),
    start: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1_136_073_600, max: 1_900_000_000 }) },
      { weight: 1, arbitrary: fc.constantFrom(1_136_073_599, 4_294_967_295, 2_000_000_001) },
    ),
    window: fc.oneof(
      { weight: 8, arbitrary: fc.nat(600) },
      { weight: 1, arbitrary: fc.constantFrom(601, -1, 86_400) },
    ),
    action: fc.constantFrom('ACCEPT', 'REJECT'),
    ccn: fc.oneof(fc.constantFrom('ccn-a1b2c3d4', 'ccn-short'), id('ccn-')),
    regions: fc.tuple(region, region, region),
    flags: fc.nat(255),
    vpc: id('vpc-'),
    direction: fc.constantFrom('ingress', 'egress'),
    zone: fc.constantFrom('use1-az1', 'ap-guangzhou-3', '#3', 'x'),
  })
  .map(flow => ({
    version: flow.version,
    'account-id': flow.account,
    'interface-id': flow.interfaceId,
    srcaddr: flow.ends[0],
    dstaddr: flow.ends[1],
    srcport: String(flow.ports[0]),
    dstport: String(flow.ports[1]),
    protocol: String(flow.protocol),
    packets: String(flow.packets),
    bytes: String(Math.min(flow.packets * flow.size, 999_999_999_999_999)),
    start: String(flow.start),
    end: String(Math.min(flow.start + flow.window, 4_294_967_295)),
    action: flow.action,
    'log-status': 'OK',
    'ccn-id': flow.ccn,
    'region-id': flow.regions[0],
    srcregionid: flow.regions[1],
    dstregionid: flow.regions[2],
    'tcp-flags': String(flow.flags),
    'pkt-srcaddr': flow.ends[0],
    'vpc-id': flow.vpc,
    'az-id': flow.zone,
    'flow-direction': flow.direction,
  }));

/** The same record as it is written when nothing was recorded. */
export function withoutData(values: FlowValues, status: string, count = '-'): FlowValues {
  return {
    ...values,
    ...{ srcaddr: '-', dstaddr: '-', srcport: '-', dstport: '-', protocol: '-', action: '-' },
    ...{ packets: count, bytes: count, 'log-status': status },
  };
}

/** The same record as a CCN writes it for anything but TCP and UDP. */
export function withoutPorts(values: FlowValues): FlowValues {
  return { ...values, protocol: '1', srcport: '-', dstport: '-' };
}
