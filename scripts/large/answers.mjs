import { createReadStream } from 'node:fs';
import { measureInTurn } from '../bench/measure.mjs';
import { inProject } from '../project.mjs';

const NEWLINE = 10;

/**
 * @typedef {{ records: number, packets: number, bytes: number, rejected: number, faults: number, topSource: string, topSourceBytes: number }} Totals
 *   `faults` are errors and warnings
 */

/**
 * What DuckDB and the command line count in a positional export, each in a process of its own
 * whose time and peak memory are printed.
 *
 * @param {string} file
 * @returns {Promise<{ duckdb: Totals, summary: Totals, check: { records: number, faults: number } }>}
 */
export async function answersOf(file) {
  const command = (/** @type {string} */ script, /** @type {string[]} */ ...args) => ({
    group: '',
    command: [process.execPath, inProject(script), ...args],
  });
  const quiet = ['--quiet', '--rule', 'port-out-of-range=warning'];
  const rows = await measureInTurn(
    [
      {
        name: 'DuckDB',
        ...command('scripts/large/duckdbTotals.mjs', file),
        answer: output => JSON.parse(output),
      },
      {
        name: 'flowlog summary',
        ...command('dist/cli.mjs', 'summary', file, '--format', 'json'),
        answer: summaryIn,
      },
      {
        // The only errors in generated exports are warnings here, or it would end with 1.
        name: 'flowlog check',
        ...command('dist/cli.mjs', 'check', file, ...quiet),
        answer: checkIn,
      },
    ],
    1,
  );
  const [duckdb, summary, check] = rows.map(({ answer }) => /** @type {any} */ (answer));
  return { duckdb, summary, check };
}

function summaryIn(/** @type {string} */ output) {
  const { records, packets, bytes, rejected, faults, topSources } = JSON.parse(output);
  const [top] = topSources;
  return {
    ...{ records, packets, bytes, faults },
    ...{ rejected: rejected.records, topSource: top.key, topSourceBytes: top.bytes },
  };
}

/** The totals line: `1 file, 10 lines, 10 records: 1 error, 2 warnings, …`. */
function checkIn(/** @type {string} */ output) {
  const count = (/** @type {string} */ word) =>
    Number(new RegExp(`([\\d,]+) ${word}`).exec(output)?.[1]?.replaceAll(',', ''));
  return { records: count('record'), faults: count('error') + count('warning') };
}

/**
 * Lines of a file by their numbers from 1, read from the disk without any of the code that is
 * tried; numbers beyond its end are missing.
 *
 * @param {string} file
 * @param {number[]} wanted
 */
export async function linesOf(file, wanted) {
  /** @type {Map<number, string>} */
  const found = new Map();
  const last = Math.max(...wanted);
  let line = 1;
  let text = '';
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    for (let at = 0; at < chunk.length;) {
      const newline = chunk.indexOf(NEWLINE, at);
      const end = newline < 0 ? chunk.length : newline;
      if (wanted.includes(line)) text += chunk.toString('utf8', at, end);
      if (newline < 0) break;
      if (wanted.includes(line)) found.set(line, text);
      text = '';
      if (++line > last) return found;
      at = newline + 1;
    }
  }
  return found;
}
