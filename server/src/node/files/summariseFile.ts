import type { OutsideFacts } from '../../core/summary/finish/buildSummary';
import type { SummaryOptions } from '../../core/summary/options';
import type { Summary } from '../../core/summary/summary';
import { foldDetails, foldSummary } from './foldPasses';
import { Stopped, type FileOptions } from './foldFile';
import type { FinishTask } from './messages';
import { unpackSummary } from './packedSummary';
import { ThreadPool } from './threadPool';

/** A summary of a file, and what the reader has to know beyond it. */
export interface FileSummary {
  readonly summary: Summary;
  readonly notes: readonly string[];
}

/** How a file is read for its summary. */
export interface SummaryReading extends Omit<FileOptions, 'work' | 'onPicture'> {
  /** Hears summaries of what was read so far, the last of them that of the whole first pass. */
  readonly onPicture?: (summary: Summary) => void;
  /** 1 leaves in doubt what a first pass leaves there, and says so; 2 unless given. */
  readonly passes?: 1 | 2;
  /** What is known better than from the file, by the time it has been read. */
  readonly facts?: OutsideFacts | Promise<OutsideFacts>;
}

/**
 * Summarises a file by its path. What the first pass leaves in doubt is counted again in a second
 * one, with memory that does not grow with the file in either.
 */
export async function summariseFile(
  path: string,
  options: SummaryOptions,
  reading: SummaryReading,
): Promise<FileSummary> {
  const { onPicture, signal } = reading;
  const pool = ThreadPool.of(reading.workerScript);
  const first = await foldSummary(path, options, reading);
  const facts = (await reading.facts) ?? {};
  const finish = (task: Omit<FinishTask, 'kind' | 'options' | 'facts'>) =>
    unlessStopped(pool.run({ kind: 'finish', options, facts, ...task }), signal);
  const threads = first.parts.length;
  const wantsPart = reading.passes !== 1;
  const { summary, plan, part } = await finish({ parts: first.parts, threads, wantsPart });
  const notes = first.changed ? [first.changed] : [];
  if (!plan || !part) return { summary: unpackSummary(summary), notes };
  onPicture?.(unpackSummary(summary));
  const second = await foldDetails(path, options, plan, reading);
  const details = second.parts;
  const settled = await finish({ parts: [part], threads, details, wantsPart: false });
  return { summary: unpackSummary(settled.summary), notes };
}

/** Does not wait for work that nobody wants any more. */
export async function unlessStopped<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) return work;
  let onAbort: (() => void) | undefined;
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(new Stopped());
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
    work.catch(() => undefined);
  }
}
