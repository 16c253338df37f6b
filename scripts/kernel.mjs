/**
 * Compiles server/kernel (AssemblyScript) to out/kernel/kernel.wasm, unless that is newer than all
 * its sources.
 */
import { mkdir, readdir, stat } from 'node:fs/promises';
import { runNode } from './command.mjs';
import { inProject } from './project.mjs';

const sources = inProject('server', 'kernel');
const output = inProject('out', 'kernel', 'kernel.wasm');

/** @returns {Promise<string>} the path of the module */
export async function buildKernel() {
  if (await isFresh()) return output;
  await mkdir(inProject('out', 'kernel'), { recursive: true });
  const code = await runNode([
    'node_modules/assemblyscript/bin/asc.js',
    ...['server/kernel/index.ts', '--outFile', output],
    ...['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub', '--importMemory'],
    ...['--enable', 'simd', '--enable', 'bulk-memory'],
  ]);
  if (code !== 0) throw new Error('The kernel does not compile.');
  return output;
}

async function isFresh() {
  const built = await stat(output).catch(() => undefined);
  if (!built) return false;
  const names = await readdir(sources, { recursive: true });
  const times = await Promise.all(names.map(name => stat(inProject('server', 'kernel', name))));
  return times.every(({ mtimeMs }) => mtimeMs < built.mtimeMs);
}
