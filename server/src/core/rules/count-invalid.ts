import { grouped } from '../explain/quantities';
import { ABSENT, isValueOf, isWhole, logStatusOf, MOST_DIGITS } from '../record/readValue';
import { onValue, shown } from './findings';
import { eni, nodata } from './sampleLines';
import type { ValueRule } from './rule';

export const countInvalid: ValueRule = {
  code: 'count-invalid',
  scope: 'value',
  severity: 'error',
  title: 'Not a count',
  why: 'Packets and bytes are whole numbers from 0 on. Only in records without data -1 stands for “none”.',
  bad: [eni({ bytes: '4.2k' }), eni({ packets: '-1' }), eni({ bytes: '1000000000000000' })],
  good: [eni(), nodata({ packets: '-1', bytes: '-1' })],
  check(value, record) {
    const { field, text } = value;
    if (field.kind !== 'count' || text === ABSENT || isValueOf(field, text)) return undefined;
    if (text === '-1' && logStatusOf(record) !== 'OK') return undefined;
    if (isWhole(text)) {
      const message = `${shown(text)} is larger than any count that is read: ${field.name} is below ${grouped(10 ** MOST_DIGITS)}, and this is in no total.`;
      return onValue(value, message);
    }
    return onValue(value, `${shown(text)} is no count: ${field.name} is a whole number from 0 on.`);
  },
};
