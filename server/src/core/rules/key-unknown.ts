import { shown } from './findings';
import { meantKey } from './meantKey';
import { keyed } from './sampleLines';
import type { RecordRule } from './rule';

export const keyUnknown: RecordRule = {
  code: 'key-unknown',
  scope: 'record',
  onIncomplete: true,
  severity: 'warning',
  title: 'Unknown key',
  why: 'No known flow log has a field of this name; its value is not read. It may be a new field or a typing mistake.',
  bad: [`${keyed()} colour:red`, keyed().replace('dstport:', 'dstprot:')],
  good: [keyed()],
  check(record) {
    return record.strays
      .filter(({ reason }) => reason === 'unknown-key')
      .map(stray => {
        const { start, end, text } = stray;
        const key = text.slice(0, text.indexOf(':'));
        const meant = meantKey(stray, record);
        if (!meant) {
          return {
            start,
            end,
            message: `No field is called ${shown(key)}; its value is not read.`,
          };
        }
        const message = `No field is called ${shown(key)}; ${meant.field.name} may be meant.`;
        const fix = {
          title: `Write ${shown(meant.text)}`,
          edits: [{ start, end, text: meant.text }],
        };
        return { start, end, message, fix };
      });
  },
};
