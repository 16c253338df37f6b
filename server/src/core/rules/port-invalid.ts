import { ABSENT, isValueOf } from '../record/readValue';
import { onValue, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const portInvalid: ValueRule = {
  code: 'port-invalid',
  scope: 'value',
  severity: 'error',
  title: 'Not a port number',
  why: 'A port is a whole number; service names are not used in flow logs.',
  bad: [eni({ dstport: 'https' })],
  good: [eni()],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'port' || text === ABSENT || isValueOf(field, text)) return undefined;
    return onValue(value, `${shown(text)} is no port: ${field.name} is a number, 0–65535.`);
  },
};
