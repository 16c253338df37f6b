import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileAccess } from '../../fileAccess';
import { findFileLines } from './findFileLines';
import { summariseFile } from './summariseFile';

/** The script that threads run, as built beside the server. */
const workerScript = join(__dirname, 'worker.js');

/** Files on disk, read by their path with several threads. */
export const files: FileAccess = {
  summarise: (uri, { summary, ...reading }) =>
    summariseFile(fileURLToPath(uri), summary, { ...reading, workerScript }),
  findLines: (uri, filter, from, most) => findFileLines(fileURLToPath(uri), filter, from, most),
};
