import { closeSync, openSync } from 'node:fs';
import { LayoutSet } from '../../core/layouts/layoutSet';
import { scanChunk, type ScanOptions } from '../../core/scan/scanChunk';
import { awaitOthers } from './handOver';
import { makeFolds } from './makeFolds';
import type { Step, StretchResult, StretchTask } from './messages';
import { Pictures } from './pictures';
import { BlockReader } from './readBlock';
import { SteadyProgress } from './steadyProgress';
import { kernelFor } from './threadKernel';

/** Works through a stretch of a file, until its end or until it is told to stop. */
export function foldStretch(task: StretchTask, say: (step: Step) => void): StretchResult {
  const { path, size, latest, stretch, stop } = task;
  const file = openSync(path, 'r');
  try {
    const layouts = new LayoutSet();
    const { faults, summary: summaryWork, details } = task.work;
    const keepReadings = faults !== undefined;
    const verdictOnly = !summaryWork && !details;
    const kernel = kernelFor(task.work);
    const options: ScanOptions = { layouts, latest, kernel, keepReadings, verdictOnly };
    const folds = makeFolds(task.work, options);
    const pictures = picturesOf(task, folds);
    const reader = new BlockReader(file, size, options, kernel?.input);
    let declared = task.declared.length > 0 ? layouts.declare(task.declared) : -1;
    const progress = new SteadyProgress(say);
    let lines = 0;
    let records = 0;
    for (let block = stretch.first; block < stretch.end && Atomics.load(stop, 0) === 0; block++) {
      const { bytes, last } = reader.read(block, declared);
      const chunk = scanChunk(bytes, declared, last, options);
      for (const fold of Object.values(folds)) fold.add(chunk, lines);
      declared = chunk.declaredAfter;
      lines += chunk.lines;
      records += chunk.records;
      progress.add(bytes.length, chunk.records);
      const summary = pictures?.takeIfDue();
      if (summary) say({ kind: 'picture', summary });
    }
    progress.end();
    if (task.merged === 'here') awaitOthers(task);
    const parts = Object.entries(folds).map(([name, fold]) => [name, fold.partial()] as const);
    const columns = declared < 0 ? [] : layouts.at(declared).columns;
    const names = columns.map(field => field.name);
    return { lines, records, declared: names, parts: Object.fromEntries(parts) };
  } finally {
    closeSync(file);
  }
}

function picturesOf({ pictures, work }: StretchTask, folds: ReturnType<typeof makeFolds>) {
  const { summary, faults } = folds;
  return pictures && work.summary && summary && faults
    ? new Pictures(work.summary, summary, faults)
    : undefined;
}
