import { isValueOf } from '../record/readValue';
import type { FieldValue, RecordView } from '../record/recordView';

/** Thirteen digits that can only be Unix time in milliseconds (2001 to 2286). */
const MILLISECONDS = /^[1-9]\d{12}$/;

/** A time as it is written: its instant in milliseconds, and whether it was written so. */
export interface Instant {
  readonly milliseconds: number;
  readonly writtenInMilliseconds: boolean;
}

/** The instant that a value of kind time names, or undefined if it is neither of the two forms. */
export function instantOf(value: FieldValue): Instant | undefined {
  if (isValueOf(value.field, value.text)) {
    return { milliseconds: Number(value.text) * 1000, writtenInMilliseconds: false };
  }
  if (!MILLISECONDS.test(value.text)) return undefined;
  return { milliseconds: Number(value.text), writtenInMilliseconds: true };
}

/**
 * Seconds from `start` to `end`, negative when they are the wrong way round; undefined unless the
 * record has both and in one unit.
 */
export function windowOf(record: RecordView): number | undefined {
  const start = instantIn(record, 'start');
  const end = instantIn(record, 'end');
  if (!start || !end) return undefined;
  if (start.writtenInMilliseconds !== end.writtenInMilliseconds) return undefined;
  return (end.milliseconds - start.milliseconds) / 1000;
}

function instantIn(record: RecordView, name: 'start' | 'end'): Instant | undefined {
  const value = record.value(name);
  return value && instantOf(value);
}
