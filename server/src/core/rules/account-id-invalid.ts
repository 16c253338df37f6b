import { ABSENT, isValueOf } from '../record/readValue';
import { onValue, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const accountIdInvalid: ValueRule = {
  code: 'account-id-invalid',
  scope: 'value',
  severity: 'error',
  title: 'Not an account id',
  why: 'Tencent Cloud writes the APPID here, digits alone; other clouds 12 or 16 digits, 32 hexadecimal digits, or “unknown”.',
  bad: [eni({ 'account-id': '13000x0001' })],
  good: [
    eni(),
    eni({ 'account-id': 'unknown' }),
    eni({ 'account-id': '0123456789ABCDEF0123456789ABCDEF' }),
  ],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'account' || text === ABSENT || isValueOf(field, text)) return undefined;
    return onValue(value, `${shown(text)} is no account id: an APPID is digits alone.`);
  },
};
