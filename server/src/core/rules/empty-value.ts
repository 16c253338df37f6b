import { keyed } from './sampleLines';
import type { ValueRule } from './rule';

export const emptyValue: ValueRule = {
  code: 'empty-value',
  scope: 'value',
  severity: 'error',
  title: 'Key without a value',
  why: 'A key:value record names the field and says nothing. An absent value is written as a hyphen.',
  bad: [keyed({ packets: '' })],
  good: [keyed()],
  check(value) {
    if (value.text !== '' || !value.key) return undefined;
    const message = `${value.field.name} has no value. An absent value is written -.`;
    return { start: value.key.start, end: value.end, message };
  },
};
