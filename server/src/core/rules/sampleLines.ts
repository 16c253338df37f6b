import { eniLayout } from '../layouts/eni';
import { ccnNewerLayout } from '../layouts/ccn';

const ENI: Readonly<Record<string, string>> = {
  version: '2',
  'account-id': '1300000001',
  'interface-id': 'eni-a1b2c3d4',
  srcaddr: '192.0.2.10',
  dstaddr: '10.0.1.5',
  srcport: '50312',
  dstport: '443',
  protocol: '6',
  packets: '20',
  bytes: '4249',
  start: '1700000000',
  end: '1700000060',
  action: 'ACCEPT',
  'log-status': 'OK',
};
const CCN: Readonly<Record<string, string>> = {
  ...ENI,
  'region-id': 'ap-guangzhou',
  'ccn-id': 'ccn-a1b2c3d4',
  srcaddr: '10.0.1.5',
  dstaddr: '10.8.0.9',
  srcregionid: 'ap-guangzhou',
  dstregionid: 'ap-hongkong',
};

type Values = Readonly<Record<string, string>>;

/** An ENI record in the value format, in order but for the values given. */
export function eni(values: Values = {}): string {
  return eniLayout.columns.map(({ name }) => values[name] ?? ENI[name]).join(' ');
}

/** A CCN record in the value format, in order but for the values given. */
export function ccn(values: Values = {}): string {
  return ccnNewerLayout.columns.map(({ name }) => values[name] ?? CCN[name]).join(' ');
}

/** An ENI record as key:value, in order but for the values given. */
export function keyed(values: Values = {}): string {
  return eniLayout.columns.map(({ name }) => `${name}:${values[name] ?? ENI[name]!}`).join(' ');
}

/** An ENI record without data, in order but for the values given. */
export function nodata(values: Values = {}): string {
  const absent = Object.fromEntries(
    ['srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol', 'packets', 'bytes', 'action'].map(
      name => [name, '-'],
    ),
  );
  return eni({ ...absent, 'log-status': 'NODATA', ...values });
}
