import { replaced, shown } from './findings';
import { isNumberField } from './numberFields';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const hexadecimalNumber: ValueRule = {
  code: 'hexadecimal-number',
  scope: 'value',
  severity: 'error',
  title: 'Hexadecimal number',
  why: 'A debugger or a packet dump writes numbers to the base 16. Flow logs are decimal.',
  bad: [eni({ dstport: '0x1bb' })],
  good: [eni()],
  check(value) {
    if (!isNumberField(value.field) || !/^0x[\da-f]{1,12}$/i.test(value.text)) return undefined;
    const decimal = String(Number.parseInt(value.text, 16));
    const message = `Hexadecimal ${value.field.name}: ${shown(value.text)}. Numbers are decimal; this one is ${decimal}.`;
    return replaced(value, message, decimal);
  },
};
