import type { MissingField, RecordView } from '../record/recordView';
import { listed } from './findings';
import { countOf, missingDashes, placeOf, spanAt } from './missingFields';
import { eni, nodata } from './sampleLines';
import type { Finding, RecordRule } from './rule';
import { undecidedFields, type UndecidedFields } from './undecidedFields';

export const fieldMissing: RecordRule = {
  code: 'field-missing',
  scope: 'record',
  onIncomplete: true,
  severity: 'error',
  title: 'Field missing',
  why: 'Each column has its place: with one missing, everything after it is read as something else. The missing field is named where the line fits its form best.',
  bad: [eni().replace(' 6 ', ' '), eni().slice(0, -10), nodata().replace('- - ', '- ')],
  good: [eni(), nodata()],
  check(record) {
    if (record.layout.form === 'key-value' || record.missing.length === 0) return [];
    const dashes = missingDashes(record);
    if (dashes) return [dashes];
    const known = record.missing.filter(({ undecided }) => !undecided);
    const findings = undecidedFields(record).flatMap(fields => missingAmong(fields, record));
    const [first] = known;
    if (!first) return findings;
    const verb = known.length === 1 ? 'is' : 'are';
    const message = `${namesOf(known)} ${verb} missing${placeOf(first)}: ${countOf(record)}.`;
    return [{ ...spanAt(record, first.at), message }, ...findings];
  },
};

/** What is said of columns of which some are missing, and nobody can tell which. */
function missingAmong({ columns, tokens }: UndecidedFields, record: RecordView): Finding[] {
  const count = columns.length - tokens.length;
  if (count < 0) return [];
  const [first] = columns;
  const missing =
    count > 1
      ? `${count} of ${namesOf(columns)} are missing`
      : `${namesOf(columns, 'or')} is missing`;
  const ending = count === 0 ? ', and a value too many' : '';
  const message = `${missing}${placeOf(first!)}${ending}: ${countOf(record)}. Which cannot be told, so none of them is read.`;
  return [{ ...spanAt(record, first!.at), message }];
}

function namesOf(fields: readonly MissingField[], before?: string): string {
  return listed(
    fields.map(({ field }) => field.name),
    before,
  );
}
