import { randomInt, type Random } from './random';

const ADDRESSES = [
  ...['10.0.0.1', '172.31.16.139', '203.0.113.12', '255.255.255.255', '0.0.0.0', '224.0.0.1'],
  ...['2001:db8::1', '::', '::ffff:192.0.2.1', 'ff02::1', '1:2:3:4:5:6:7:8', '2001:db8::1::2'],
  ...['10.0.0.256', '10.0.0.01', '10.0.0', '1.2.3.4.5', '::1%eth0', 'fe80::12345', '1.2.3.4:80'],
];
const NUMBERS = [
  ...['0', '1', '22', '443', '8', '65535', '65536', '070', '4249', '99999999', '100000000'],
  ...[
    '999999999999999',
    '1000000000000000',
    '-1',
    '-',
    '1e3',
    '0x16',
    '1,000',
    '２２',
    '2048',
    '771',
  ],
];
const TIMES = [
  ...['1418530010', '1418530070', '1418530611', '1136073599', '1136073600', '4000000000'],
  ...['4000000001', '1418530010000', '-', '0', '99999999999'],
];
const NAMES = [
  ...['eni-lq6mkcis', 'eni-1235b8ca123456789', 'nat-abcd1234', 'eni-LQ6MKCIS', 'eni-1', '-'],
  ...['1d515d18-1b36-47dc-a983-bd6512aed4bd', 'ccn-abcd1234', 'ccn-ab', 'dcg-a1b2c3d4'],
];
const ACCOUNTS = [
  '1251762227',
  '123456789010',
  'unknown',
  '5f67944957444bd6bb4fe3b367de8f3d',
  'x1',
  '-',
];
const REGIONS = ['ap-guangzhou', 'na-siliconvalley', 'ap-atlantis', '1', '-'];
const VERSIONS = ['2', 'V1', '0001_0001', 'v1', '12345', 'V', '0001-0001', 'V12'];
const PROTOCOLS = ['6', '6', '6', '17', '1', '58', '47', '255', '256', '-'];
const ACTIONS = ['ACCEPT', 'REJECT', 'accept', '-', 'ACCEPTED', 'REJEC'];
const STATUSES = ['OK', 'OK', 'OK', 'NODATA', 'SKIPDATA', 'ok', 'SKIPDATE', '-'];

const DIRECTIONS = [
  'ingress',
  'egress',
  'in',
  'out',
  'ingressed',
  'ou',
  '-in',
  'INGRESS',
  '-',
  '"in"',
];

const VALUES: Record<string, readonly string[]> = {
  version: VERSIONS,
  'account-id': ACCOUNTS,
  'interface-id': NAMES,
  'ccn-id': NAMES,
  srcaddr: ADDRESSES,
  dstaddr: ADDRESSES,
  srcport: NUMBERS,
  dstport: NUMBERS,
  protocol: PROTOCOLS,
  packets: NUMBERS,
  bytes: NUMBERS,
  start: TIMES,
  end: TIMES,
  action: ACTIONS,
  'log-status': STATUSES,
  'flow-direction': DIRECTIONS,
  'region-id': REGIONS,
  srcregionid: REGIONS,
  dstregionid: REGIONS,
};

/** Values that make a record in order, so that not every line is a faulty one. */
const ORDINARY: Record<string, string> = {
  version: '2',
  'account-id': '1251762227',
  'interface-id': 'eni-lq6mkcis',
  'ccn-id': 'ccn-abcd1234',
  srcaddr: '203.0.113.12',
  dstaddr: '172.31.16.139',
  srcport: '20641',
  dstport: '22',
  protocol: '6',
  packets: '20',
  bytes: '4249',
  start: '1418530010',
  end: '1418530070',
  action: 'ACCEPT',
  'log-status': 'OK',
  'flow-direction': 'egress',
  'region-id': 'ap-guangzhou',
  srcregionid: 'ap-guangzhou',
  dstregionid: 'ap-hongkong',
};

const ENI =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
const CCN_A =
  'srcaddr dstregionid dstport start dstaddr version packets ccn-id protocol srcregionid bytes action region-id srcport end log-status';
const CCN_B =
  'version region-id ccn-id srcaddr dstaddr srcport dstport protocol srcregionid dstregionid packets bytes start end action log-status';
const DECLARED =
  'srcaddr dstaddr pkt-srcaddr tcp-flags flow-direction vpc-id interface-id action log-status';

const BLANKS = [' ', ' ', ' ', ' ', ' ', ' ', '  ', '\t', ' \t ', '\u00a0'];
const ENDS = ['\n', '\n', '\n', '\n', '\r\n', '\r'];

/** Lines of every form, most of them with something unusual in them. */
export function hostileLog(random: Random, lines: number): string {
  let text = random() < 0.1 ? '\ufeff' : '';
  let form = ENI;
  for (let i = 0; i < lines; i++) {
    if (random() < 0.1) form = pick(random, [ENI, ENI, CCN_A, CCN_B, DECLARED]);
    if (form === DECLARED && random() < 0.2) text += `${DECLARED}\n`;
    text += `${line(random, form.split(' '))}${pick(random, ENDS)}`;
  }
  return random() < 0.3 ? text.trimEnd() : text;
}

function line(random: Random, fields: string[]): string {
  const odd = random();
  if (odd < 0.02) return '';
  if (odd < 0.04)
    return pick(random, ['# comment', '#Fields: srcaddr dstaddr action', ENI, 'at x.y.z']);
  const strange = random() < 0.5 ? 0 : random() < 0.8 ? 0.08 : 0.4;
  const values = fields.map(field =>
    random() < strange ? pick(random, VALUES[field] ?? NUMBERS) : (ORDINARY[field] ?? '2'),
  );
  const absent = random() < 0.05;
  const tokens = fields.map((field, i) => {
    const value = absent && i > 2 && i < 10 ? '-' : values[i]!;
    return random() < 0.3 && fields.length > 9 ? `${field}:${value}` : value;
  });
  const keyed = random() < 0.3;
  const parts = fields.map((field, i) =>
    keyed
      ? `${field}:${values[i]!}`
      : tokens[i]!.slice(tokens[i]!.startsWith(`${field}:`) ? field.length + 1 : 0),
  );
  if (keyed && random() < 0.3) parts.reverse();
  if (random() < 0.03) parts.splice(randomInt(random, parts.length), 1);
  if (random() < 0.03) parts.push(pick(random, NUMBERS));
  const text = parts.join(pick(random, BLANKS));
  return random() < 0.04 ? mutate(random, text) : text;
}

function mutate(random: Random, text: string): string {
  const at = randomInt(random, text.length);
  const letter = String.fromCharCode(randomInt(random, random() < 0.5 ? 128 : 0x3000));
  return text.slice(0, at) + letter + text.slice(at + randomInt(random, 3));
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[randomInt(random, list.length)]!;
}
