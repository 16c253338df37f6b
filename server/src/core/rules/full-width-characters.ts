import { replaced, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

const FULL_WIDTH = /[\uff01-\uff5e]/;

export const fullWidthCharacters: ValueRule = {
  code: 'full-width-characters',
  scope: 'value',
  severity: 'error',
  title: 'Full-width characters',
  why: 'An East Asian input method writes digits and letters at full width. They look like the ordinary ones and are different characters.',
  bad: [eni({ dstport: '４４３' }), eni({ action: 'ＡＣＣＥＰＴ' })],
  good: [eni()],
  check(value) {
    if (!FULL_WIDTH.test(value.text)) return undefined;
    const message = `Full-width characters in ${value.field.name}: ${shown(value.text)}.`;
    return replaced(value, message, value.text.normalize('NFKC'));
  },
};
