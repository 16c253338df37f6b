import { shown } from './findings';
import { keyed } from './sampleLines';
import type { RecordRule } from './rule';

export const tokenWithoutKey: RecordRule = {
  code: 'token-without-key',
  scope: 'record',
  severity: 'error',
  title: 'Value without a key',
  why: 'In a key:value record each value names its field; this one does not, and is not read.',
  bad: [`${keyed()} 443`],
  good: [keyed()],
  check({ strays }) {
    return strays
      .filter(({ reason }) => reason === 'no-key')
      .map(({ start, end, text }) => {
        return {
          start,
          end,
          message: `${shown(text)} has no key: values are written field:value here.`,
        };
      });
  },
};
