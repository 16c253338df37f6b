import { spawnSync } from 'node:child_process';
import { buildResident } from './resident.mjs';

/** @typedef {import('./measure.mjs').Contestant} Contestant */

const LEFT_OUT = 'is not on this machine; its row is left out.';

/**
 * What is measured on a file: our scan and summary, fresh and resident, and what else reads it.
 *
 * @param {string} file
 * @param {string} form
 * @returns {Promise<Contestant[]>}
 */
export async function contestants(file, form) {
  const resident = await buildResident();
  const script = (/** @type {string} */ name, /** @type {string[]} */ ...args) => [
    process.execPath,
    ...(name.endsWith('.mjs') ? [`scripts/bench/${name}`] : [name]),
    file,
    ...args,
  ];
  const peers = form === 'positional' ? positionalPeers(file, script) : [];
  return [
    { name: 'wc -l', group: 'reference', command: ['wc', '-l', file] },
    ...ifThere('rg', {
      name: 'rg -c REJECT',
      group: 'peer',
      command: ['rg', '-c', 'REJECT', file],
    }),
    ...peers,
    { name: 'check, 1 thread, resident', ...ours(script(resident, 'faults', '1')) },
    { name: 'check, 2 threads, resident', ...ours(script(resident, 'faults', '2')) },
    { name: 'check + summary, 1 thread, resident', ...ours(script(resident, 'summary', '1')) },
    { name: 'check + summary, 2 threads, resident', ...ours(script(resident, 'summary', '2')) },
  ];
}

/** @param {string[]} command */
function ours(command) {
  return { group: 'ours', command, resident: true, answer: totalsIn };
}

/**
 * @param {string} file
 * @param {(name: string, ...args: string[]) => string[]} script
 * @returns {Contestant[]}
 */
function positionalPeers(file, script) {
  return [
    ...ifThere('mawk', { name: 'mawk, totals', group: 'peer', command: ['mawk', AWK, file] }),
    {
      name: 'idiomatic JavaScript',
      group: 'peer',
      command: script('idiomatic.mjs'),
      answer: totalsIn,
    },
    {
      name: 'DuckDB, 2 threads',
      group: 'DuckDB',
      command: script('duckdb.mjs', '2'),
      answer: totalsIn,
    },
  ];
}

const AWK = '{ a[$13]++; if ($14 == "OK") { p += $9; b += $10; s[$4] += $10 } } END { print p, b }';

/** The totals that a contestant printed as its last line. */
function totalsIn(/** @type {string} */ output) {
  return JSON.parse(output.trim().split('\n').at(-1) ?? 'null');
}

/**
 * @param {string} program
 * @param {Contestant} contestant
 */
function ifThere(program, contestant) {
  if (!spawnSync(program, ['--version']).error) return [contestant];
  console.log(`  ${program} ${LEFT_OUT}`);
  return [];
}
