import type { FieldValue, RecordView } from '../record/recordView';
import type { ExplainContext } from './explanation';
import { explainValue } from './explainValue';

/** One line about a value for a status bar: its field and what it means. */
export function tokenSummary(
  record: RecordView,
  value: FieldValue,
  context: ExplainContext,
): string {
  return `${value.field.name}: ${explainValue(record, value, context).headline}`;
}
