import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inProject } from '../project.mjs';
import { runInEditor } from '../vscode/runInEditor.mjs';
import { testEditor } from '../vscode/testEditor.mjs';
import { unpackExtension } from '../vsix.mjs';

/**
 * @typedef {{ load: number, call: number, finish: number }} Activation in milliseconds: of loading
 *   the code, of the call to activate, and until what it began was done
 * @typedef {{ editor: string, starts: number, load: number, call: number, finish: number, whole: number }} ActivationRow
 *   medians; `whole` is loading and calling together, which VS Code calls the activation
 */

const LEAST_STARTS = 3;

/**
 * How long the packaged extension takes to activate when a flow log is opened, as VS Code itself
 * measures it, each time in an editor that has just started.
 *
 * @param {number} rounds
 * @returns {Promise<ActivationRow>}
 */
export async function activationRow(rounds) {
  const folder = inProject('out', 'bench', 'activation');
  const extension = join(folder, 'extension');
  const result = join(folder, 'result.json');
  const workspace = join(folder, 'workspace');
  const log = join(workspace, 'eni.flowlog');
  await mkdir(workspace, { recursive: true });
  // Of the language by its name, so that the server is started in the same call.
  await cp(inProject('samples', 'eni-positional.log'), log);
  await unpackExtension(extension);
  const script = await buildMeasurement();
  const editor = await testEditor();
  /** @type {Activation[]} */
  const starts = [];
  for (let start = 0; start < Math.max(rounds, LEAST_STARTS); start++) {
    await rm(result, { force: true });
    const env = {
      FLOWLOG_BENCH_LOG: log,
      FLOWLOG_BENCH_RESULT: result,
      // Nothing is printed there, and what the workbench logs is not for here.
      FLOWLOG_TEST_MARK: '│ ',
    };
    await runInEditor({ editor, extension, script, folder: workspace, env });
    /** @type {Activation} */
    const activation = JSON.parse(await readFile(result, 'utf8'));
    starts.push(activation);
    console.log(
      `  load ${activation.load} ms, call ${activation.call} ms, finish ${activation.finish} ms`,
    );
  }
  return {
    editor: editor.says,
    starts: starts.length,
    load: median(starts.map(({ load }) => load)),
    call: median(starts.map(({ call }) => call)),
    finish: median(starts.map(({ finish }) => finish)),
    whole: median(starts.map(({ load, call }) => load + call)),
  };
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Bundles what runs in the extension host; gives its path. */
async function buildMeasurement() {
  const outfile = inProject('out', 'bench', 'activationMain.cjs');
  await build({
    entryPoints: [inProject('test', 'bench', 'activationMain.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
  });
  return outfile;
}
