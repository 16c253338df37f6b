import { ABSENT, isValueOf } from '../record/readValue';
import { onValue, replaced, shown } from './findings';
import { nearest } from './nearest';
import { eni, nodata } from './sampleLines';
import type { ValueRule } from './rule';

export const logStatusInvalid: ValueRule = {
  code: 'log-status-invalid',
  scope: 'value',
  severity: 'error',
  title: 'Not a log status',
  why: 'A flow log knows three states: OK, NODATA and SKIPDATA. What the other fields may hold depends on it.',
  bad: [eni({ 'log-status': 'OKAY' })],
  good: [nodata({ 'log-status': 'SKIPDATA' })],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'log-status' || text === ABSENT || isValueOf(field, text)) return undefined;
    const message = `${shown(text)} is no log status: it is OK, NODATA or SKIPDATA.`;
    const meant = nearest(text, ['OK', 'NODATA', 'SKIPDATA']);
    return meant ? replaced(value, message, meant) : onValue(value, message);
  },
};
