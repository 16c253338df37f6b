import { eni } from './sampleLines';
import type { RecordRule } from './rule';

/** All that separates values but space and tab. */
const UNUSUAL = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

export const unusualBlank: RecordRule = {
  code: 'unusual-blank',
  scope: 'record',
  onIncomplete: true,
  severity: 'warning',
  title: 'Unusual blank between values',
  why: 'Pasting from a web page or a chat turns spaces into no-break or ideographic ones. Programs that split at spaces see one long value.',
  bad: [eni().replace(' 6 ', '\u00a06 ')],
  good: [eni(), eni().replaceAll(' ', '\t')],
  check({ text }) {
    return [...text.matchAll(UNUSUAL)].map(match => {
      const start = match.index;
      const end = start + match[0].length;
      const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
      const message = `Unusual blank, U+${code}. Values stand apart by spaces or tabs.`;
      return {
        start,
        end,
        message,
        fix: { title: 'Write a space', edits: [{ start, end, text: ' ' }] },
      };
    });
  },
};
