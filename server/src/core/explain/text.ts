import { DIRECTION_FIELDS, fieldNamed } from '../layouts/fields';
import { cloudOf } from './cloud';
import type { Explanation } from './explanation';
import { codedValue, otherFieldHolds } from './otherFields';
import { shortened } from './quoted';
import type { Subject } from './subject';

/** A value of a field that is only named: other clouds' fields, and those that nobody knows. */
export function explainText({ record, value }: Subject): Explanation {
  const { field, text } = value;
  const meaning = codedValue(field, text, cloudOf(record));
  const headline = `${field.title}: ${shortened(text)}${meaning ? ` – ${meaning}` : ''}`;
  if (!fieldNamed(field.name)) {
    return {
      headline,
      details: [`No known flow log has a field ${shortened(field.name)}; it is kept as text.`],
    };
  }
  const holds = otherFieldHolds(field);
  const details = holds ? [`${holds}.`] : [];
  if (DIRECTION_FIELDS.has(field.name)) {
    details.push('Tells which side is the interface’s own, not who began the conversation.');
  }
  return { headline, details };
}
