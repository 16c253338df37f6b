import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { LineRuns } from '../../core/fold/lineRuns';
import { LayoutSet } from '../../core/layouts/layoutSet';
import { scanChunk } from '../../core/scan/scanChunk';
import { BLOCK_SIZE, blockCount, shareOut } from './blocks';
import type { Summary } from '../../core/summary/summary';
import { compileLater } from './compileLater';
import { lineRunsOf } from './lineRunsOf';
import type { Step, StretchResult, StretchTask, Work } from './messages';
import { restOf } from './takeTurns';
import { ThreadPool } from './threadPool';

/** How a file is worked through. */
export interface FileOptions {
  readonly work: Work;
  /** The declared columns of a file without a header. */
  readonly columns?: readonly string[];
  readonly latest: number;
  /** The script of a thread, as built. */
  readonly workerScript: string;
  readonly threads?: number;
  /** Reads no more than so many bytes, as if there were no more. */
  readonly most?: number;
  readonly onProgress?: (progress: FileProgress) => void;
  /** Hears summaries of what the first thread has read so far, if one is worked out. */
  readonly onPicture?: ((summary: Summary) => void) | undefined;
  readonly signal?: AbortSignal;
}

export interface FileProgress {
  readonly bytes: number;
  readonly of: number;
  readonly records: number;
}

/** What the threads worked out; the parts of each fold are the caller's to merge. */
export interface FileResult {
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  /** What each thread worked out, by the fold's name, and where the lines stand that it read. */
  readonly threads: readonly { readonly runs: LineRuns; readonly parts: StretchResult['parts'] }[];
  /** What happened to the file meanwhile; undefined if nothing did. */
  readonly changed?: string;
}

/** The work was cut short because the caller asked for it. */
export class Stopped extends Error {
  constructor() {
    super('The work was stopped.');
  }
}

/** Files below this size are not worth a second thread, in bytes. */
const WORTH_A_THREAD = 16 * BLOCK_SIZE;
const MOST_THREADS = 8;
/** A header is looked for in so many bytes while threads start; one further down takes longer. */
const FIRST_BYTES = 1 << 13;

/**
 * Works through a file with several threads, block by block, with memory that does not grow with
 * the file. Rejects with {@link Stopped} when told to stop, and with what went wrong otherwise.
 */
export async function foldFile(path: string, options: FileOptions): Promise<FileResult> {
  const { size, whole, threads, declared } = lookInto(path, options);
  let results = await runThreads(path, size, declared, threads, options);
  const stretches = results.flatMap(result => result.stretches);
  // Other columns declared on the way are not known to whoever began behind them.
  const sameColumns = stretches.every(stretch => stretch.declared.join() === declared.join());
  if (!sameColumns && threads > 1) results = await runThreads(path, size, declared, 1, options);
  const { runs, lines } = lineRunsOf(results);
  const records = results.reduce((sum, result) => sum + result.records, 0);
  const changed = changeOf(path, whole);
  const parts = results.map((result, thread) => ({ runs: runs[thread]!, parts: result.parts }));
  return { bytes: size, lines, records, threads: parts, ...(changed ? { changed } : {}) };
}

async function runThreads(
  path: string,
  size: number,
  declared: readonly string[],
  threads: number,
  options: FileOptions,
): Promise<StretchResult[]> {
  const { latest, work, workerScript, onProgress, onPicture, signal } = options;
  const pool = ThreadPool.of(workerScript);
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const progress = { bytes: 0, of: size, records: 0 };
  let compileAsUsual: (() => void) | undefined;
  const begun = new Set<number>();
  const onStep = (thread: number, step: Step) => {
    begun.add(thread);
    if (begun.size === threads) compileAsUsual ??= compileLater();
    if (step.kind === 'picture') onPicture?.(step.summary);
    else {
      progress.bytes += step.bytes;
      progress.records += step.records;
      onProgress?.({ ...progress });
    }
  };
  const stopAll = () => Atomics.store(stop, 0, 1);
  signal?.addEventListener('abort', stopAll);
  try {
    // How much there is at least depends on who reads what: the last word is of fixed shares.
    const shares = shareOut(blockCount(size), threads, work.details !== undefined);
    const rest = restOf(shares.rest, threads, whereMerged(work, 0) !== undefined);
    const owing = new Int32Array(new SharedArrayBuffer(4)).fill(threads - 1);
    const columns = { before: options.columns ?? [], after: declared };
    const runs = shares.own.map((own, thread) => {
      const pictures = thread === 0 && onPicture !== undefined;
      const file = { path, size, declared: columns, latest };
      const merged = whereMerged(work, thread);
      const task = { ...file, work, own, rest, pictures, merged, stop, owing };
      const hear = (step: Step) => onStep(thread, step);
      return pool.run({ kind: 'stretch', ...task }, hear);
    });
    const outcomes = await Promise.allSettled(runs.map(run => run.catch(stopWith(stopAll))));
    const failed = outcomes.find(outcome => outcome.status === 'rejected');
    if (failed) throw failed.reason;
    if (signal?.aborted) throw new Stopped();
    return outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  } finally {
    signal?.removeEventListener('abort', stopAll);
    compileAsUsual?.();
  }
}

/** The first thread merges what is made into one summary, and no other does. */
function whereMerged({ summary, details }: Work, thread: number): StretchTask['merged'] {
  if (!summary && !details) return undefined;
  return thread === 0 ? 'here' : 'elsewhere';
}

/** Stops the other threads when one has failed. */
function stopWith(stop: () => void): (error: unknown) => never {
  return error => {
    stop();
    throw error;
  };
}

/**
 * How much of a file is read, how large it is, how many threads read it, which start meanwhile, and
 * the columns that its first lines declare.
 */
function lookInto(path: string, options: FileOptions) {
  const { columns = [], latest, most = Infinity, workerScript } = options;
  const file = openSync(path, 'r');
  try {
    const { size: whole } = fstatSync(file);
    const size = Math.min(whole, most);
    const asked = options.threads ?? Math.min(availableParallelism(), MOST_THREADS);
    const threads = size < WORTH_A_THREAD ? 1 : asked;
    ThreadPool.of(workerScript).prepare(threads);
    const first = new Uint8Array(Math.min(size, FIRST_BYTES));
    const bytes = first.subarray(0, readSync(file, first, 0, first.length, 0));
    const layouts = new LayoutSet();
    const before = columns.length > 0 ? layouts.declare(columns) : -1;
    const { declaredAfter } = scanChunk(bytes, before, size === bytes.length, { layouts, latest });
    const after = declaredAfter < 0 ? [] : layouts.at(declaredAfter).columns;
    return { size, whole, threads, declared: after.map(field => field.name) };
  } finally {
    closeSync(file);
  }
}

/** What happened to a file of which all has been read. */
function changeOf(path: string, size: number): string | undefined {
  const now = statSync(path, { throwIfNoEntry: false })?.size;
  if (now === undefined)
    return 'The file was removed while it was read; the result is of all of it.';
  if (now > size) return 'The file grew while it was read; what came later is not in the result.';
  return now < size ? 'The file became shorter while it was read.' : undefined;
}
