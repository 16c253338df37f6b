import { stat } from 'node:fs/promises';
import type { SummaryOptions } from '../../core/summary/options';
import type { Summary } from '../../core/summary/summary';
import { Stopped } from './foldFile';
import { holdsText } from './holdsText';
import { summariseFile, type SummaryReading } from './summariseFile';

/** Summarises a text by the file that holds it; undefined where it holds another one. */
export async function summariseUnmodified(
  path: string,
  text: readonly Uint8Array[],
  options: SummaryOptions,
  reading: SummaryReading,
): Promise<Summary | undefined> {
  const before = await stampOf(path);
  if (before === undefined || !(await holdsText(path, text))) return undefined;
  try {
    const { summary } = await summariseFile(path, options, reading);
    return (await stampOf(path)) === before ? summary : undefined;
  } catch (error) {
    // Whatever became of the file, the text is still there.
    if (error instanceof Stopped) throw error;
    return undefined;
  }
}

/** What changes when a file is written to; undefined for none. */
async function stampOf(path: string): Promise<string | undefined> {
  const about = await stat(path, { bigint: true }).catch(() => undefined);
  return about && `${about.ino} ${about.size} ${about.mtimeNs}`;
}
