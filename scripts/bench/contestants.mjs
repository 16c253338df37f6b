import { spawnSync } from 'node:child_process';
import { inProject } from '../project.mjs';
import { AS_SERVER } from './asServer.mjs';
import { buildResident } from './resident.mjs';

/** @typedef {import('./measure.mjs').Contestant} Contestant */

const LEFT_OUT = 'is not on this machine; its row is left out.';
/** From this size on in MB, peers that take a minute run once. */
const SLOW_FROM = 500;

/** The rows that the table of goals is made of. */
export const NAMES = {
  wc: 'wc -l',
  duckdb: 'DuckDB, 2 threads',
  check: 'check, 2 threads, resident',
  summary: 'check + summary, 2 threads, resident',
  fresh: 'check + summary, 2 threads, fresh process',
  picture: 'first picture of a summary, resident',
  preparedPicture: 'first picture of a summary, a thread prepared',
  firstPicture: 'first picture of a summary, threads yet to start',
};

/**
 * What is measured on a file: our scan and summary, fresh and resident, and what else reads it.
 *
 * @param {string} file
 * @param {string} form
 * @param {number} size in MB
 * @returns {Promise<Contestant[]>}
 */
export async function contestants(file, form, size) {
  const resident = await buildResident();
  const ours = (/** @type {string} */ name, /** @type {string[]} */ ...args) => ({
    name,
    group: 'ours',
    command: [process.execPath, resident, file, ...args],
    answer: totalsIn,
  });
  const asServer = (/** @type {string} */ name, /** @type {string[]} */ ...args) => ({
    ...ours(name, ...args),
    env: AS_SERVER.env,
    resident: true,
  });
  return [
    { name: NAMES.wc, group: 'reference', command: ['wc', '-l', file] },
    ...ifThere('rg', {
      name: 'rg -c REJECT',
      group: 'peer',
      command: ['rg', '-c', 'REJECT', file],
    }),
    ...(form === 'positional' ? positionalPeers(file, size) : []),
    asServer('check, 1 thread, resident', 'check', '1'),
    asServer(NAMES.check, 'check', '2'),
    asServer('check + summary, 1 thread, resident', 'summary', '1'),
    asServer(NAMES.summary, 'summary', '2'),
    ours(NAMES.fresh, 'summary', '2', 'fresh'),
    asServer('check + summary + second pass, 2 threads, resident', 'settled', '2'),
    asServer(NAMES.picture, 'picture', '2'),
    asServer(NAMES.preparedPicture, 'picture', '2', 'prepared'),
    asServer(NAMES.firstPicture, 'picture', '2', 'fresh'),
    {
      name: 'flowlog summary, whole program',
      group: 'ours',
      command: [process.execPath, inProject('dist/cli.mjs'), 'summary', file, '--format', 'json'],
      answer: summaryIn,
    },
  ];
}

/**
 * @param {string} file
 * @param {number} size in MB
 * @returns {Contestant[]}
 */
function positionalPeers(file, size) {
  const script = (/** @type {string} */ name, /** @type {string[]} */ ...args) => [
    process.execPath,
    `scripts/bench/${name}`,
    file,
    ...args,
  ];
  const once = size >= SLOW_FROM ? { rounds: 1 } : {};
  const awk = { name: 'mawk, totals', group: 'peer', command: ['mawk', AWK, file], ...once };
  const reader = ['python3', '-c', FLOWLOGS_READER, file];
  return [
    ...ifThere('mawk', awk),
    {
      name: 'idiomatic JavaScript',
      group: 'peer',
      command: script('idiomatic.mjs'),
      answer: totalsIn,
      ...once,
    },
    ...ifThere(
      'python3',
      { name: 'flowlogs-reader', group: 'peer', command: reader, ...once },
      'import flowlogs_reader',
    ),
    {
      name: NAMES.duckdb,
      group: 'DuckDB',
      command: script('duckdb.mjs', '2'),
      answer: totalsIn,
    },
  ];
}

const AWK = '{ a[$13]++; if ($14 == "OK") { p += $9; b += $10; s[$4] += $10 } } END { print p, b }';
const FLOWLOGS_READER = `import sys
from flowlogs_reader import FileFlowLogsReader
print(sum(1 for record in FileFlowLogsReader(sys.argv[1])))`;

/** The totals that a contestant printed as its last line. */
function totalsIn(/** @type {string} */ output) {
  return JSON.parse(output.trim().split('\n').at(-1) ?? 'null');
}

/** The same totals in what `flowlog summary` prints. */
function summaryIn(/** @type {string} */ output) {
  const { records, packets, bytes, byAction, topSources } = JSON.parse(output);
  const rejected = byAction.find((/** @type {{ key: string }} */ row) => row.key === 'REJECT');
  return {
    ...{ records, packets, bytes },
    rejected: rejected?.records ?? 0,
    topSource: topSources[0]?.key,
  };
}

/**
 * @param {string} program
 * @param {Contestant} contestant
 * @param {string} [code] that the program must be able to run
 */
function ifThere(program, contestant, code) {
  const { error, status } = spawnSync(program, code ? ['-c', code] : ['--version']);
  if (!error && (!code || status === 0)) return [contestant];
  console.log(`  ${code ? contestant.name : program} ${LEFT_OUT}`);
  return [];
}
