import { replaced, shown } from './findings';
import { isNumberField } from './numberFields';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

const GROUPED = /^[1-9]\d{0,2}(?:([,'_’.])\d{3})(?:\1\d{3})*$/;

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
    const message = `Thousands separator in ${value.field.name}: ${shown(value.text)}. Numbers are plain digits.`;
    return replaced(value, message, value.text.replace(/\D/g, ''));
  },
};
