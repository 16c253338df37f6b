import { replaced } from './findings';
import { eni } from './sampleLines';
import type { ValueRule } from './rule';

/** By the number of digits that the years 2001–2286 have in that unit. */
const UNITS = new Map([
  [13, 'milliseconds'],
  [16, 'microseconds'],
  [19, 'nanoseconds'],
]);

export const timeInMilliseconds: ValueRule = {
  code: 'time-in-milliseconds',
  scope: 'value',
  severity: 'warning',
  title: 'Time finer than seconds',
  why: 'Start and end are Unix seconds. Thirteen digits are milliseconds, as log services use for the time of arrival; read as seconds they are millennia ahead.',
  bad: [eni({ start: '1700000000000', end: '1700000060' })],
  good: [eni()],
  check(value) {
    const { field, text } = value;
    const unit =
      field.kind === 'time' && /^[1-9]\d+$/.test(text) ? UNITS.get(text.length) : undefined;
    if (!unit) return undefined;
    const message = `${field.name} is in ${unit}: ${text}. It has to be in seconds.`;
    return replaced(value, message, text.slice(0, 10));
  },
};
