import { ABSENT, isValueOf } from '../record/readValue';
import { onValue, replaced, shown } from './findings';
import { nearest } from './nearest';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

/** What other tools call the two. */
const MEANT = new Map([
  ['DROP', 'REJECT'],
  ['DENY', 'REJECT'],
  ['REJECTED', 'REJECT'],
  ['ALLOW', 'ACCEPT'],
  ['PERMIT', 'ACCEPT'],
  ['ACCEPTED', 'ACCEPT'],
]);

export const actionInvalid: ValueRule = {
  code: 'action-invalid',
  scope: 'value',
  severity: 'error',
  title: 'Not an action',
  why: 'A flow log knows two actions, ACCEPT and REJECT.',
  bad: [eni({ action: 'DROP' })],
  good: [eni({ action: 'REJECT' })],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'action' || text === ABSENT || isValueOf(field, text)) return undefined;
    const message = `${shown(text)} is no action: it is ACCEPT or REJECT.`;
    const meant = MEANT.get(text.toUpperCase()) ?? nearest(text, ['ACCEPT', 'REJECT']);
    return meant ? replaced(value, message, meant) : onValue(value, message);
  },
};
