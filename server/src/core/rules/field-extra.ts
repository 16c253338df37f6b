import type { Layout } from '../layouts/layout';
import { isGuessed } from '../record/guessed';
import { ABSENT, isValueOf } from '../record/readValue';
import type { Span } from '../record/recordView';
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
  check(record) {
    const { strays, missing, layout, text } = record;
    const extra = strays.filter(({ reason }) => reason === 'extra');
    const [first] = extra;
    if (!first) return [];
    const count = `${layout.title} has ${layout.columns.length} columns, this line ${tokenize(text).length}`;
    if (extra.length === 1) {
      const message = `${shown(first.text)} is one value too many: ${count}.`;
      return missing.length === 0 && isOnlyWay(first, text, layout)
        ? [removable(first, message, `Remove ${shown(first.text)}`)]
        : [{ start: first.start, end: first.end, message }];
    }
    const unknown = isGuessed(record)
      ? ' Which is which cannot be told: name the columns in a header line, or by “#Fields: …”.'
      : '';
    const message = `${extra.length} values too many, beginning with ${shown(first.text)}: ${count}.${unknown}`;
    return [{ start: first.start, end: extra.at(-1)!.end, message }];
  },
};

/** Whether no other value could be taken out instead, so that all that are left are legal. */
function isOnlyWay({ start }: Span, text: string, { columns }: Layout): boolean {
  const tokens = tokenize(text);
  return !tokens.some((left, i) => {
    if (left.start === start) return false;
    const others = tokens.toSpliced(i, 1);
    return columns.every((field, column) => {
      const value = others[column]?.text ?? '';
      return value === ABSENT || isValueOf(field, value);
    });
  });
}
