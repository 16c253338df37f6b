import type { Address } from '../record/address';
import { addressIn, reportsNoData } from '../record/readValue';
import { onValue } from './findings';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

/** What an address is that no host can have; undefined for one that a host can have. */
export function notUnicast(address: Address): string | undefined {
  if (address.family === 6) return address.bytes[0] === 0xff ? 'a multicast address' : undefined;
  if (address.value === 0xffffffff) return 'the broadcast address';
  if (address.value === 0) return 'the unspecified address';
  return address.value >>> 28 === 0xe ? 'a multicast address' : undefined;
}

export const sourceNotUnicast: RecordRule = {
  code: 'source-not-unicast',
  scope: 'record',
  severity: 'warning',
  title: 'Source that nobody can have',
  why: 'Broadcast, multicast and unspecified addresses are destinations or placeholders. As a source they are forged, or source and destination are swapped.',
  bad: [eni({ srcaddr: '224.0.0.1' }), eni({ srcaddr: '255.255.255.255' })],
  good: [eni({ dstaddr: '224.0.0.1' })],
  check(record) {
    const source = addressIn(record, 'srcaddr');
    if (!source || reportsNoData(record)) return [];
    const kind = notUnicast(source);
    const value = record.value('srcaddr');
    if (!kind || !value) return [];
    return [onValue(value, `${value.text} is ${kind} and cannot be a source.`)];
  },
};
