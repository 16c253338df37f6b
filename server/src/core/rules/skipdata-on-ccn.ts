import { logStatusOf } from '../record/readValue';
import { onPair } from './findings';
import { ccn } from './sampleLines';
import type { RecordRule } from './rule';

const NONE = Object.fromEntries(
  ['srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol', 'packets', 'bytes', 'action'].map(
    name => [name, '-'],
  ),
);

export const skipdataOnCcn: RecordRule = {
  code: 'skipdata-on-ccn',
  scope: 'record',
  ofValues: true,
  severity: 'warning',
  title: 'SKIPDATA in a CCN record',
  why: 'The documents list only OK and NODATA for cross-region records. Take it as elsewhere: records of this window may be missing.',
  bad: [ccn({ ...NONE, 'log-status': 'SKIPDATA' })],
  good: [ccn({ ...NONE, 'log-status': 'NODATA' })],
  check(record) {
    if (logStatusOf(record) !== 'SKIPDATA' || record.observation !== 'ccn') return [];
    return onPair(
      record,
      'log-status',
      'SKIPDATA is not documented for CCN records: they have OK or NODATA.',
    );
  },
};
