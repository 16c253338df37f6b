import { replaced, shown } from './findings';
import { eni, nodata } from './sampleLines';
import type { ValueRule } from './rule';

const DASHES = /[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g;

export const wrongDash: ValueRule = {
  code: 'wrong-dash',
  scope: 'value',
  severity: 'error',
  title: 'A dash that is not the hyphen',
  why: 'Word processors and PDFs turn the hyphen into another dash. It looks alike, but neither an absent value nor an id is recognised with it.',
  bad: [nodata({ srcaddr: '–' }), eni({ 'interface-id': 'eni‑a1b2c3d4' })],
  good: [nodata()],
  check(value) {
    const text = value.text.replace(DASHES, '-');
    if (text === value.text) return undefined;
    const message = `Wrong dash in ${value.field.name}: ${shown(value.text)}. Flow logs use the hyphen, -.`;
    return replaced(value, message, text);
  },
};
