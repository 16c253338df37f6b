import { replaced } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

/** Characters without a shape, and whole colour sequences of terminals (ECMA-48, SGR). */
const INVISIBLE = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;]*m|[\\p{Cc}\\p{Cf}]`, 'gu');

export const controlCharacter: ValueRule = {
  code: 'control-character',
  scope: 'value',
  severity: 'error',
  title: 'Invisible character in a value',
  why: 'Control and formatting characters come from terminals and from pasted text. They cannot be seen, and the value is not recognised with them.',
  bad: [eni({ dstport: '44\u00ad3' }), eni({ srcaddr: '\u202a192.0.2.10' })],
  good: [eni()],
  check(value) {
    const text = value.text.replace(INVISIBLE, '');
    if (text === value.text || text === '') return undefined;
    const message = `Invisible character in ${value.field.name}. It stands for nothing in a flow log.`;
    return replaced(value, message, text);
  },
};
