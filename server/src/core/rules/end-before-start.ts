import { onPair } from './findings';
import { plausibleTime } from './plausibleTime';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

export const endBeforeStart: RecordRule = {
  code: 'end-before-start',
  scope: 'record',
  ofValues: true,
  severity: 'error',
  title: 'Window ends before it starts',
  why: 'The end of a capture window cannot come before its start: the two were swapped, or one of them is damaged.',
  bad: [eni({ start: '1700000060', end: '1700000000' })],
  good: [eni({ end: '1700000000' })],
  check(record, { latest }) {
    const start = plausibleTime(record, 'start', latest);
    const end = plausibleTime(record, 'end', latest);
    if (start === undefined || end === undefined || end >= start) return [];
    return onPair(record, 'end', `end is ${start - end} s before start.`);
  },
};
