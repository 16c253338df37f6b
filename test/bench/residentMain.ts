/** residentMain FILE faults|summary THREADS: prints the milliseconds of a warm run, and totals. */
import { join } from 'node:path';
import { summaryOptions } from '../../server/src/core/summary/options';
import { foldFile } from '../../server/src/node/files/foldFile';
import { summariseFile } from '../../server/src/node/files/summariseFile';

const [file = '', work = 'faults', threads = '2'] = process.argv.slice(2);
const workerScript = join(__dirname, '..', '..', 'dist', 'worker.js');
const reading = { latest: 4_000_000_000, workerScript, threads: Number(threads) };

async function once(): Promise<object> {
  if (work === 'faults') {
    const { records } = await foldFile(file, { ...reading, work: { faults: { rules: {} } } });
    return { records };
  }
  const { summary } = await summariseFile(file, summaryOptions({ top: 10 }), reading);
  const { records, packets, bytes, rejected } = summary.totals;
  const topSource = summary.topSources.rows[0]?.key;
  return { records, packets, bytes, rejected: rejected.records, topSource };
}

async function main(): Promise<void> {
  await once();
  const begin = performance.now();
  const totals = await once();
  console.log(performance.now() - begin);
  console.log(JSON.stringify(totals));
}

void main();
