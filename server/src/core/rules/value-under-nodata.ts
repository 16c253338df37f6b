import { logStatusOf } from '../record/readValue';
import { contradictions, isDataField, isLeftOut } from './dataFields';
import { onValue, shown } from './findings';
import { eni, nodata } from './sampleLines';
import type { ValueRule } from './rule';

export const valueUnderNodata: ValueRule = {
  code: 'value-under-nodata',
  scope: 'value',
  onlyWithoutData: true,
  severity: 'warning',
  title: 'Value in a record without data',
  why: 'NODATA and SKIPDATA say that nothing was recorded for the window, so addresses, ports, counts and action are absent. A value there belongs to another record, or the status is wrong.',
  bad: [
    nodata({ action: 'ACCEPT' }),
    nodata({ packets: '5', 'log-status': 'SKIPDATA' }),
    eni({ 'log-status': 'NODATA' }),
  ],
  good: [nodata(), nodata({ packets: '-1', bytes: '-1' })],
  check(value, record) {
    const status = logStatusOf(record);
    if (status === undefined || status === 'OK') return undefined;
    const { text, field } = value;
    const contradicts = isDataField(value) && !isLeftOut(value);
    if (!contradicts && field.kind !== 'log-status') return undefined;
    const values = contradictions(record);
    if (values !== undefined) {
      if (field.kind !== 'log-status') return undefined;
      return onValue(value, `log-status is ${status}, but ${values} values are given.`);
    }
    if (!contradicts) return undefined;
    const message = `${field.name} has a value (${shown(text)}) though log-status is ${status}.`;
    return onValue(value, message);
  },
};
