import { mkdir, readFile, rm } from 'node:fs/promises';
import { runNode } from '../command.mjs';
import { inProject } from '../project.mjs';
import { findSuites } from './suites.mjs';

/**
 * @typedef {{ title: string, reason: string }} Failure
 * @typedef {{ passed: number, failed: number, reasons?: Failure[] }} Counts
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} says
 * @property {(grep?: string) => Promise<Counts>} run
 */

const timeLimit = 20 * 60_000;
const oneFailed = { passed: 0, failed: 1 };

/** @returns {Promise<{ checks: Stage[], build: Stage, suites: Stage[] }>} */
export async function allStages() {
  return {
    checks: [
      check('types', 'tsc -b', ['node_modules/typescript/bin/tsc', '-b', '.', 'scripts']),
      check('lint', 'eslint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']),
      check('format', 'prettier --check', [
        'node_modules/prettier/bin/prettier.cjs',
        '--check',
        '--log-level=warn',
        '.',
      ]),
    ],
    build: check('build', 'esbuild', ['scripts/build.mjs']),
    suites: [...(await findSuites())].map(([name, files]) => suite(name, files)),
  };
}

/**
 * A program whose exit code says all: it counts only when it fails.
 *
 * @param {string} name
 * @param {string} says
 * @param {string[]} args
 * @returns {Stage}
 */
function check(name, says, args) {
  return {
    name,
    says,
    run: async () =>
      (await runNode(args, { timeLimit })) === 0 ? { passed: 0, failed: 0 } : oneFailed,
  };
}

/**
 * @param {string} name
 * @param {string[]} files
 * @returns {Stage}
 */
function suite(name, files) {
  return {
    name,
    says: name === 'extension' ? 'mocha inside VS Code' : 'mocha',
    run: async grep => {
      if (files.length === 0) {
        console.error(`test/${name} holds no *.test.ts file.`);
        return oneFailed;
      }
      const results = inProject('out', 'results', `${name}.json`);
      await mkdir(inProject('out', 'results'), { recursive: true });
      await rm(results, { force: true });
      const run = name === 'extension' ? runInVsCode : runInNode;
      const succeeded = await run({ files, results, grep });
      return readCounts(results, succeeded, grep !== undefined);
    },
  };
}

/**
 * @typedef {{ files: string[], results: string, grep: string | undefined }} SuiteRun
 * @param {SuiteRun} options
 */
async function runInNode({ files, results, grep }) {
  const args = [`--reporter-option=results=${results}`, ...(grep ? [`--grep=${grep}`] : [])];
  const code = await runNode(['node_modules/mocha/bin/mocha.js', ...args, ...files], { timeLimit });
  return code === 0;
}

/** @param {SuiteRun} options */
async function runInVsCode(options) {
  const extensionSuite = await import('./extensionSuite.mjs');
  try {
    await extensionSuite.runInVsCode(options);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/**
 * Green takes proof: results that were written, a test that ran, none left out.
 *
 * @param {string} file
 * @param {boolean} succeeded
 * @param {boolean} mayBeEmpty
 * @returns {Promise<Counts>}
 */
async function readCounts(file, succeeded, mayBeEmpty) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    console.error('The suite ended without results.');
    return oneFailed;
  }
  const { passed, failed, pending, reasons } = JSON.parse(text);
  const missed = failed + pending;
  if (missed > 0) return { passed, failed: missed, reasons };
  if (!succeeded || (passed === 0 && !mayBeEmpty)) {
    console.error(succeeded ? 'No test ran.' : 'Its tests passed, but the suite did not end well.');
    return { passed, failed: 1 };
  }
  return { passed, failed: 0 };
}
