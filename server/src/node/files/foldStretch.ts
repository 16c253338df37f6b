import { closeSync, openSync } from 'node:fs';
import { LayoutSet } from '../../core/layouts/layoutSet';
import { scanChunk, type ScanOptions } from '../../core/scan/scanChunk';
import { collectMuchGarbage } from './collectGarbage';
import { awaitOthers } from './handOver';
import { keysAbove } from './keysAbove';
import { makeFolds } from './makeFolds';
import type { Stretch } from './blocks';
import type { ReadStretch, Step, StretchResult, StretchTask } from './messages';
import { Pictures } from './pictures';
import { BlockReader } from './readBlock';
import { SteadyProgress } from './steadyProgress';
import { takeSome } from './takeTurns';
import { kernelFor } from './threadKernel';

/** After so many blocks a thread looks whether there is much garbage. */
const LOOK_EVERY = 16;

/** Works through a thread's share of a file, until nothing is left or until it is told to stop. */
export function foldStretch(task: StretchTask, say: (step: Step) => void): StretchResult {
  const { path, size, latest, stop } = task;
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
    const progress = new SteadyProgress(say);
    const stretches: ReadStretch[] = [];
    let lines = 0;
    let records = 0;
    for (const { first, end } of stretchesOf(task)) {
      const columns = first === 0 ? task.declared.before : task.declared.after;
      let declared = columns.length > 0 ? layouts.declare(columns) : -1;
      const linesBefore = lines;
      if (first > 0) {
        const begin = { file, size, block: first, declared };
        for (const fold of Object.values(folds)) fold.skip?.(() => keysAbove(begin, options));
      }
      for (let block = first; block < end && Atomics.load(stop, 0) === 0; block++) {
        const { bytes, last } = reader.read(block, declared);
        const chunk = scanChunk(bytes, declared, last, options);
        for (const fold of Object.values(folds)) fold.add(chunk, lines);
        declared = chunk.declaredAfter;
        lines += chunk.lines;
        records += chunk.records;
        progress.add(bytes.length, chunk.records);
        if (block % LOOK_EVERY === 0) collectMuchGarbage();
        // Where lines stand behind blocks that another thread reads is not known yet.
        const summary = stretches.length === 0 ? pictures?.takeIfDue() : undefined;
        if (summary) say({ kind: 'picture', summary });
      }
      const names = declared < 0 ? [] : layouts.at(declared).columns.map(field => field.name);
      stretches.push({ first, lines: lines - linesBefore, declared: names });
    }
    progress.end();
    if (task.merged === 'here') awaitOthers(task);
    const parts = Object.entries(folds).map(([name, fold]) => [name, fold.partial()] as const);
    return { stretches, records, parts: Object.fromEntries(parts) };
  } finally {
    closeSync(file);
  }
}

/** The thread's own blocks, and then of those that are left some at a time. */
function* stretchesOf({ own, rest, merged }: StretchTask): Generator<Stretch> {
  yield own;
  const take = () => takeSome(rest, merged !== 'elsewhere');
  for (let some = take(); some; some = take()) yield some;
}

function picturesOf({ pictures, work }: StretchTask, folds: ReturnType<typeof makeFolds>) {
  const { summary, faults } = folds;
  return pictures && work.summary && summary && faults
    ? new Pictures(work.summary, summary, faults)
    : undefined;
}
