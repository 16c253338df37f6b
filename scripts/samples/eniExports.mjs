import * as forms from './forms.mjs';
import { morning } from './places.mjs';
import { createRandom } from './random.mjs';
import { oneWindow } from './traffic.mjs';

/** @typedef {import('./forms.mjs').Fields} Fields */

/**
 * Records of some capture windows in a row, oldest first.
 *
 * @param {object} wanted
 * @param {number} wanted.seed
 * @param {number} wanted.windows
 * @param {number} wanted.seconds  in a window
 * @param {string} wanted.version
 * @returns {Fields[]}
 */
export function eniRecords({ seed, windows, seconds, version }) {
  const random = createRandom(seed);
  return Array.from({ length: windows }, (_, i) => {
    const start = morning + i * seconds;
    return oneWindow(random, { start, end: start + seconds - 1 });
  })
    .flat()
    .map(flow => forms.eniFields(flow, version));
}

/** The value format of older instance models, five-minute windows. */
export function eniPositional() {
  const records = eniRecords({ seed: 11, windows: 8, seconds: 300, version: '2' });
  return records.map(fields => forms.values(forms.eniOrder, fields));
}

/** The format of today, one-minute windows, the newest first as the log service exports it. */
export function eniKeyValue() {
  const records = eniRecords({ seed: 12, windows: 10, seconds: 60, version: '0001_0001' });
  return records.reverse().map(fields => forms.keysAndValues(forms.eniKeyOrder, fields));
}

/** Columns under a header line; times are the window's bounds, as some exports give them. */
export function eniHeader() {
  const columns = (
    'start end interface-id srcaddr srcport dstaddr dstport protocol packets bytes action ' +
    'log-status'
  ).split(' ');
  const seconds = 120;
  const records = eniRecords({ seed: 13, windows: 6, seconds, version: '2' }).map(fields => {
    const start = Number(fields.start) - ((Number(fields.start) - morning) % seconds);
    return { ...fields, start, end: start + seconds - 1 };
  });
  return [columns.join(' '), ...records.map(fields => forms.values(columns, fields))];
}

/** Columns named in a comment, as web servers do. */
export function eniFieldsLine() {
  const columns = (
    'action log-status protocol srcaddr dstaddr srcport dstport packets bytes start end ' +
    'interface-id account_id'
  ).split(' ');
  const records = eniRecords({ seed: 14, windows: 5, seconds: 180, version: '2' });
  return [
    '# Columns as chosen when the export was set up.',
    `#Fields: ${columns.join(' ')}`,
    ...records.map(fields =>
      forms.values(columns, { ...fields, account_id: fields['account-id'] ?? '' }),
    ),
  ];
}
