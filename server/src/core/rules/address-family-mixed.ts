import { addressIn, reportsNoData } from '../record/readValue';
import { onPair } from './findings';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

export const addressFamilyMixed: RecordRule = {
  code: 'address-family-mixed',
  scope: 'record',
  ofValues: true,
  severity: 'warning',
  title: 'IPv4 and IPv6 in one flow',
  why: 'Both ends of a flow have addresses of one family.',
  bad: [eni({ srcaddr: '2001:db8::1' })],
  good: [eni({ srcaddr: '2001:db8::1', dstaddr: '2001:db8::2' })],
  check(record) {
    const source = addressIn(record, 'srcaddr');
    const destination = addressIn(record, 'dstaddr');
    if (!source || !destination || source.family === destination.family) return [];
    if (reportsNoData(record)) return [];
    return onPair(
      record,
      'dstaddr',
      'Source and destination are of different families, IPv4 and IPv6.',
    );
  },
};
