import type { Layout } from '../layouts/layout';
import { isGuessed } from '../record/guessed';
import { ABSENT, isValueOf } from '../record/readValue';
import type { RecordView, Span } from '../record/recordView';
import { tokenize } from '../record/tokenize';
import { listed, removable, shown } from './findings';
import { countOf } from './missingFields';
import { eni } from './sampleLines';
import type { Finding, RecordRule } from './rule';
import { undecidedFields, type UndecidedFields } from './undecidedFields';

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
    const undecided = undecidedFields(record);
    if (isGuessed(record)) return [guessed(record, undecided)];
    const findings = undecided.flatMap(fields => extraAmong(fields, record));
    const extra = strays.filter(({ reason }) => reason === 'extra');
    const [first] = extra;
    if (!first) return findings;
    const { start } = first;
    if (extra.length > 1) {
      const message = `${extra.length} values too many, beginning with ${shown(first.text)}: ${countOf(record)}.`;
      return [{ start, end: extra.at(-1)!.end, message }, ...findings];
    }
    const message = `${shown(first.text)} is one value too many: ${countOf(record)}.`;
    return missing.length === 0 && isOnlyWay(first, text, layout)
      ? [removable(first, message, `Remove ${shown(first.text)}`)]
      : [{ start, end: first.end, message }, ...findings];
  },
};

/** What is said of a line of another layout, whose order nobody knows. */
function guessed(record: RecordView, undecided: readonly UndecidedFields[]): Finding {
  const placeless = record.strays.filter(
    ({ reason }) => reason === 'extra' || reason === 'undecided',
  );
  const columns = undecided.reduce((sum, fields) => sum + fields.columns.length, 0);
  const [first] = placeless;
  const message = `${placeless.length - columns} values too many: ${countOf(record)}. Which is which cannot be told: name the columns in a header line, or by “#Fields: …”.`;
  return { start: first!.start, end: placeless.at(-1)!.end, message };
}

/** What is said of values of which one is too many, and nobody can tell which. */
function extraAmong({ columns, tokens }: UndecidedFields, record: RecordView): Finding[] {
  const count = tokens.length - columns.length;
  if (count < 1) return [];
  const twice = tokens.filter(({ text }, i) => text === tokens[i - 1]?.text);
  const likely =
    count === 1 && twice.length === 1
      ? `, likely ${shown(twice[0]!.text)}, which stands there twice`
      : '';
  const values = listed(tokens.map(({ text }) => shown(text)));
  const many = count === 1 ? 'one value too many' : `${count} values too many`;
  const message = `Among ${values} is ${many}${likely}: ${countOf(record)}. Which cannot be told, so none of them is read.`;
  return [{ start: tokens[0]!.start, end: tokens.at(-1)!.end, message }];
}

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
