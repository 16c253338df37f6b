import { NAMES } from './contestants.mjs';

/**
 * @typedef {import('./measure.mjs').Row} Row
 * @typedef {import('./editor.mjs').EditorRow} EditorRow
 * @typedef {import('./activation.mjs').ActivationRow} ActivationRow
 * @typedef {import('./report.mjs').Table} Table
 */

/**
 * What is to be reached, and what was: the largest positional export measured stands for 1 GB.
 *
 * @param {{ tables: Table[], editor: EditorRow[], activation: ActivationRow | undefined, packed: number }} measured
 *   `packed` in KiB
 * @returns {string[]} lines of Markdown
 */
export function goalLines({ tables, editor, activation, packed }) {
  const positional = tables.filter(({ form }) => form === 'positional').at(-1);
  const keyed = tables.find(({ form, size }) => form === 'key-value' && size === positional?.size);
  const row = (/** @type {string} */ name, table = positional) =>
    table?.rows.find(({ contestant }) => contestant.name === name);
  const [wc, duckdb] = [row(NAMES.wc), row(NAMES.duckdb)];
  const times = (/** @type {Row | undefined} */ one, /** @type {Row | undefined} */ other) =>
    one && other ? one.ms / other.ms : undefined;
  const inEditor = (/** @type {string} */ what) =>
    editor.find(entry => entry.size === 50 && entry.what === what);
  const summary = row(NAMES.summary);
  const tokens = editor.find(({ size, what }) => size === 50 && what.startsWith('tokens'));
  return [
    '| goal | to reach | measured | reached |',
    '| --- | --- | --- | --- |',
    goal('check + summary, resident', '≤ 6 × wc -l', times(summary, wc), '×'),
    goal('the same', '≥ 8 × faster than DuckDB', times(duckdb, summary), '× faster'),
    goal('the same, fresh process', '≥ 6 × faster', times(duckdb, row(NAMES.fresh)), '× faster'),
    goal(
      'key:value',
      '≥ 0.5 of the positional MB/s',
      times(summary, row(NAMES.summary, keyed)),
      'of it',
    ),
    goal('check alone', '≤ 3 × wc -l', times(row(NAMES.check), wc), '×'),
    goal('peak memory, resident', '≤ 150 MB', summary?.memory, 'MB'),
    goal('the same, fresh process', '≤ 150 MB', row(NAMES.fresh)?.memory, 'MB'),
    goal('first picture', '≤ 300 ms', row(NAMES.picture)?.ms, 'ms'),
    goal('the same, a thread prepared', '≤ 300 ms', row(NAMES.preparedPicture)?.ms, 'ms'),
    goal('the same, threads yet to start', '≤ 300 ms', row(NAMES.firstPicture)?.ms, 'ms'),
    goal(
      '50 MB document: text to diagnostics, in the server',
      '≤ 60 ms',
      inEditor('in the server: open to diagnostics')?.p50,
      'ms',
    ),
    goal(
      'keystroke in it, in the server',
      'p99 ≤ 2 ms',
      inEditor('in the server: keystroke to diagnostics')?.p99,
      'ms',
    ),
    goal('hover in it, round trip', '≤ 3 ms', inEditor('hover')?.p50, 'ms'),
    goal('tokens of a viewport, round trip', '≤ 3 ms', tokens?.p50, 'ms'),
    goal('activation in VS Code', '≤ 50 ms', activation?.whole, 'ms'),
    goal('the package, chart library included', '≤ 1,024 KiB', packed, 'KiB'),
  ];
}

/**
 * @param {string} what
 * @param {string} aim `≤` or `≥` and a number, somewhere in it
 * @param {number | undefined} measured
 * @param {string} unit
 */
function goal(what, aim, measured, unit) {
  if (measured === undefined) return `| ${what} | ${aim} | not measured | |`;
  const limit = Number(/[≤≥] ([\d.,]+)/.exec(aim)?.[1]?.replace(',', ''));
  const isReached = aim.includes('≤') ? measured <= limit : measured >= limit;
  const text = `${measured.toFixed(measured < 100 ? 1 : 0)} ${unit}`;
  return `| ${what} | ${aim} | ${text} | ${isReached ? 'yes' : 'no'} |`;
}
