import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileAccess } from '../../fileAccess';
import { nameOf } from '../../severalLogs/oneLog';
import { explainFile } from '../log/explainFile';
import { helpReading } from '../pieces/helpReading';
import { readText } from '../readText';
import { Cancelled } from '../../slices';
import { whyUnreadable } from '../whyUnreadable';
import { findFileLines } from './findFileLines';
import { Stopped } from './foldFile';
import { foldDetails, foldSummary } from './foldPasses';
import { prepareThread, untilPrepared } from './prepareThread';
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
    throw new Error(`${nameOf(uri)} is not a file, and not open in the editor as a flow log.`);
  }
  const path = fileURLToPath(uri);
  try {
    return await work(path);
  } catch (error) {
    if (error instanceof Stopped || error instanceof Cancelled) throw error;
    throw new Error(`${basename(path)} cannot be read: ${whyUnreadable(error)}.`, { cause: error });
  }
}

/** Files on disk, read by their path with several threads. */
export const files: FileAccess = {
  prepare: (uri, { summary, ...reading }) =>
    reads(uri, path => prepareThread(path, summary, { ...reading, workerScript })).catch(
      () => undefined,
    ),
  summarise: (uri, { summary, ...reading }) =>
    reads(uri, async path => {
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
    reads(uri, async path => {
      await untilPrepared(reading.signal);
      return foldSummary(path, summary, { ...reading, workerScript });
    }),
  recount: (uri, plan, { summary, ...reading }) =>
    reads(uri, path => foldDetails(path, summary, plan, { ...reading, workerScript })),
  explain: (uri, options) => reads(uri, path => explainFile(explainScript, path, options)),
  findLines: (uri, filter, options) => reads(uri, path => findFileLines(path, filter, options)),
  help: reading => helpReading(workerScript, reading),
  readText,
};
