import { addressIn, numberIn, reportsNoData } from '../record/readValue';
import { onPair } from './findings';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

export const icmpFamily: RecordRule = {
  code: 'icmp-family',
  scope: 'record',
  ofValues: true,
  severity: 'information',
  title: 'ICMP of the other family',
  why: 'ICMP (1) belongs to IPv4 and ICMPv6 (58) to IPv6.',
  bad: [eni({ protocol: '58', srcport: '7', dstport: '32768' })],
  good: [eni({ protocol: '1', srcport: '7', dstport: '2048' })],
  check(record) {
    const protocol = numberIn(record, 'protocol');
    const family = (addressIn(record, 'srcaddr') ?? addressIn(record, 'dstaddr'))?.family;
    if (!family || (protocol !== 1 && protocol !== 58) || reportsNoData(record)) return [];
    if ((protocol === 58) === (family === 6)) return [];
    const name = protocol === 58 ? 'ICMPv6 (58)' : 'ICMP (1)';
    return onPair(record, 'protocol', `${name} between IPv${family} addresses.`);
  },
};
