import { counted } from '../explain/quantities';
import { numberIn, reportsNoData } from '../record/readValue';
import { LEAST_PACKET } from '../scan/crossCheck';
import { onPair } from './findings';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

export const bytesBelowMinimum: RecordRule = {
  code: 'bytes-below-minimum',
  scope: 'record',
  ofValues: true,
  severity: 'warning',
  title: 'Too few bytes for the packets',
  why: 'An IPv4 packet has a header of at least 20 bytes (RFC 791), so fewer bytes than 20 for each packet cannot be. Two columns may be swapped.',
  bad: [eni({ packets: '100', bytes: '200' })],
  good: [eni({ packets: '100', bytes: '2000' })],
  check(record) {
    const packets = numberIn(record, 'packets');
    const bytes = numberIn(record, 'bytes');
    if (!packets || bytes === undefined || reportsNoData(record)) return [];
    if (bytes >= LEAST_PACKET * packets) return [];
    return onPair(
      record,
      'bytes',
      `${counted(bytes, 'byte')} for ${counted(packets, 'packet')} cannot be: 20 is the least for each.`,
    );
  },
};
