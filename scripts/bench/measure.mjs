import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/**
 * @typedef {{ name: string, group: string, command: string[], answer?: (output: string) => unknown, resident?: boolean, rounds?: number }} Contestant
 *   `rounds` if it takes part in fewer than the others
 * @typedef {{ contestant: Contestant, ms: number, least: number, most: number, memory: number, answer: unknown }} Row
 */

/**
 * Runs every command once a round, and gives each one's median.
 *
 * @param {Contestant[]} contestants
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function measureInTurn(contestants, rounds) {
  const runs = contestants.map(() => /** @type {Awaited<ReturnType<typeof runOnce>>[]} */ ([]));
  for (let round = 0; round < rounds; round++) {
    for (const [i, contestant] of contestants.entries()) {
      if (round >= (contestant.rounds ?? rounds)) continue;
      const run = await runOnce(contestant);
      runs[i]?.push(run);
      console.log(`  ${contestant.name}: ${run.ms.toFixed(0)} ms, ${run.memory.toFixed(0)} MB`);
    }
  }
  return contestants.map((contestant, i) => {
    const own = runs[i] ?? [];
    const times = own.map(run => run.ms).sort((a, b) => a - b);
    return {
      contestant,
      ms: times[Math.floor(times.length / 2)] ?? NaN,
      least: times[0] ?? NaN,
      most: times.at(-1) ?? NaN,
      memory: Math.max(...own.map(run => run.memory)),
      answer: contestant.answer?.(own[0]?.output ?? ''),
    };
  });
}

/**
 * A resident contestant measures itself and prints the milliseconds as its first line.
 *
 * @param {Contestant} contestant
 */
async function runOnce({ command: [program = '', ...args], resident }) {
  const begin = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', data => (output += String(data)));
  let memory = 0;
  const watch = setInterval(async () => {
    memory = Math.max(memory, await treeMemory(child.pid ?? 0));
  }, 20);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearInterval(watch);
  const wall = performance.now() - begin;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}.`);
  return { ms: resident ? Number(output.split('\n', 1)[0]) : wall, memory, output };
}

/** Resident memory of a process and all below it, in MB. */
async function treeMemory(/** @type {number} */ pid) {
  const own = await residentOf(pid);
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  let sum = own;
  for (const task of tasks) {
    const children = await readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '');
    for (const child of children.split(' ').filter(Boolean)) sum += await treeMemory(Number(child));
  }
  return sum;
}

async function residentOf(/** @type {number} */ pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
