import { createReadStream } from 'node:fs';
import { inProject } from '../project.mjs';
import { exportOf } from './exports.mjs';
import { measureInTurn } from './measure.mjs';

/** The size at which an export has about a million records, in MB. */
const SIZE = 101;
const ROUNDS = 3;

/**
 * @typedef {{ name: string, records: number, ms: number, recordsPerSecond: number, memory: number }} ExplainRow
 */

/**
 * How fast a file of a million records is explained, beside the plain scan of the same file, each in
 * a process of its own from its start to its end. Memory is the peak, in MB.
 *
 * @param {string} [form] of the export
 * @returns {Promise<ExplainRow[]>}
 */
export async function explainRow(form = 'positional') {
  const file = await exportOf(form, SIZE);
  const records = await linesOf(file);
  const rows = await measureInTurn(
    [contestant('explain', file), contestant('check', file)],
    ROUNDS,
  );
  return rows.map(({ contestant: { name }, ms, memory }) => ({
    name,
    records,
    ms,
    recordsPerSecond: Math.round((records / ms) * 1000),
    memory,
  }));
}

/**
 * The exit code tells what was found, and the output goes nowhere: neither is measured.
 *
 * @returns {import('./measure.mjs').Contestant}
 */
function contestant(/** @type {string} */ command, /** @type {string} */ file) {
  const run = `"$0" "$1" ${command} "$2" --format json >/dev/null 2>&1; test $? -lt 2`;
  const program = inProject('dist', 'cli.mjs');
  return {
    name: `flowlog ${command}`,
    group: 'explain',
    command: ['sh', '-c', run, process.execPath, program, file],
  };
}

/** How many lines a file has. */
async function linesOf(/** @type {string} */ file) {
  let lines = 0;
  for await (const piece of createReadStream(file)) {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++;
  }
  return lines;
}
