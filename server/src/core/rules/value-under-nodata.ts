import { ABSENT, logStatusOf } from '../record/readValue';
import { onValue, shown } from './findings';
import { nodata } from './sampleLines';
import type { ValueRule } from './rule';

const DATA_FIELDS: ReadonlySet<string> = new Set([
  ...['srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol', 'packets', 'bytes', 'action'],
]);

export const valueUnderNodata: ValueRule = {
  code: 'value-under-nodata',
  scope: 'value',
  severity: 'warning',
  title: 'Value in a record without data',
  why: 'NODATA and SKIPDATA say that nothing was recorded for the window, so addresses, ports, counts and action are absent. A value there belongs to another record, or the status is wrong.',
  bad: [nodata({ action: 'ACCEPT' }), nodata({ packets: '5', 'log-status': 'SKIPDATA' })],
  good: [nodata(), nodata({ packets: '-1', bytes: '-1' })],
  check(value, record) {
    const status = logStatusOf(record);
    if (status === undefined || status === 'OK' || !DATA_FIELDS.has(value.field.name))
      return undefined;
    const { text, field } = value;
    if (text === ABSENT || (text === '-1' && field.kind === 'count')) return undefined;
    return onValue(
      value,
      `${field.name} has a value (${shown(text)}) though log-status is ${status}.`,
    );
  },
};
