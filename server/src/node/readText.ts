import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyUnreadable } from './whyUnreadable';

/** A list of addresses is not larger, in bytes. */
const LARGEST = 32 * 1024 * 1024;

/** The text of a small file whose path a user wrote; fails with a reason for the reader. */
export async function readText(path: string, folder: string | undefined): Promise<string> {
  const file = absolute(path, folder);
  try {
    const { size } = await stat(file);
    if (size > LARGEST) throw new Error(`it is larger than ${LARGEST / 1024 / 1024} MiB`);
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(whyUnreadable(error), { cause: error });
  }
}

function absolute(path: string, folder: string | undefined): string {
  if (/^~[/\\]/.test(path)) return resolve(homedir(), path.slice(2));
  if (isAbsolute(path)) return path;
  if (folder?.startsWith('file:')) return resolve(fileURLToPath(folder), path);
  throw new Error('its path is not absolute, and no folder is open in which it could begin');
}
