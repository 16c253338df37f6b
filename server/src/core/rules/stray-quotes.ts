import { replaced, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

/** Quotes of all kinds, escaped: one of them in a bundle makes the engine keep twice as much of it. */
const QUOTES =
  /^["'`\u201c\u201d\u2018\u2019\u00ab\u00bb]+|["'`\u201c\u201d\u2018\u2019\u00ab\u00bb]+$/g;

export const strayQuotes: ValueRule = {
  code: 'stray-quotes',
  scope: 'value',
  severity: 'error',
  title: 'Quotes around a value',
  why: 'A spreadsheet or a CSV export adds quotes; in a flow log they become part of the value, which no reader then recognises.',
  bad: [eni({ dstport: '"443"' }), eni({ action: '"ACCEPT"' })],
  good: [eni()],
  check(value) {
    const bare = value.text.replace(QUOTES, '');
    if (bare === value.text || bare === '') return undefined;
    const message = `Quotes around ${value.field.name}: ${shown(value.text)}. Values stand without quotes.`;
    return replaced(value, message, bare);
  },
};
