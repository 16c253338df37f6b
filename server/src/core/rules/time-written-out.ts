import { onValue, replaced, shown } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

const WRITTEN = /^\d{4}-\d{2}-\d{2}/;
const ZONED = /(?:Z|[+-]\d{2}:?\d{2})$/i;

export const timeWrittenOut: ValueRule = {
  code: 'time-written-out',
  scope: 'value',
  severity: 'error',
  title: 'Time written out',
  why: 'Start and end are Unix seconds; a date comes from a report or a spreadsheet.',
  bad: [eni({ start: '2023-11-14T22:13:20Z' })],
  good: [eni()],
  check(value) {
    const { field, text } = value;
    if (field.kind !== 'time' || !WRITTEN.test(text)) return undefined;
    const seconds = Math.floor(Date.parse(text) / 1000);
    const message = `${shown(text)} is written out: ${field.name} is in Unix seconds.`;
    if (!Number.isFinite(seconds)) return onValue(value, message);
    // Without a zone nobody can say which instant was meant.
    return ZONED.test(text) ? replaced(value, message, String(seconds)) : onValue(value, message);
  },
};
