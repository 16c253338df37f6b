import type { FieldValue } from '../record/recordView';
import { eni, keyed } from './sampleLines';
import type { Finding, RecordRule } from './rule';

/** All that separates values but space and tab. */
const UNUSUAL = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

export const unusualBlank: RecordRule = {
  code: 'unusual-blank',
  scope: 'record',
  onIncomplete: true,
  severity: 'warning',
  title: 'Unusual blank between values',
  why: 'Pasting from a web page or a chat turns spaces into no-break or ideographic ones, so that programs which split at spaces see one long value. A blank behind the colon of a key takes its value away.',
  bad: [eni().replace(' 6 ', '\u00a06 '), keyed().replaceAll(':', ': ')],
  good: [eni(), eni().replaceAll(' ', '\t')],
  check({ text, values }) {
    const behindColons = values.flatMap(behindColon);
    const unusual = [...text.matchAll(UNUSUAL)].map(match => {
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
    return [...behindColons, ...unusual];
  },
};

/** The blank between a key and its value. */
function behindColon({ field, key, start }: FieldValue): Finding[] {
  if (!key || start === key.end + 1) return [];
  const blank = { start: key.end + 1, end: start };
  const message = `Blank between ${field.name}: and its value. Programs that split at blanks see a key without a value.`;
  return [
    { ...blank, message, fix: { title: 'Remove the blank', edits: [{ ...blank, text: '' }] } },
  ];
}
