import type { SummaryOptions } from '../../core/summary/options';
import { BLOCK_SIZE } from './blocks';
import { summariseFile, unlessStopped, type SummaryReading } from './summariseFile';
import { ThreadPool } from './threadPool';

/** Times that the engine has to run the code until most of it runs as fast as it will. */
const RUNS = 3;

let underway: Promise<void> | undefined;

/**
 * Starts a thread and has it summarise the beginning of a file: a thread that has yet to start, and
 * to compile what it runs, is late by some 300 ms with its first picture. Does nothing where there
 * are threads already, nor where the file cannot be read: who asks for the summary is told.
 */
export function prepareThread(
  path: string,
  options: SummaryOptions,
  reading: Pick<SummaryReading, 'workerScript' | 'columns' | 'latest'>,
): Promise<void> {
  if (!underway && ThreadPool.of(reading.workerScript).isUnused) {
    const ended = () => void (underway = undefined);
    underway = summariseBeginning(path, options, reading).then(ended, ended);
  }
  return underway ?? Promise.resolve();
}

/** Waits for the thread that is being prepared, if one is, unless told to stop. */
export async function untilPrepared(signal: AbortSignal): Promise<void> {
  if (underway) await unlessStopped(underway, signal);
}

async function summariseBeginning(
  path: string,
  options: SummaryOptions,
  reading: Pick<SummaryReading, 'workerScript' | 'columns' | 'latest'>,
): Promise<void> {
  const beginning = {
    threads: 1,
    most: BLOCK_SIZE,
    passes: 1,
    onPicture: () => undefined,
  } as const;
  for (let run = 0; run < RUNS; run++)
    await summariseFile(path, options, { ...reading, ...beginning });
}
