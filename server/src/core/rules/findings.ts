import type { FieldValue, RecordView, Span } from '../record/recordView';
import type { Finding } from './rule';

/** A finding on a whole value. */
export function onValue({ start, end }: FieldValue, message: string): Finding {
  return { start, end, message };
}

/** A finding on a value that becomes legal when it is written as `text`. */
export function replaced(value: FieldValue, message: string, text: string): Finding {
  const { start, end } = value;
  const fix = { title: `Write ${text}`, edits: [{ start, end, text }] };
  return { start, end, message, fix };
}

/** A finding on two values of a record, marked on the second. */
export function onPair(record: RecordView, name: string, message: string): Finding[] {
  const value = record.value(name);
  return value ? [onValue(value, message)] : [];
}

/** A finding on a token that can be taken out together with the blank before it. */
export function removable({ start, end }: Span, message: string, title: string): Finding {
  const edits = [{ start: Math.max(0, start - 1), end, text: '' }];
  return { start, end, message, fix: { title, edits } };
}

/** A value as it stands in the line, shortened for a message. */
export function shown(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** Names in a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[], before = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${before} ${names.at(-1) ?? ''}`;
}
