/**
 * node scripts/package.mjs  (npm run package)
 * Builds and writes out/flowlog-VERSION.vsix, the file a person installs.
 */
import { stat } from 'node:fs/promises';
import { runNode } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { inProject } from './project.mjs';

await installDependencies();
if ((await runNode([inProject('scripts/build.mjs')])) !== 0) process.exit(1);
const { createVsix } = await import('./vsix.mjs');
const file = await createVsix();
console.log(`${file} (${((await stat(file)).size / 1024).toFixed(0)} KiB)`);
