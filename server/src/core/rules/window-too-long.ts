import { LONGEST_WINDOW } from '../scan/crossCheck';
import { onPair } from './findings';
import { plausibleTime } from './plausibleTime';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

export const windowTooLong: RecordRule = {
  code: 'window-too-long',
  scope: 'record',
  ofValues: true,
  severity: 'information',
  title: 'Long capture window',
  why: 'The documents give windows of one to ten minutes. A longer one may be aggregated by another tool; rates and orders in time are then coarser.',
  bad: [eni({ end: '1700000601' })],
  good: [eni({ end: '1700000600' })],
  check(record, { latest }) {
    const start = plausibleTime(record, 'start', latest);
    const end = plausibleTime(record, 'end', latest);
    if (start === undefined || end === undefined || end - start <= LONGEST_WINDOW) return [];
    return onPair(
      record,
      'end',
      `The window is ${end - start} s long; documented windows have up to 600 s.`,
    );
  },
};
