/**
 * How fast a log is explained, beside the plain scan of it, and how much memory that takes:
 * `node --expose-gc --import tsx test/core/reachability/throughput.ts [records] [ascending|descending|shuffled]`.
 */
import { explainTable } from '../../../server/src/core/reachability/explainTable';
import { conversationOf } from '../../../server/src/core/reachability/conversationOf';
import { readTable } from '../../../server/src/core/table/flowTable';
import { finish } from '../../support/checkLog';
import { generateLog, type Order } from './generateLog';

const records = Number(process.argv[2] ?? 1_000_000);
const order = (process.argv[3] ?? 'ascending') as Order;

const bytes = generateLog(records, order, 42);
const megabytes = (size: number) => `${Math.round(size / 1024 / 1024)} MB`;
console.log(`${records} records, ${megabytes(bytes.length)}, ${order}`);

const scanned = timed(() => readTable(bytes, 2_000_000_000, { size: 1024 * 1024 }));
report('scan', scanned.seconds);
globalThis.gc?.();
const cpu = process.cpuUsage();
const before = inUse();
let peak = before;
const explained = timed(() => {
  const work = explainTable(scanned.result);
  let step = work.next();
  while (!step.done) {
    peak = Math.max(peak, inUse());
    step = work.next();
  }
  peak = Math.max(peak, inUse());
  return step.value;
});
report('explain', explained.seconds);
console.log(
  `  CPU, collection of garbage included: ${(process.cpuUsage(cpu).user / 1e6).toFixed(2)} s`,
);
const { pairing, conversationsByCode, leftOut } = explained.result;
console.log(`  ${JSON.stringify({ ...pairing, byCode: Object.fromEntries(conversationsByCode) })}`);
console.log(`  left out: ${JSON.stringify(Object.fromEntries(leftOut))}`);
console.log(
  `  memory beside the table: at most ${megabytes(peak - before)}; process ${megabytes(process.memoryUsage().rss)}`,
);
const listed = timed(() => explained.result.count());
console.log(`  ${listed.result} stories listed in ${Math.round(listed.seconds * 1000)} ms`);
const told = timed(() => {
  const stories = explained.result.stories();
  let count = 0;
  while (count < 1000 && !stories.next().done) count++;
  return count;
});
console.log(`  the first ${told.result} put into words in ${Math.round(told.seconds * 1000)} ms`);
const one = timed(() => finish(conversationOf(scanned.result, Math.floor(records / 2))));
console.log(`  conversation of one record, facts known: ${Math.round(one.seconds * 1000)} ms`);

function timed<T>(work: () => T): { result: T; seconds: number } {
  const start = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

function report(what: string, seconds: number): void {
  console.log(
    `${what}: ${seconds.toFixed(2)} s, ${Math.round(records / seconds / 1000)} thousand records/s`,
  );
}

function inUse(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
