import { isValueOf } from '../record/readValue';
import { replaced, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const valueCase: ValueRule = {
  code: 'value-case',
  scope: 'value',
  severity: 'error',
  title: 'Wrong letter case',
  why: 'Action and log status are written in capitals. A filter or a query that compares them to the letter misses this record.',
  bad: [eni({ action: 'accept' }), eni({ 'log-status': 'Ok' })],
  good: [eni()],
  check(value) {
    if (value.field.kind !== 'action' && value.field.kind !== 'log-status') return undefined;
    const capitals = value.text.toUpperCase();
    if (capitals === value.text || !isValueOf(value.field, capitals)) return undefined;
    const message = `${shown(value.text)} is not written in capitals: ${value.field.name} is ${capitals} here.`;
    return replaced(value, message, capitals);
  },
};
