import { onValue, replaced, shown } from './findings';
import { isNumberField } from './numberFields';
import type { ValueRule } from './rule';
import { eni } from './sampleLines';

const DECIMAL = /^(\d+)\.(\d*)$/;
const SCIENTIFIC = /^\d+(?:\.\d+)?e[+-]?\d+$/i;

export const decimalNumber: ValueRule = {
  code: 'decimal-number',
  scope: 'value',
  severity: 'error',
  title: 'Number with a fraction or an exponent',
  why: 'A spreadsheet or a data frame turned a whole number into 22.0 or 1.25E+09. With an exponent the last digits are lost: only the original log still has them.',
  bad: [eni({ dstport: '443.0' }), eni({ bytes: '4.2E+03' }), eni({ start: '1700000000.713' })],
  good: [eni()],
  check(value) {
    const { name, kind } = value.field;
    if (!isNumberField(value.field)) return undefined;
    if (SCIENTIFIC.test(value.text)) {
      return onValue(
        value,
        `${name} is ${shown(value.text)}: the exponent has cost digits that only the original log has.`,
      );
    }
    const found = DECIMAL.exec(value.text);
    if (!found) return undefined;
    const message = `${name} is ${shown(value.text)}: it is a whole number${kind === 'time' ? ' of seconds' : ''}.`;
    const isExact = /^0*$/.test(found[2]!) || kind === 'time';
    return isExact ? replaced(value, message, found[1]!) : onValue(value, message);
  },
};
