import { isValueOf } from '../record/readValue';
import { EARLIEST } from '../scan/crossCheck';
import { onValue } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const timeImplausible: ValueRule = {
  code: 'time-implausible',
  scope: 'value',
  severity: 'warning',
  title: 'Implausible time',
  why: 'No cloud had flow logs before 2006, and no record is of the future. The clock, the unit or the column is wrong.',
  bad: [eni({ start: '4000000000', end: '4000000060' }), eni({ start: '86400', end: '86460' })],
  good: [eni()],
  check(value, _record, { latest }) {
    const { field, text } = value;
    if (field.kind !== 'time' || !isValueOf(field, text)) return undefined;
    const seconds = Number(text);
    if (seconds >= EARLIEST && seconds <= latest) return undefined;
    const date = new Date(seconds * 1000).toISOString().slice(0, 10);
    const why = seconds < EARLIEST ? 'before there were flow logs' : 'in the future';
    return onValue(value, `${field.name} is ${date}, ${why}.`);
  },
};
