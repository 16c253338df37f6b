import { shown } from './findings';
import { meantKey } from './meantKey';
import { keyed } from './sampleLines';
import type { RecordRule } from './rule';

export const tokenWithoutKey: RecordRule = {
  code: 'token-without-key',
  scope: 'record',
  onIncomplete: true,
  severity: 'error',
  title: 'Value without a key',
  why: 'In a key:value record each value names its field; this one does not, and is not read.',
  bad: [`${keyed()} 443`, keyed().replace('dstport:', 'dstport=')],
  good: [keyed()],
  check(record) {
    return record.strays
      .filter(({ reason }) => reason === 'no-key')
      .map(stray => {
        const { start, end, text } = stray;
        const meant = meantKey(stray, record);
        if (meant) {
          const message = `${shown(text)} is not written field:value.`;
          const edits = [{ start, end, text: meant.text }];
          return { start, end, message, fix: { title: `Write ${shown(meant.text)}`, edits } };
        }
        return {
          start,
          end,
          message: `${shown(text)} has no key: values are written field:value here.`,
        };
      });
  },
};
