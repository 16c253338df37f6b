import { setTimeout } from 'node:timers/promises';
import type { SummaryOptions } from '../../core/summary/options';
import { BLOCK_SIZE } from './blocks';
import { summariseFile, unlessStopped, type SummaryReading } from './summariseFile';
import { ThreadPool } from './threadPool';

/** Times that the engine has to run the code until most of it runs as fast as it will. */
const RUNS = 3;
/** No summary waits longer than this for a thread that is being prepared, in milliseconds. */
const LONGEST_WAIT = 500;

let underway: Promise<void> | undefined;
/** Somebody waits for the thread: the first run has brought most of what there is to gain. */
let isAwaited = false;

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
    isAwaited = false;
    const ended = () => void (underway = undefined);
    underway = summariseBeginning(path, options, reading).then(ended, ended);
  }
  return underway ?? Promise.resolve();
}

/** Waits a moment for the thread that is being prepared, if one is, unless told to stop. */
export async function untilPrepared(signal: AbortSignal): Promise<void> {
  if (!underway) return;
  isAwaited = true;
  const atMost = setTimeout(LONGEST_WAIT, undefined, { ref: false });
  await unlessStopped(Promise.race([underway, atMost]), signal);
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
  for (let run = 0; run === 0 || (run < RUNS && !isAwaited); run++) {
    await summariseFile(path, options, { ...reading, ...beginning });
  }
}
