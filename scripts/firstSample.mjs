import { readdir } from 'node:fs/promises';
import { inProject } from './project.mjs';

/** The sample that is shown when no file is asked for. */
export async function firstSample() {
  const names = await readdir(inProject('samples')).catch(() => /** @type {string[]} */ ([]));
  const first = names.filter(name => name.endsWith('.log')).sort()[0];
  return first && inProject('samples', first);
}
