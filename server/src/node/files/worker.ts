import { closeSync, openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { LayoutSet } from '../../core/layouts/layoutSet';
import { scanChunk, type ScanOptions } from '../../core/scan/scanChunk';
import { foldBytes } from '../../core/summary/kernel/foldMemory';
import { loadKernel } from '../../kernel/loadKernel';
import { BLOCK_SIZE, MARGIN, MOST_ROWS } from './blocks';
import { makeFolds } from './makeFolds';
import type { Answer, StretchResult, Task } from './messages';
import { BlockReader } from './readBlock';

/** Works through a stretch of a file, until its end or until it is told to stop. */
function work(task: Task, say: (answer: Answer) => void): StretchResult {
  const { path, size, latest, stretch, stop } = task;
  const file = openSync(path, 'r');
  try {
    const layouts = new LayoutSet();
    const folding = task.work.summary ?? task.work.details?.options;
    const extra = folding ? foldBytes(folding, MOST_ROWS) : 0;
    const kernel = loadKernel(BLOCK_SIZE + MARGIN, MOST_ROWS, true, extra);
    const options: ScanOptions = { layouts, latest, kernel };
    const folds = makeFolds(task.work, options);
    const reader = new BlockReader(file, size, options);
    let declared = task.declared.length > 0 ? layouts.declare(task.declared) : -1;
    let lines = 0;
    let records = 0;
    for (let block = stretch.first; block < stretch.end && Atomics.load(stop, 0) === 0; block++) {
      const { bytes, last } = reader.read(block, declared);
      const chunk = scanChunk(bytes, declared, last, options);
      for (const fold of Object.values(folds)) fold.add(chunk, lines);
      declared = chunk.declaredAfter;
      lines += chunk.lines;
      records += chunk.records;
      say({ kind: 'block', bytes: bytes.length, lines: chunk.lines, records: chunk.records });
    }
    const parts = Object.entries(folds).map(([name, fold]) => [name, fold.partial()] as const);
    const columns = declared < 0 ? [] : layouts.at(declared).columns;
    const names = columns.map(field => field.name);
    return { lines, records, declared: names, parts: Object.fromEntries(parts) };
  } finally {
    closeSync(file);
  }
}

const port = parentPort;
if (port) {
  try {
    port.postMessage({ kind: 'done', done: work(workerData as Task, a => port.postMessage(a)) });
  } catch (error) {
    port.postMessage({ kind: 'failed', message: (error as Error).message } satisfies Answer);
  }
}
