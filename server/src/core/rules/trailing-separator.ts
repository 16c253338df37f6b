import { isNamedKind } from './numberFields';
import { replaced, shown } from './findings';
import type { ValueRule } from './rule';
import { eni } from './sampleLines';

export const trailingSeparator: ValueRule = {
  code: 'trailing-separator',
  scope: 'value',
  severity: 'error',
  title: 'Comma or semicolon after a value',
  why: 'Blanks alone separate the values of a record; a comma becomes part of the value. It is left over from CSV or from a sentence.',
  bad: [eni({ srcaddr: '192.0.2.10,' }), eni({ 'log-status': 'OK;' })],
  good: [eni()],
  check(value) {
    const bare = value.text.replace(/[,;|]+$/, '');
    if (bare === value.text || bare === '' || !isNamedKind(value.field)) return undefined;
    const message = `${shown(value.text)} in ${value.field.name} ends in a separator: blanks alone separate values.`;
    return replaced(value, message, bare);
  },
};
