import { ABSENT, isValueOf, isWhole } from '../record/readValue';
import { onValue, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const timeInvalid: ValueRule = {
  code: 'time-invalid',
  scope: 'value',
  severity: 'error',
  title: 'Not a time',
  why: 'Start and end are whole Unix seconds.',
  bad: [eni({ start: 'yesterday' }), eni({ end: '+1700000060' }), eni({ end: '4294967296' })],
  good: [eni()],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'time' || text === ABSENT || isValueOf(field, text)) return undefined;
    const why = isWhole(text) ? 'those that are read end on 2106-02-07' : 'it is in Unix seconds';
    return onValue(value, `${shown(text)} is no time for ${field.name}: ${why}.`);
  },
};
