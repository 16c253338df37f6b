import { cpus, totalmem } from 'node:os';
import { goalLines } from './goals.mjs';

/**
 * @typedef {import('./measure.mjs').Row} Row
 * @typedef {import('./editor.mjs').EditorRow} EditorRow
 * @typedef {import('./activation.mjs').ActivationRow} ActivationRow
 * @typedef {import('./explain.mjs').ExplainRow} ExplainRow
 * @typedef {{ form: string, size: number, rows: Row[] }} Table
 */

/**
 * The page of benchmarks. A ratio to DuckDB stands only where both gave the same answers.
 *
 * @param {{ tables: Table[], explain: ExplainRow[], editor: EditorRow[], activation: ActivationRow | undefined, packed: number, rounds: number, limits: string }} measured
 *   `packed` in KiB, `limits` what the page says about them
 */
export function reportOf({ tables, explain, editor, activation, packed, rounds, limits }) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const date = new Date().toISOString().slice(0, 10);
  return `${[
    '# Benchmarks',
    '',
    '<!-- Written by npm run bench; the last section is scripts/bench/limits.md. -->',
    '',
    `${date}, ${machine}, Node ${process.version}, medians of ${rounds} interleaved rounds (of one, where a row takes more than a minute), page cache warm. Whole processes, but for the rows marked resident: those are medians of five runs inside one process after others. Memory is the sum of what the process and each below it had resident at its highest. Ratios are what counts; the times are this machine's.`,
    '',
    '## Goals',
    '',
    ...goalLines({ tables, editor, activation, packed }),
    '',
    ...tables.flatMap(section),
    ...explainSection(explain),
    ...(editor.length > 0 ? editorSection(editor) : []),
    ...(activation ? activationSection(activation) : []),
    limits.trim(),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** @param {ExplainRow[]} rows */
function explainSection(rows) {
  return [
    '## Reachability',
    '',
    'A positional export of about a million records, each command as a whole program.',
    '',
    '| what | ms | records/s | memory MB |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ name, ms, recordsPerSecond, memory }) =>
        `| ${name} | ${ms.toFixed(0)} | ${recordsPerSecond.toLocaleString('en-US')} | ${memory.toFixed(0)} |`,
    ),
    '',
  ];
}

/** @param {EditorRow[]} rows */
function editorSection(rows) {
  return [
    '## In an editor',
    '',
    'The built server over JSON-RPC on stdio, and where it says so without the protocol. With few samples p99 is the longest.',
    '',
    '| MB | what | samples | p50 ms | p99 ms |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ size, what, samples, p50, p99 }) =>
        `| ${size} | ${what} | ${samples} | ${p50.toFixed(2)} | ${p99.toFixed(2)} |`,
    ),
    '',
  ];
}

/** @param {ActivationRow} row */
function activationSection({ editor, starts, load, call, finish }) {
  return [
    '## Activation',
    '',
    `A flow log is opened in ${editor}, fresh each time; its own figures (Developer: Startup Performance), medians of ${starts} starts. The goal is about loading and calling; afterwards the language client is loaded.`,
    '',
    '| load code ms | call activate ms | finish ms |',
    '| --- | --- | --- |',
    `| ${load} | ${call} | ${finish} |`,
    '',
  ];
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
