import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileAccess } from '../../fileAccess';
import { explainFile } from '../log/explainFile';
import { readText } from '../readText';
import { findFileLines } from './findFileLines';
import { summariseFile } from './summariseFile';

/** The scripts that threads run, as built beside the server. */
const workerScript = join(__dirname, 'worker.js');
const explainScript = join(__dirname, 'explainWorker.js');

/** Files on disk, read by their path with several threads. */
export const files: FileAccess = {
  summarise: (uri, { summary, ...reading }) =>
    summariseFile(fileURLToPath(uri), summary, { ...reading, workerScript }),
  explain: (uri, options) => explainFile(explainScript, fileURLToPath(uri), options),
  findLines: (uri, filter, options) => findFileLines(fileURLToPath(uri), filter, options),
  readText,
};
