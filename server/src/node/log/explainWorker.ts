import { closeSync, fstatSync, openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { FactsBuilder, type LogFacts } from '../../core/conversation/logFacts';
import { LayoutSet } from '../../core/layouts/layoutSet';
import { explainFrom } from '../../core/reachability/explainTable';
import { storyNotes } from '../../core/reachability/notes';
import { viewOf } from '../../core/reachability/view';
import type { StoryView } from '../../core/requests';
import { scanChunk, type ScanOptions } from '../../core/scan/scanChunk';
import type { ExplainedFile, FileProgress } from '../../fileAccess';
import { loadKernel } from '../../kernel/loadKernel';
import { BLOCK_SIZE, blockCount, MARGIN, MOST_ROWS } from '../files/blocks';
import { BlockReader } from '../files/readBlock';
import type { ExplainAnswer, ExplainTask } from './explainTask';
import { whyUnreadable } from '../whyUnreadable';
import { LogFile } from './logFile';

type Tell = (progress: FileProgress) => void;

/** Explains a file: read once for the facts of all records, then again to pair them. */
function explain(task: ExplainTask, tell: Tell): ExplainedFile {
  const { path, columns, latest, settings, most } = task;
  const layouts = new LayoutSet();
  const declared = columns.length > 0 ? layouts.declare(columns) : -1;
  const kernel = loadKernel(BLOCK_SIZE + MARGIN, MOST_ROWS, true);
  const scan: ScanOptions = { layouts, latest, kernel };
  const log = new LogFile(path, scan);
  try {
    const { facts, size } = readFacts(task, log, declared, scan, tell);
    const work = explainFrom(log, facts, settings);
    let step = work.next();
    for (; !step.done; step = work.next()) {
      const { done, total } = step.value;
      tell({ bytes: Math.floor((size * done) / total), of: size, records: facts.records });
    }
    const findings = step.value;
    const stories: StoryView[] = [];
    for (const story of findings.stories()) {
      if (stories.length >= most) break;
      stories.push(viewOf(story));
    }
    const leftOut = findings.count() - stories.length;
    return { stories, leftOut, notes: storyNotes(findings) };
  } finally {
    log.close();
  }
}

function readFacts(
  { path, settings }: ExplainTask,
  log: LogFile,
  declared: number,
  scan: ScanOptions,
  tell: Tell,
): { readonly facts: LogFacts; readonly size: number } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const reader = new BlockReader(file, size, scan);
    const facts = new FactsBuilder(settings, scan.layouts);
    let before = declared;
    let records = 0;
    for (let block = 0; block < blockCount(size); block++) {
      const { bytes, last } = reader.read(block, before);
      const chunk = scanChunk(bytes, before, last, scan);
      facts.add(chunk, log.note(chunk));
      before = chunk.declaredAfter;
      records += chunk.records;
      // Half of the way: the records are read again to be paired.
      const read = Math.min(size, (block + 1) * BLOCK_SIZE);
      tell({ bytes: Math.floor(read / 2), of: size, records });
    }
    return { facts: facts.finish(), size };
  } finally {
    closeSync(file);
  }
}

const port = parentPort;
if (port) {
  const say = (answer: ExplainAnswer) => port.postMessage(answer);
  try {
    const explained = explain(workerData as ExplainTask, progress =>
      say({ kind: 'progress', progress }),
    );
    say({ kind: 'done', explained });
  } catch (error) {
    say({ kind: 'failed', message: whyUnreadable(error) });
  }
}
