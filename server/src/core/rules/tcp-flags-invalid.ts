import { ABSENT, isValueOf } from '../record/readValue';
import { onValue, shown } from './findings';
import type { ValueRule } from './rule';

export const tcpFlagsInvalid: ValueRule = {
  code: 'tcp-flags-invalid',
  scope: 'value',
  severity: 'error',
  title: 'Not a set of TCP flags',
  why: 'The flags seen in the window are one number, 0–255: the sum of their bits.',
  bad: ['srcaddr dstaddr tcp-flags action log-status\n192.0.2.10 10.0.1.5 SYN ACCEPT OK'],
  good: ['srcaddr dstaddr tcp-flags action log-status\n192.0.2.10 10.0.1.5 18 ACCEPT OK'],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'tcp-flags' || text === ABSENT || isValueOf(field, text)) return undefined;
    return onValue(value, `${shown(text)} is no set of TCP flags: it is a number, 0–255.`);
  },
};
