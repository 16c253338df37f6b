import { cpus, totalmem } from 'node:os';

/**
 * @typedef {import('./measure.mjs').Row} Row
 * @typedef {{ form: string, size: number, rows: Row[] }} Table
 */

/**
 * The page of benchmarks. A ratio to DuckDB stands only where both gave the same answers.
 *
 * @param {Table[]} tables
 * @param {number} rounds
 */
export function reportOf(tables, rounds) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${[
    '# Benchmarks',
    '',
    '<!-- Written by npm run bench. -->',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${machine}, Node ${process.version}, medians of ${rounds} interleaved rounds, page cache warm. Whole processes, but for the rows marked resident: those time a second run inside one process. Memory is the highest sum over the process and all below it. Ratios are what counts; the times are this machine's.`,
    '',
    ...tables.flatMap(section),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** @param {Table} table */
function section({ form, size, rows }) {
  const wc = rows.find(row => row.contestant.name === 'wc -l');
  const duckdb = rows.find(row => row.contestant.group === 'DuckDB');
  return [
    `## ${form}, ${size} MB`,
    '',
    '| what | ms | min–max | MB/s | memory MB | × wc -l | DuckDB takes |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(row => {
      const { contestant, ms, least, most, memory } = row;
      const cells = [
        contestant.name,
        ms.toFixed(0),
        `${least.toFixed(0)}–${most.toFixed(0)}`,
        ((size * 1000) / ms).toFixed(0),
        memory.toFixed(0),
        wc ? (ms / wc.ms).toFixed(1) : '',
        duckdb ? ratio(row, duckdb) : '',
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ];
}

/** @param {Row} row @param {Row} duckdb */
function ratio(row, duckdb) {
  const own = /** @type {Record<string, unknown> | undefined} */ (row.answer);
  const other = /** @type {Record<string, unknown>} */ (duckdb.answer);
  if (!own) return '';
  const same = Object.keys(other).every(key => key in own && own[key] === other[key]);
  if (same) return `${(duckdb.ms / row.ms).toFixed(1)} ×`;
  return Object.keys(own).length === 1 ? '(no totals to compare)' : '(answers differ)';
}
