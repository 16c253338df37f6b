/**
 * residentMain FILE WORK THREADS [fresh|prepared]: prints milliseconds, and then what was found. WORK is
 * `check`, `summary` (until all totals and lists are there), `settled` (until what was in doubt has
 * been counted again), or `picture` (until the first picture of a summary). The time is the median of
 * some runs after others, unless there is to be but one; a thread may be prepared for that.
 */
import { join } from 'node:path';
import { summaryOptions } from '../../server/src/core/summary/options';
import type { Summary } from '../../server/src/core/summary/summary';
import { foldFile } from '../../server/src/node/files/foldFile';
import { prepareThread } from '../../server/src/node/files/prepareThread';
import { summariseFile } from '../../server/src/node/files/summariseFile';

const [file = '', work = 'check', threads = '2', start] = process.argv.slice(2);
const workerScript = join(__dirname, '..', '..', 'dist', 'worker.mjs');
const reading = { latest: 4_000_000_000, workerScript, threads: Number(threads) };

const options = summaryOptions({ top: 10 });

/** What was found, and when if that was before the end. */
async function once(): Promise<{ totals: object; at?: number }> {
  if (work === 'check') {
    const { records } = await foldFile(file, { ...reading, work: { faults: { rules: {} } } });
    return { totals: { records } };
  }
  if (work === 'picture') {
    let at: number | undefined;
    const onPicture = () => (at ??= performance.now());
    const { summary } = await summariseFile(file, options, { ...reading, onPicture });
    return { totals: totalsOf(summary), ...(at === undefined ? {} : { at }) };
  }
  const passes = work === 'settled' ? 2 : 1;
  const { summary } = await summariseFile(file, options, { ...reading, passes });
  return { totals: totalsOf(summary) };
}

function totalsOf({ totals, topSources }: Summary): object {
  const { records, packets, bytes, rejected } = totals;
  const topSource = topSources.rows[0]?.key;
  return { records, packets, bytes, rejected: rejected.records, topSource };
}

/** Runs that come first at least; a third one of a large file still compiles what the fourth uses. */
const WARM_RUNS = 4;

/** Until the engine has compiled what is run often. */
async function warmUp(): Promise<void> {
  const end = performance.now() + 1000;
  for (let run = 0; run < WARM_RUNS || performance.now() < end; run++) await once();
}

/** Runs that are measured after these: what else the machine does meets one or another. */
const MEASURED_RUNS = 5;

async function main(): Promise<void> {
  const isOnly = start === 'fresh' || start === 'prepared';
  if (start === 'prepared') await prepareThread(file, options, reading);
  if (!isOnly) await warmUp();
  const times: number[] = [];
  let found = {};
  for (let run = 0; run < (isOnly ? 1 : MEASURED_RUNS); run++) {
    const begin = performance.now();
    const { totals, at = performance.now() } = await once();
    times.push(at - begin);
    found = totals;
  }
  times.sort((a, b) => a - b);
  console.log(times[times.length >> 1]);
  console.log(JSON.stringify(found));
}

void main();
