import { MOST_PORT } from '../record/readValue';
import { onValue, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const portOutOfRange: ValueRule = {
  code: 'port-out-of-range',
  scope: 'value',
  severity: 'error',
  title: 'Port above 65535',
  why: 'A port has 16 bits. A larger number is a value of another column, or damage.',
  bad: [eni({ dstport: '70000' })],
  good: [eni({ dstport: '65535' })],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'port' || !/^[1-9]\d*$/.test(text) || Number(text) <= MOST_PORT)
      return undefined;
    return onValue(value, `${shown(text)} is out of range: ${field.name} is 0–65535.`);
  },
};
