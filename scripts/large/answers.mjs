import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { promisify } from 'node:util';
import { inProject } from '../project.mjs';

const NEWLINE = 10;
const MOST_OUTPUT = 64e6;

/** @typedef {{ records: number, bytes: number, rejected: number }} Totals */

/**
 * What DuckDB counts in a positional export.
 *
 * @param {string} file
 * @returns {Promise<Totals>}
 */
export async function duckdbTotals(file) {
  const { records, bytes, rejected } = await answerOf('scripts/bench/duckdb.mjs', file, '2');
  return { records, bytes, rejected };
}

/**
 * What the command line's summary counts in it.
 *
 * @param {string} file
 * @returns {Promise<Totals>}
 */
export async function commandLineTotals(file) {
  const args = ['summary', file, '--format', 'json'];
  const { records, bytes, rejected } = await answerOf('dist/cli.mjs', ...args);
  return { records, bytes, rejected: rejected.records };
}

/**
 * @param {string} script
 * @param {string[]} args
 */
async function answerOf(script, ...args) {
  const command = [inProject(script), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    maxBuffer: MOST_OUTPUT,
  });
  return JSON.parse(stdout);
}

/**
 * The text of a line, counted from 1, read from the disk without any of the code that is tried.
 *
 * @param {string} file
 * @param {number} wanted
 */
export async function lineOf(file, wanted) {
  let line = 1;
  let text = '';
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    for (let at = 0; at < chunk.length;) {
      const newline = chunk.indexOf(NEWLINE, at);
      const end = newline < 0 ? chunk.length : newline;
      if (line === wanted) text += chunk.toString('utf8', at, end);
      if (newline < 0) break;
      if (++line > wanted) return text;
      at = newline + 1;
    }
  }
  if (line < wanted) throw new Error(`${file} ends at line ${line}, before line ${wanted}.`);
  return text;
}
