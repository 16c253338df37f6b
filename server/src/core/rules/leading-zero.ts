import { replaced, shown } from './findings';
import { isNumberField } from './numberFields';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

export const leadingZero: ValueRule = {
  code: 'leading-zero',
  scope: 'value',
  severity: 'warning',
  title: 'Number with leading zeros',
  why: 'Flow logs write numbers without leading zeros. Some programs read such a number to the base 8.',
  bad: [eni({ dstport: '0443' })],
  good: [eni()],
  check(value) {
    if (!isNumberField(value.field) || !/^0\d+$/.test(value.text)) return undefined;
    const bare = value.text.replace(/^0+(?=\d)/, '');
    const message = `Leading zero in ${value.field.name}: ${shown(value.text)}. Write ${shown(bare)}.`;
    return replaced(value, message, bare);
  },
};
