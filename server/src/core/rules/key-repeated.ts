import type { RecordView } from '../record/recordView';
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
  bad: [`${keyed()} dstport:22`, `${keyed()} action:ACCEPT`],
  good: [keyed()],
  check(record) {
    return record.strays
      .filter(({ reason }) => reason === 'repeated-key')
      .map(stray => {
        const at = stray.text.indexOf(':');
        const key = stray.text.slice(0, at);
        const message = `${shown(key)} is given twice. The first value is read.`;
        // Of two different values nobody knows which one is to go.
        return firstValue(record, key) === stray.text.slice(at + 1)
          ? removable(stray, message, `Remove ${shown(stray.text)}`)
          : { start: stray.start, end: stray.end, message };
      });
  },
};

/** The value of a key that is spelled like this, as it stands in the line. */
function firstValue({ text, values }: RecordView, key: string): string | undefined {
  return values.find(value => value.key && text.slice(value.key.start, value.key.end) === key)
    ?.text;
}
