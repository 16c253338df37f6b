import { readFile, readdir } from 'node:fs/promises';

/** What a process is, by its command line; the first that matches. */
const KINDS = [
  { kind: 'page', sign: /--type=renderer/ },
  { kind: 'browser', sign: /chrom/ },
  { kind: 'extension host', sign: /--type=extensionHost/ },
  { kind: 'Flow Logs server', sign: /dist\/server\.mjs/ },
  { kind: 'VS Code server', sign: /server-main\.js/ },
];

/**
 * Follows the resident memory of all processes below this one (where there is /proc), and gives
 * the peak of each kind in MB when it is stopped.
 */
export function watchMemory() {
  /** @type {Map<string, number>} */
  const peaks = new Map();
  const watch = setInterval(() => void sample().catch(() => undefined), 500);
  return () => {
    clearInterval(watch);
    return peaks;
  };

  async function sample() {
    /** @type {Map<string, number>} */
    const now = new Map();
    for (const pid of await below(process.pid)) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      const kind = KINDS.find(({ sign }) => sign.test(command))?.kind ?? 'other';
      now.set(kind, (now.get(kind) ?? 0) + (await residentOf(pid)));
    }
    for (const [kind, size] of now) peaks.set(kind, Math.max(size, peaks.get(kind) ?? 0));
  }
}

/**
 * @param {number} pid
 * @returns {Promise<number[]>}
 */
async function below(pid) {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = tasks.map(task =>
    readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => ''),
  );
  const children = (await Promise.all(lists)).flatMap(list => list.split(' ').filter(Boolean));
  const deeper = await Promise.all(children.map(child => below(Number(child))));
  return [...children.map(Number), ...deeper.flat()];
}

async function residentOf(/** @type {number} */ pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
