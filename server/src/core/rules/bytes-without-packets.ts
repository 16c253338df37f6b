import { numberIn, reportsNoData } from '../record/readValue';
import { onPair } from './findings';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

export const bytesWithoutPackets: RecordRule = {
  code: 'bytes-without-packets',
  scope: 'record',
  ofValues: true,
  severity: 'warning',
  title: 'Bytes without packets',
  why: 'Bytes come in packets, so a record without packets has no bytes. Two columns may be swapped.',
  bad: [eni({ packets: '0' })],
  good: [eni({ packets: '0', bytes: '0' })],
  check(record) {
    const packets = numberIn(record, 'packets');
    const bytes = numberIn(record, 'bytes');
    if (packets !== 0 || !bytes || reportsNoData(record)) return [];
    return onPair(record, 'packets', `No packets, but ${bytes} bytes.`);
  },
};
