import { withoutBlanks } from '../record/tokenize';
import { listed } from './findings';
import { meantKey } from './meantKey';
import { keyed } from './sampleLines';
import type { RecordRule } from './rule';

export const keyMissing: RecordRule = {
  code: 'key-missing',
  scope: 'record',
  onIncomplete: true,
  severity: 'warning',
  title: 'Key missing',
  why: 'The record lacks fields that its kind is documented to have. An export may leave fields out on purpose, so a file whose records all lack the same ones is marked once.',
  bad: [
    keyed().replace(' protocol:6', ''),
    `${keyed()}\n${keyed({ srcport: '50313' }).replace(' action:ACCEPT', '')}`,
  ],
  good: [keyed()],
  check(record, { previousKeys }) {
    const { layout, values, text, strays } = record;
    // What only has its key misspelled is reported there.
    const meant = new Set(strays.map(stray => meantKey(stray, record)?.field.name));
    const missing = record.missing.filter(({ field }) => !meant.has(field.name));
    if (layout.form !== 'key-value' || missing.length === 0) return [];
    const sameAsBefore =
      previousKeys?.size === values.length &&
      values.every(({ field }) => previousKeys.has(field.name));
    if (sameAsBefore) return [];
    const names = listed(missing.map(({ field }) => field.name));
    const message = `This record has no ${names}. What rests on ${missing.length === 1 ? 'it' : 'them'} cannot be said.`;
    return [{ ...withoutBlanks(text), message }];
  },
};
