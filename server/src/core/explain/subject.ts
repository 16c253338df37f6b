import type { FieldValue, RecordView } from '../record/recordView';
import type { ExplainContext, Explanation } from './explanation';

/** What is explained: one value, the record it stands in, and what is known beyond them. */
export interface Subject {
  readonly record: RecordView;
  readonly value: FieldValue;
  readonly context: ExplainContext;
}

/** The explanation of one kind of value; called for present values that the kind accepts. */
export type ExplainKind = (subject: Subject) => Explanation;
