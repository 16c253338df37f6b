import { grouped } from '../explain/quantities';
import { LONGEST_LINE } from '../record/readLine';
import { withoutBlanks } from '../record/tokenize';
import type { LineRule } from './rule';

/** What exports wrap records in, by the looks of a line. */
const EXPORTS: readonly (readonly [looks: RegExp, message: string])[] = [
  [
    /^\{\s*"[^"]+"\s*:/,
    'This line is JSON, which is not read. Write its values with blanks between them, or as key:value.',
  ],
  [
    /^[a-z_-]+:[^\s,;|]*[,;|][a-z_-]+:/i,
    'This line has key:value pairs with other separators than blanks, and is not read. Write blanks between them.',
  ],
  [
    /^[^\s,;|]+(?:([,;|])[^\s,;|]*)(?:\1[^\s,;|]*){4,}$/,
    'This line is CSV, which is not read. Write its values with blanks between them.',
  ],
];

export const notARecord: LineRule = {
  code: 'not-a-record',
  scope: 'line',
  severity: 'error',
  title: 'Not a flow log record',
  why: 'The line reads as no known form: no header, no comment, no record with values where they belong. A line that was cut, or one of another log.',
  bad: [
    'bogus line',
    '{"srcaddr":"192.0.2.10","action":"ACCEPT"}',
    'start,end,srcaddr,dstaddr,bytes,action',
    'srcaddr:192.0.2.10;dstaddr:10.0.1.5;action:ACCEPT',
  ],
  good: ['# a comment'],
  check(text) {
    const { start, end } = withoutBlanks(text);
    const other = EXPORTS.find(([looks]) => looks.test(text.slice(start, end)));
    // Such a line is most often one of many, and no remark.
    if (other) return { start, end, message: other[1] };
    const message =
      text.length > LONGEST_LINE
        ? `This line has ${grouped(text.length)} characters; longer ones than ${grouped(LONGEST_LINE)} are not read. Split it, or put # before it to make it a comment.`
        : 'This line is no flow log record. Remove it, or put # before it to make it a comment.';
    const fix = { title: 'Make it a comment', edits: [{ start, end: start, text: '# ' }] };
    return { start, end, message, fix };
  },
};
