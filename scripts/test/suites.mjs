import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { inProject } from '../project.mjs';

/** Suites that must have tests; any other folder of test/ that has some is run as well. */
const required = ['core', 'cli', 'server', 'grammar', 'manifest', 'extension'];

/**
 * The test files of each suite, a suite being a folder of test/.
 *
 * @returns {Promise<Map<string, string[]>>}
 */
export async function findSuites() {
  const suites = new Map(required.map(name => [name, /** @type {string[]} */ ([])]));
  const files = await readdir(inProject('test'), { recursive: true });
  for (const file of files.filter(name => name.endsWith('.test.ts')).sort()) {
    const path = file.split(sep).join('/');
    const suite = path.split('/', 1)[0] ?? path;
    suites.set(suite, [...(suites.get(suite) ?? []), `test/${path}`]);
  }
  // The slow one last.
  const extension = suites.get('extension') ?? [];
  suites.delete('extension');
  return suites.set('extension', extension);
}
