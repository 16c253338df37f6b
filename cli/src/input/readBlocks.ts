import { createReadStream, fstatSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Block } from './block';
import { onlyText } from './onlyText';
import { unusableBecause, UnusableInput } from './unusable';
import { wholeLines } from './wholeLines';

/** The name that stands for standard input. */
export const STANDARD_INPUT = '-';

/** Bytes asked for at a time. */
const READ_SIZE = 1024 * 1024;

/**
 * The lines of a file, or of standard input for `-`, a block at a time, without a byte order mark.
 * Throws {@link UnusableInput} for what is no text and what cannot be read.
 */
export async function* readBlocks(path: string): AsyncGenerator<Block> {
  try {
    yield* wholeLines(onlyText(await openBytes(path)), READ_SIZE);
  } catch (error) {
    throw unusableBecause(error);
  }
}

/** The bytes of a file; undefined if that cannot be told, as of standard input. */
export function sizeOf(path: string): number | undefined {
  try {
    return path === STANDARD_INPUT ? undefined : statSync(path).size;
  } catch {
    // Reading it will say why.
    return undefined;
  }
}

/** Whether an input can be read only once: standard input, or a pipe that has a path. */
export function isReadOnce(path: string): boolean {
  if (path === STANDARD_INPUT) return true;
  try {
    const found = statSync(path);
    return !found.isFile() && !found.isDirectory();
  } catch {
    // Reading it will say why.
    return false;
  }
}

async function openBytes(path: string): Promise<AsyncIterable<Uint8Array>> {
  const isStandard = path === STANDARD_INPUT;
  if ((isStandard ? fstatSync(0) : await stat(path)).isDirectory()) {
    throw new UnusableInput('is a directory; name the files in it');
  }
  const stream = isStandard ? process.stdin : createReadStream(path, { highWaterMark: READ_SIZE });
  return stream as AsyncIterable<Uint8Array>;
}
