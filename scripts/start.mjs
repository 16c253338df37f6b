/**
 * node scripts/start.mjs [FILE] [--web]  (npm start -- FILE)
 * Builds, and opens VS Code with the extension active on the samples, or on FILE.
 * --web takes the npm-delivered VS Code even where `code` is on the PATH.
 */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { firstSample } from './firstSample.mjs';
import { inProject } from './project.mjs';

const { values, positionals } = parseArgs({
  options: { web: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const { folder, file } = await placeToOpen(positionals[0]);

await installDependencies();
if ((await runNode([inProject('scripts/build.mjs')])) !== 0) process.exit(1);

const { openInDesktop } = await import('./start/desktop.mjs');
if (values.web || !(await openInDesktop(folder, file))) {
  const { serveInBrowser } = await import('./start/browser.mjs');
  await serveInBrowser(folder, file);
}

/**
 * @param {string | undefined} name as the person typed it
 * @returns {Promise<{ folder: string, file?: string | undefined }>}
 */
async function placeToOpen(name) {
  if (name === undefined) return { folder: inProject('samples'), file: await firstSample() };
  // npm runs scripts in the project's folder; INIT_CWD is where the person is.
  const path = resolve(process.env.INIT_CWD ?? '.', name);
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) {
    console.error(`There is no file ${path}.`);
    process.exit(2);
  }
  return entry.isDirectory() ? { folder: path } : { folder: dirname(path), file: path };
}
