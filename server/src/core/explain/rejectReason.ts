import { fieldNamed } from '../layouts/fields';
import { ABSENT } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import { codedValue } from './otherFields';
import { shortened } from './quoted';

const NAME = 'reject-reason';

/** A reason as AWS writes it, with what it stands for: `BPA, VPC Block Public Access`. */
export function reasonText(reason: string): string {
  const field = fieldNamed(NAME);
  const meaning = field && codedValue(field, reason, 'aws');
  return meaning === undefined ? shortened(reason) : `${reason}, ${meaning}`;
}

/** The reason that a refused record gives of its own; undefined if it gives none. */
export function reasonOf(record: RecordView): string | undefined {
  const reason = record.value(NAME)?.text;
  return reason === undefined || reason === ABSENT ? undefined : reasonText(reason);
}
