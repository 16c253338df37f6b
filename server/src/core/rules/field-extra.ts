import { tokenize } from '../record/tokenize';
import { removable, shown } from './findings';
import { eni } from './sampleLines';
import type { RecordRule } from './rule';

export const fieldExtra: RecordRule = {
  code: 'field-extra',
  scope: 'record',
  onIncomplete: true,
  severity: 'error',
  title: 'Field too many',
  why: 'The line has more values than its form has columns; a value may have been split in two, or the form changed.',
  bad: [`${eni()} 5`, eni().replace(' 6 ', ' 6 tcp ')],
  good: [eni()],
  check({ strays, layout, text }) {
    const extra = strays.filter(({ reason }) => reason === 'extra');
    const [first] = extra;
    if (!first) return [];
    const count = `${layout.title} has ${layout.columns.length} columns, this line ${tokenize(text).length}`;
    if (extra.length === 1) {
      const message = `${shown(first.text)} is one value too many: ${count}.`;
      return [removable(first, message, `Remove ${shown(first.text)}`)];
    }
    const message = `${extra.length} values too many, beginning with ${shown(first.text)}: ${count}.`;
    return [{ start: first.start, end: extra.at(-1)!.end, message }];
  },
};
