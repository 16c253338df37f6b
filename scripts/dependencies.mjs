import { readFile } from 'node:fs/promises';
import { runNpm } from './command.mjs';
import { inProject } from './project.mjs';

/** Runs `npm ci` unless node_modules already holds what the lockfile asks for. */
export async function installDependencies() {
  if (await installed()) return;
  console.log('Installing the npm dependencies (npm ci) …');
  const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Error('npm ci failed; its message is above.');
}

/**
 * npm writes node_modules/.package-lock.json last, so an interrupted install shows here too.
 */
async function installed() {
  const wanted = await packagesOf('package-lock.json');
  const present = await packagesOf('node_modules/.package-lock.json').catch(() => undefined);
  if (!present) return false;
  return Object.entries(wanted).every(
    ([place, entry]) => place === '' || entry.optional || present[place]?.version === entry.version,
  );
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version: string, optional?: boolean }>>}
 */
async function packagesOf(file) {
  return JSON.parse(await readFile(inProject(file), 'utf8')).packages;
}
