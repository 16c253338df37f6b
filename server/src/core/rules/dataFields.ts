import { ABSENT, logStatusOf } from '../record/readValue';
import type { FieldValue, RecordView } from '../record/recordView';

const DATA_FIELDS: ReadonlySet<string> = new Set([
  ...['srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol', 'packets', 'bytes', 'action'],
]);

/** So many values that contradict the status say that the status is what is wrong. */
const ENOUGH = 4;

/** Whether a value is one that records without data leave out. */
export function isDataField({ field }: FieldValue): boolean {
  return DATA_FIELDS.has(field.name);
}

/** Whether a value says that there is none: `-`, or `-1` for a count. */
export function isLeftOut({ field, text }: FieldValue): boolean {
  return text === ABSENT || (text === '-1' && field.kind === 'count');
}

/** Whether a value is none however it is written: nothing, a dash of any kind, `null`. */
const isNone = (value: FieldValue): boolean =>
  isLeftOut(value) || /^(?:|[-\u2010-\u2015\u2212]+|null|none|nil|n\/a|\\n)$/i.test(value.text);

/** How many values contradict the record's log status, if they are so many that it is the fault. */
export function contradictions(record: RecordView): number | undefined {
  const status = logStatusOf(record);
  if (status === undefined) return undefined;
  let against = 0;
  for (const value of record.values) {
    if (!isDataField(value)) continue;
    if (status === 'OK' ? isLeftOut(value) : !isNone(value)) against++;
  }
  return against >= ENOUGH ? against : undefined;
}
