/**
 * node scripts/build.mjs [--dev] [--watch]
 * Bundles everything the extension ships into dist/. --dev keeps names and adds source maps.
 */
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
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

/**
 * Node.js reads the kernel from a file beside the bundles: as text in one, each thread would have to
 * parse and decode it, and it would be a third larger.
 *
 * @type {import('esbuild').Plugin}
 */
const kernelBeside = {
  name: 'kernel-beside',
  setup(build) {
    build.onLoad({ filter: /[\\/]kernel\.wasm$/ }, async ({ path }) => {
      await mkdir(inProject('dist'), { recursive: true });
      await copyFile(path, inProject('dist', 'kernel.wasm'));
      const contents =
        "import { readFileSync } from 'node:fs';\n" +
        "export default readFileSync(new URL('kernel.wasm', import.meta.url));";
      return { contents, watchFiles: [path] };
    });
  },
};

/**
 * The server, its threads and the program are nearly the same code. Built together it is there once,
 * in chunks that each of them loads its share of; esbuild does so for ES modules alone.
 *
 * @type {import('esbuild').BuildOptions}
 */
const shared = {
  ...node,
  entryPoints: {
    server: 'server/src/node.ts',
    worker: 'server/src/node/files/worker.ts',
    explainWorker: 'server/src/node/log/explainWorker.ts',
    cli: 'cli/src/main.ts',
  },
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  // Beside the entries, so that import.meta.url is in dist/ wherever a module ends up.
  chunkNames: 'shared-[hash]',
  plugins: [kernelBeside],
  // For dependencies in CommonJS, which ask for Node's modules with require.
  banner: {
    js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);",
  },
};

/** @type {import('esbuild').BuildOptions} */
const browser = { platform: 'browser', target: 'es2022' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    entryPoints: { extension: 'client/src/extension.ts' },
    ...node,
    external: ['vscode', './nodeClient'],
    // The bundle beside it is required, as `vscode` can be had by require alone.
    supported: { 'dynamic-import': false },
  },
  { entryPoints: { nodeClient: 'client/src/nodeClient.ts' }, ...node, external: ['vscode'] },
  shared,
  {
    entryPoints: { 'browser/extension': 'client/src/browserExtension.ts' },
    ...browser,
    format: 'cjs',
    external: ['vscode'],
  },
  { entryPoints: { 'browser/server': 'server/src/browser.ts' }, ...browser, format: 'iife' },
  ...(await webviews()),
];

async function webviews() {
  const folder = inProject('client/webview');
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names
    .filter(name => existsSync(inProject('client/webview', name, 'main.ts')))
    .map(name => ({
      entryPoints: { [`webview/${name}`]: `client/webview/${name}/main.ts` },
      ...browser,
      format: /** @type {const} */ ('iife'),
    }));
}

/** Bundles that are mostly code of others, of which a tenth goes when they are minified once more. */
const LIBRARIES = ['nodeClient.js', 'browser/extension.js'];

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

await buildKernel();
await rm(inProject('dist'), { recursive: true, force: true });
const contexts = await Promise.all(
  bundles.map(options =>
    esbuild.context({
      absWorkingDir: root,
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
  if (!dev) await Promise.all(LIBRARIES.map(shrink));
  for (const result of results) {
    if (result.status === 'fulfilled')
      await printSizes(Object.keys(result.value.metafile?.outputs ?? {}));
    else process.exitCode = 1; // esbuild has printed why
  }
}

/**
 * Makes a bundle smaller than esbuild does, in more time than all the rest of the build takes.
 *
 * @param {string} file
 */
async function shrink(file) {
  const path = inProject('dist', file);
  if (!existsSync(path)) return;
  const { code } = await minify(await readFile(path, 'utf8'), {
    ecma: 2020,
    compress: { passes: 2 },
  });
  if (code !== undefined) await writeFile(path, code);
}

/** @param {string[]} files */
async function printSizes(files) {
  for (const file of files) {
    const { size } = await stat(inProject(file));
    console.log(`${`${(size / 1024).toFixed(1)} KiB`.padStart(12)}  ${file}`);
  }
}
