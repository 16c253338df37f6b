import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/**
 * Runs a program to its end and gives its exit code (1 when a signal ended it).
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, timeLimit?: number, quiet?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  const { cwd = root, env = process.env, shell = false, timeLimit = 0, quiet = false } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      shell,
      timeout: timeLimit,
      stdio: quiet ? 'ignore' : 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal) console.error(`${program} was ended by ${signal}.`);
      resolve(code ?? 1);
    });
  });
}

/**
 * @param {string[]} args a script and its arguments
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runNode = (args, options) => run(process.execPath, args, options);

/**
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return runNode([cli, ...args], options);
  // On Windows npm is a .cmd file, which only a shell starts.
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
