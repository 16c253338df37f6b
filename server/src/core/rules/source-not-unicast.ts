import type { Address } from '../record/address';
import { notUnicast } from '../record/notUnicast';
import { addressIn, numberIn, reportsNoData } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import { onValue } from './findings';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

const IGMP = 2;
const UDP = 17;

/**
 * A host that has no address yet sends from 0.0.0.0: to a DHCP server (RFC 2131, 4.1), or with IGMP
 * (RFC 9776, 4.2.13).
 */
function asksForAddress(source: Address, record: RecordView): boolean {
  if (source.family !== 4 || source.value !== 0) return false;
  const protocol = numberIn(record, 'protocol');
  const [from, to] = [numberIn(record, 'srcport'), numberIn(record, 'dstport')];
  return protocol === IGMP || (protocol === UDP && from === 68 && to === 67);
}

export const sourceNotUnicast: RecordRule = {
  code: 'source-not-unicast',
  scope: 'record',
  ofValues: true,
  severity: 'warning',
  title: 'Source that nobody can have',
  why: 'Broadcast, multicast and unspecified addresses are destinations or placeholders. As a source they are forged, or source and destination are swapped.',
  bad: [eni({ srcaddr: '224.0.0.1' }), eni({ srcaddr: '255.255.255.255' })],
  good: [
    eni({ dstaddr: '224.0.0.1' }),
    eni({
      srcaddr: '0.0.0.0',
      dstaddr: '255.255.255.255',
      srcport: '68',
      dstport: '67',
      protocol: '17',
    }),
  ],
  check(record) {
    const source = addressIn(record, 'srcaddr');
    if (!source || reportsNoData(record)) return [];
    const kind = notUnicast(source);
    const value = record.value('srcaddr');
    if (!kind || !value || asksForAddress(source, record)) return [];
    return [onValue(value, `${value.text} is ${kind} and cannot be a source.`)];
  },
};
