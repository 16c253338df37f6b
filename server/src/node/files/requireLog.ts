import { open, stat } from 'node:fs/promises';
import { LOOKED_AT, NO_TEXT, whyNoText } from '../../core/whyNoText';

/** A file is there, and can be no log; the message goes on after its name. */
export class NoLog extends Error {}

/** Fails for what can be no log. What is no regular file is not opened: a pipe would never answer. */
export async function requireLog(path: string): Promise<void> {
  const found = await stat(path);
  if (found.isDirectory()) throw new NoLog('is a folder');
  if (!found.isFile()) throw new NoLog('is no regular file, but a pipe or a device');
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(LOOKED_AT), 0, LOOKED_AT, 0);
    const why = whyNoText(buffer.subarray(0, bytesRead));
    if (why) throw new NoLog(NO_TEXT[why]);
  } finally {
    await file.close();
  }
}
