import { shown } from './findings';
import { keyed } from './sampleLines';
import type { RecordRule } from './rule';

export const keyUnknown: RecordRule = {
  code: 'key-unknown',
  scope: 'record',
  severity: 'warning',
  title: 'Unknown key',
  why: 'No known flow log has a field of this name; its value is not read. It may be a new field or a typing mistake.',
  bad: [`${keyed()} colour:red`],
  good: [keyed()],
  check({ strays }) {
    return strays
      .filter(({ reason }) => reason === 'unknown-key')
      .map(({ start, end, text }) => {
        const key = text.slice(0, text.indexOf(':'));
        return { start, end, message: `No field is called ${shown(key)}; its value is not read.` };
      });
  },
};
