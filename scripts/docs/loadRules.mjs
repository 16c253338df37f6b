import { mkdir, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inProject } from '../project.mjs';

/**
 * @typedef {{ code: string, severity: string, title: string, why: string, bad: string[], good: string[] }} Rule
 * @typedef {{ name: string, title: string }} Condition
 * @typedef {{ code: string, severity: string, title: string, when: string, certainty: string, conditions: Condition[] }} Finding
 */

const SOURCES = `
  export { RULES } from './rules/index';
  export { reachabilityCodes } from './reachability/codes/index';
  export { conditions } from './reachability/conditions/index';
  export { defaultLevel } from './reachability/levels';
`;

/**
 * The rules, and the findings about conversations, bundled from their sources and loaded.
 *
 * @returns {Promise<{ rules: Rule[], findings: Finding[] }>}
 */
export async function loadRules() {
  const { outputFiles } = await build({
    stdin: { contents: SOURCES, resolveDir: inProject('server', 'src', 'core'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
  });
  await mkdir(inProject('out'), { recursive: true });
  const bundle = inProject('out', `rules-${process.pid}.mjs`);
  await writeFile(bundle, outputFiles[0]?.text ?? '');
  const loaded = await import(pathToFileURL(bundle).href);
  await rm(bundle);
  /** @type {Omit<Finding, 'severity' | 'conditions'>[]} */
  const codes = loaded.reachabilityCodes;
  const findings = codes.map(({ code, title, when, certainty }) => ({
    ...{ code, title, when, certainty },
    severity: loaded.defaultLevel(code),
    conditions: code === 'reply-rejected-by-acl' ? loaded.conditions : [],
  }));
  return { rules: loaded.RULES, findings };
}
