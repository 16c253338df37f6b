import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileAccess } from '../../fileAccess';
import { nameOf } from '../../severalLogs/oneLog';
import { explainFile } from '../log/explainFile';
import { helpReading } from '../pieces/helpReading';
import { readText } from '../readText';
import { Cancelled } from '../../slices';
import { Unanswerable } from '../../unanswerable';
import { whyUnreadable } from '../whyUnreadable';
import { findFileLines } from './findFileLines';
import { Stopped } from './foldFile';
import { foldDetails, foldSummary } from './foldPasses';
import { prepareThread, untilPrepared } from './prepareThread';
import { NoLog, requireLog } from './requireLog';
import { summariseFile } from './summariseFile';
import { summariseUnmodified } from './summariseUnmodified';

/** The scripts that threads run, as built beside the server. */
const workerScript = fileURLToPath(new URL('worker.mjs', import.meta.url));
const explainScript = fileURLToPath(new URL('explainWorker.mjs', import.meta.url));

/** An untitled document, or one that another extension provides, is none. */
function isFile(uri: string): boolean {
  return uri.startsWith('file:');
}

/** Fails with a sentence that names the file, unless the work was stopped. */
async function reads<T>(uri: string, work: (path: string) => Promise<T>): Promise<T> {
  if (!isFile(uri)) {
    throw new Unanswerable(
      `${nameOf(uri)} is not a file, and not open in the editor as a flow log.`,
    );
  }
  const path = fileURLToPath(uri);
  try {
    return await work(path);
  } catch (error) {
    if (error instanceof Stopped || error instanceof Cancelled) throw error;
    if (error instanceof NoLog) throw new Unanswerable(`${basename(path)} ${error.message}.`);
    const why = whyUnreadable(error);
    throw new Unanswerable(`${basename(path)} cannot be read: ${why}.`, { cause: error });
  }
}

/** The same of a file that may be one that can be no log. */
function readsLog<T>(uri: string, work: (path: string) => Promise<T>): Promise<T> {
  return reads(uri, async path => {
    await requireLog(path);
    return work(path);
  });
}

/** Files on disk, read by their path with several threads. */
export const files: FileAccess = {
  prepare: (uri, { summary, ...reading }) =>
    readsLog(uri, path => prepareThread(path, summary, { ...reading, workerScript })).catch(
      () => undefined,
    ),
  summarise: (uri, { summary, ...reading }) =>
    readsLog(uri, async path => {
      await untilPrepared(reading.signal);
      return summariseFile(path, summary, { ...reading, workerScript });
    }),
  summariseUnmodified: (uri, text, facts, { summary, ...reading }) =>
    reads(uri, async path => {
      await untilPrepared(reading.signal);
      return summariseUnmodified(path, text, summary, { ...reading, facts, workerScript });
    }),
  sizeOf: uri =>
    reads(uri, path => stat(path)).then(
      ({ size }) => size,
      () => 0,
    ),
  fold: (uri, { summary, ...reading }) =>
    readsLog(uri, async path => {
      await untilPrepared(reading.signal);
      return foldSummary(path, summary, { ...reading, workerScript });
    }),
  recount: (uri, plan, { summary, ...reading }) =>
    readsLog(uri, path => foldDetails(path, summary, plan, { ...reading, workerScript })),
  explain: (uri, options) => readsLog(uri, path => explainFile(explainScript, path, options)),
  findLines: (uri, filter, options) => readsLog(uri, path => findFileLines(path, filter, options)),
  help: reading => helpReading(workerScript, reading),
  readText,
};
