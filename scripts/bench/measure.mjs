import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/**
 * @typedef {{ name: string, group: string, command: string[], answer?: (output: string) => unknown, resident?: boolean, rounds?: number, env?: Record<string, string> }} Contestant
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
async function runOnce({ command: [program = '', ...args], resident, env }) {
  const begin = performance.now();
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stdout.on('data', data => (output += String(data)));
  const peaks = watchPeaks(child.pid ?? 0);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const memory = peaks.stop();
  const wall = performance.now() - begin;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}.`);
  return { ms: resident ? Number(output.split('\n', 1)[0]) : wall, memory, output };
}

/** Milliseconds between looks at first, and later: looking takes time from what is measured. */
const FIRST_LOOK = 10;
const LAST_LOOK = 200;

/**
 * Watches a process and all below it; `stop` gives the sum of what each of them had resident at its
 * highest, in MB. The system keeps the highest, so that looking now and then misses nothing but what
 * grew after the last look.
 */
function watchPeaks(/** @type {number} */ root) {
  /** @type {Map<number, number>} */
  const peaks = new Map();
  let isOver = false;
  const watch = async () => {
    for (let pause = FIRST_LOOK; !isOver; pause = Math.min(LAST_LOOK, pause * 1.5)) {
      await noteTree(root, peaks);
      await setTimeout(pause);
    }
  };
  void watch();
  const stop = () => {
    isOver = true;
    return [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
  };
  return { stop };
}

async function noteTree(/** @type {number} */ pid, /** @type {Map<number, number>} */ peaks) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const peak = Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  peaks.set(pid, Math.max(peak, peaks.get(pid) ?? 0));
  for (const task of await readdir(`/proc/${pid}/task`).catch(() => [])) {
    const children = await readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '');
    for (const child of children.split(' ').filter(Boolean)) await noteTree(Number(child), peaks);
  }
}
