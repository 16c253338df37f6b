import { reportsNoData } from '../record/readValue';
import type { MissingField, RecordView, Span } from '../record/recordView';
import { tokenize, withoutBlanks } from '../record/tokenize';
import type { Finding } from './rule';

/** Fields that are absent in records without data, where one hyphen looks like the other. */
const HYPHENS: ReadonlySet<string> = new Set([
  ...['srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol', 'packets', 'bytes'],
]);

/** Where a missing field would stand, in words. */
export function placeOf({ after, before }: MissingField): string {
  if (after && before) return ` between ${after.name} and ${before.name}`;
  if (after) return ` after ${after.name}`;
  return before ? ` before ${before.name}` : '';
}

/** How many columns the form has, and how many the line. */
export function countOf({ layout, text }: RecordView): string {
  return `${layout.title} has ${layout.columns.length} columns, this line ${tokenize(text).length}`;
}

/** What to mark for something missing at a place: the blank there, or the last token of the line. */
export function spanAt({ text }: RecordView, at: number): Span {
  if (at < withoutBlanks(text).end) return { start: at, end: at + 1 };
  return tokenize(text).at(-1) ?? { start: 0, end: text.length };
}

/**
 * A record without data whose hyphens are too few. Which one is missing cannot be told and does not
 * matter: it is put in among them.
 */
export function missingDashes(record: RecordView): Finding | undefined {
  const { missing, layout } = record;
  const isHyphen = ({ field, undecided }: MissingField) => !undecided && HYPHENS.has(field.name);
  if (!reportsNoData(record) || !missing.every(isHyphen)) return undefined;
  const names = layout.columns.map(column => column.name);
  const hyphens = names.flatMap((name, i) => (HYPHENS.has(name) ? [i] : []));
  const after = names[hyphens[0]! - 1];
  const before = names[hyphens.at(-1)! + 1];
  const count = missing.length;
  const dashes = count === 1 ? 'One - is' : `${count} - are`;
  const message = `${dashes} missing between ${after ?? 'the beginning'} and ${before ?? 'the end'}: ${countOf(record)}.`;
  const at = missing[0]!.at;
  const edits = [{ start: at, end: at, text: ' -'.repeat(count) }];
  const title = count === 1 ? 'Insert the missing -' : `Insert the ${count} missing -`;
  return { ...spanAt(record, at), message, fix: { title, edits } };
}
