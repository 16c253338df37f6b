import { replaced, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

const QUOTES = /^["'`“”‘’«»]+|["'`“”‘’«»]+$/g;

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
