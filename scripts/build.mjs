/**
 * node scripts/build.mjs [--dev] [--watch]
 * Bundles everything the extension ships into dist/. --dev keeps names and adds source maps.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { buildKernel } from './kernel.mjs';
import { inProject, root } from './project.mjs';

/** @type {import('esbuild').BuildOptions} */
const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Some dependencies ship UMD as "main", whose inner requires a bundler cannot follow.
  mainFields: ['module', 'main'],
};

/** @type {import('esbuild').BuildOptions} */
const browser = { platform: 'browser', target: 'es2022' };

/** @type {(import('esbuild').BuildOptions & { from: string, to: string })[]} */
const bundles = [
  { from: 'client/src/extension.ts', to: 'extension', ...node, external: ['vscode'] },
  { from: 'server/src/node.ts', to: 'server', ...node },
  { from: 'server/src/node/files/worker.ts', to: 'worker', ...node },
  { from: 'server/src/node/log/explainWorker.ts', to: 'explainWorker', ...node },
  { from: 'cli/src/main.ts', to: 'cli', ...node, banner: { js: '#!/usr/bin/env node' } },
  {
    from: 'client/src/browserExtension.ts',
    to: 'browser/extension',
    ...browser,
    format: 'cjs',
    external: ['vscode'],
  },
  { from: 'server/src/browser.ts', to: 'browser/server', ...browser, format: 'iife' },
  ...(await webviews()),
];

async function webviews() {
  const folder = inProject('client/webview');
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names
    .filter(name => existsSync(inProject('client/webview', name, 'main.ts')))
    .map(name => ({
      from: `client/webview/${name}/main.ts`,
      to: `webview/${name}`,
      ...browser,
      format: /** @type {const} */ ('iife'),
    }));
}

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

await buildKernel();
await rm(inProject('dist'), { recursive: true, force: true });
const contexts = await Promise.all(
  bundles.map(({ from, to, ...options }) =>
    esbuild.context({
      absWorkingDir: root,
      entryPoints: [{ in: from, out: to }],
      outdir: 'dist',
      bundle: true,
      minify: !dev,
      sourcemap: dev,
      legalComments: 'none',
      logLevel: 'warning',
      metafile: true,
      loader: { '.wasm': 'binary' },
      ...options,
    }),
  ),
);

if (watch) {
  await Promise.all(contexts.map(context => context.watch()));
  console.log('Watching; Ctrl-C ends it.');
} else {
  const results = await Promise.allSettled(contexts.map(context => context.rebuild()));
  await Promise.all(contexts.map(context => context.dispose()));
  for (const result of results) {
    if (result.status === 'fulfilled')
      await printSizes(Object.keys(result.value.metafile?.outputs ?? {}));
    else process.exitCode = 1; // esbuild has printed why
  }
}

/** @param {string[]} files */
async function printSizes(files) {
  for (const file of files) {
    const { size } = await stat(inProject(file));
    console.log(`${`${(size / 1024).toFixed(1)} KiB`.padStart(12)}  ${file}`);
  }
}
