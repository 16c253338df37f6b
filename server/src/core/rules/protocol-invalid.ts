import { ABSENT, isValueOf } from '../record/readValue';
import { onValue, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const protocolInvalid: ValueRule = {
  code: 'protocol-invalid',
  scope: 'value',
  severity: 'error',
  title: 'Not a protocol number',
  why: 'The field holds the number of the protocol in the IANA registry, 0–255.',
  bad: [eni({ protocol: '256' }), eni({ protocol: 'x6' })],
  good: [eni()],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'protocol' || text === ABSENT || isValueOf(field, text)) return undefined;
    return onValue(value, `${shown(text)} is no protocol number: those are 0–255.`);
  },
};
