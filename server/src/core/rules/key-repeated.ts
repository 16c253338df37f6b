import { removable, shown } from './findings';
import { keyed } from './sampleLines';
import type { RecordRule } from './rule';

export const keyRepeated: RecordRule = {
  code: 'key-repeated',
  scope: 'record',
  onIncomplete: true,
  severity: 'error',
  title: 'Key given twice',
  why: 'A record says the same field twice. The first value is read; which of them is right cannot be told.',
  bad: [`${keyed()} dstport:22`],
  good: [keyed()],
  check({ strays }) {
    return strays
      .filter(({ reason }) => reason === 'repeated-key')
      .map(stray => {
        const key = stray.text.slice(0, stray.text.indexOf(':'));
        const message = `${shown(key)} is given twice. The first value is read.`;
        return removable(stray, message, `Remove ${shown(stray.text)}`);
      });
  },
};
