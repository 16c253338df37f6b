import { mkdir, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inProject } from '../project.mjs';

/**
 * @typedef {{ code: string, severity: string, title: string, why: string, bad: string[], good: string[] }} Rule
 */

/**
 * The rules, bundled from their sources and loaded.
 *
 * @returns {Promise<Rule[]>}
 */
export async function loadRules() {
  const { outputFiles } = await build({
    entryPoints: [inProject('server', 'src', 'core', 'rules', 'index.ts')],
    bundle: true,
    write: false,
    format: 'esm',
  });
  await mkdir(inProject('out'), { recursive: true });
  const bundle = inProject('out', `rules-${process.pid}.mjs`);
  await writeFile(bundle, outputFiles[0]?.text ?? '');
  const { RULES } = await import(pathToFileURL(bundle).href);
  return RULES;
}
