import { ABSENT, isValueOf } from '../record/readValue';
import { onValue, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const timeInvalid: ValueRule = {
  code: 'time-invalid',
  scope: 'value',
  severity: 'error',
  title: 'Not a time',
  why: 'Start and end are whole Unix seconds.',
  bad: [eni({ start: 'yesterday' }), eni({ end: '+1700000060' })],
  good: [eni()],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'time' || text === ABSENT || isValueOf(field, text)) return undefined;
    return onValue(value, `${shown(text)} is no time: ${field.name} is in Unix seconds.`);
  },
};
