import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inProject, root } from '../project.mjs';
import { runInEditor } from '../vscode/runInEditor.mjs';
import { testEditor } from '../vscode/testEditor.mjs';
import { unpackExtension } from '../vsix.mjs';

const bundleFolder = inProject('out', 'extension-tests');

/**
 * Runs the suites of test/extension inside a real VS Code, with the packaged extension loaded.
 *
 * @param {{ files: string[], results: string, grep: string | undefined }} options
 */
export async function runInVsCode({ files, results, grep }) {
  const extension = inProject('out', 'packaged');
  const folder = inProject('out', 'workspace');
  const [editor] = await Promise.all([
    testEditor(),
    unpackExtension(extension),
    copySamples(folder),
    bundle(files),
  ]);
  console.log(`In ${editor.says}:`);

  await runInEditor({
    editor,
    extension,
    script: join(bundleFolder, 'support', 'run.js'),
    folder,
    env: {
      FLOWLOG_PROJECT: root,
      FLOWLOG_TEST_RESULTS: results,
      FLOWLOG_TEST_MARK: '│ ',
      ...(grep ? { FLOWLOG_TEST_GREP: grep } : {}),
    },
  });
}

/**
 * The workspace of the tests, in which they may write.
 *
 * @param {string} folder
 */
async function copySamples(folder) {
  await rm(folder, { recursive: true, force: true });
  await cp(inProject('samples'), folder, { recursive: true });
}

/** @param {string[]} files */
async function bundle(files) {
  await rm(bundleFolder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/extension/support/run.ts', ...files],
    outdir: bundleFolder,
    outbase: 'test/extension',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    sourcemap: 'linked',
    external: ['vscode', 'mocha', 'playwright-core', 'axe-core'],
    logLevel: 'warning',
  });
}
