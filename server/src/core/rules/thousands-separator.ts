import { isValueOf } from '../record/readValue';
import type { FieldValue } from '../record/recordView';
import { onValue, replaced, shown } from './findings';
import { isNumberField } from './numberFields';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

const GROUPED = /^[1-9]\d{0,2}(?:([,'_\u2019.])\d{3})(?:\1\d{3})*$/;

export const thousandsSeparator: ValueRule = {
  code: 'thousands-separator',
  scope: 'value',
  severity: 'error',
  title: 'Thousands separator in a number',
  why: 'A spreadsheet or a report groups digits for people. Flow logs write numbers as plain digits.',
  bad: [eni({ bytes: '4,249' }), eni({ packets: '1_000', bytes: '60000' })],
  good: [eni()],
  check(value) {
    if (!isNumberField(value.field) || !GROUPED.test(value.text)) return undefined;
    const plain = value.text.replace(/\D/g, '');
    if (mayBeDecimal(value, plain)) {
      const message = `${shown(value.text)} in ${value.field.name} is ${plain} with a thousands separator, or a number with a fraction. Numbers are plain digits.`;
      return onValue(value, message);
    }
    const message = `Thousands separator in ${value.field.name}: ${shown(value.text)}. Numbers are plain digits.`;
    return replaced(value, message, plain);
  },
};

/** Whether one dot may as well begin a fraction: where all of it is 0, or no such value is legal. */
function mayBeDecimal({ field, text }: FieldValue, plain: string): boolean {
  return /^\d+\.\d{3}$/.test(text) && (text.endsWith('.000') || !isValueOf(field, plain));
}
