import { grouped } from '../explain/quantities';
import { LONGEST_LINE } from '../record/readLine';
import { withoutBlanks } from '../record/tokenize';
import type { LineRule } from './rule';

export const notARecord: LineRule = {
  code: 'not-a-record',
  scope: 'line',
  severity: 'error',
  title: 'Not a flow log record',
  why: 'The line reads as no known form: no header, no comment, no record with values where they belong. A line that was cut, or one of another log.',
  bad: ['bogus line'],
  good: ['# a comment'],
  check(text) {
    const { start, end } = withoutBlanks(text);
    const message =
      text.length > LONGEST_LINE
        ? `This line has ${grouped(text.length)} characters; longer ones than ${grouped(LONGEST_LINE)} are not read. Split it, or put # before it to make it a comment.`
        : 'This line is no flow log record. Remove it, or put # before it to make it a comment.';
    const fix = { title: 'Make it a comment', edits: [{ start, end: start, text: '# ' }] };
    return { start, end, message, fix };
  },
};
