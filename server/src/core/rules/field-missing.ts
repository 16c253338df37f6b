import { listed } from './findings';
import { countOf, missingDashes, placeOf, spanAt } from './missingFields';
import { eni, nodata } from './sampleLines';
import type { RecordRule } from './rule';

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
    const names = listed(record.missing.map(({ field }) => field.name));
    const first = record.missing[0]!;
    const verb = record.missing.length === 1 ? 'is' : 'are';
    const message = `${names} ${verb} missing${placeOf(first)}: ${countOf(record)}.`;
    return [{ ...spanAt(record, first.at), message }];
  },
};
