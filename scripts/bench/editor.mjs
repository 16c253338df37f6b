import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { inProject } from '../project.mjs';
import { AS_SERVER } from './asServer.mjs';
import { EditorSession } from './editorSession.mjs';
import { exportOf } from './exports.mjs';

/**
 * @typedef {{ size: number, what: string, samples: number, p50: number, p99: number }} EditorRow
 *   size in MB, times in milliseconds; with few samples p99 is the longest
 */

const EDITS = 200;
/** A viewport. */
const LINES_IN_VIEW = 60;

/**
 * How long an editor waits for the built server: over JSON-RPC on stdio with a generated export of
 * each size open, and, in rows that begin with "in the server", without the protocol. A keystroke
 * inserts a character at a random place; the time runs until the diagnostics of the text as it then
 * is are there. In the server a document is opened after some others, and a keystroke follows as many
 * others. Needs dist/server.mjs.
 *
 * @param {{ sizes?: number[], rounds?: number }} options sizes in MB; a round is a server of its own
 * @returns {Promise<EditorRow[]>}
 */
export async function editorRows({ sizes = [1, 10, 50], rounds = 3 } = {}) {
  const inProcess = await buildInProcess();
  const rows = [];
  for (const size of sizes) {
    const file = await exportOf('positional', size);
    /** @type {Map<string, number[]>} */
    const times = new Map();
    const add = (/** @type {string} */ what, /** @type {number[]} */ milliseconds) =>
      times.set(what, [...(times.get(what) ?? []), ...milliseconds]);
    for (let round = 0; round < rounds; round++) {
      await overProtocol(await readFile(file, 'utf8'), add);
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [inProcess, file, String(EDITS)],
        { env: { ...process.env, ...AS_SERVER.env } },
      );
      const { first, open, keys } = JSON.parse(stdout);
      add('in the server: open to diagnostics, the first document', [first]);
      add('in the server: open to diagnostics', [open]);
      add('in the server: keystroke to diagnostics', keys);
    }
    for (const [what, samples] of times) rows.push(rowOf(size, what, samples));
  }
  return rows;
}

/**
 * @param {string} text
 * @param {(what: string, milliseconds: number[]) => void} add
 */
async function overProtocol(text, add) {
  const session = await EditorSession.start();
  const lines = text.split('\n');
  const place = (/** @type {number} */ n) => ({
    line: (n * 245_489) % (lines.length - 1),
    character: 30,
  });
  add('open to first diagnostics', [await session.timed(() => session.open(text))]);
  const many = async (
    /** @type {number} */ count,
    /** @type {(n: number) => Promise<unknown>} */ ask,
  ) => {
    const milliseconds = [];
    for (let n = 1; n <= count; n++) milliseconds.push(await session.timed(() => ask(n)));
    return milliseconds;
  };
  add('hover', await many(50, n => session.hover(place(n))));
  add(
    `tokens of ${LINES_IN_VIEW} lines`,
    await many(50, n => session.tokens(place(n).line, LINES_IN_VIEW)),
  );
  add('references of an address', await many(5, n => session.references(place(n))));
  add('keystroke to diagnostics', await many(EDITS, n => session.type(place(n))));
  await session.stop();
}

/** @param {number} size @param {string} what @param {number[]} samples @returns {EditorRow} */
function rowOf(size, what, samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
  return { size, what, samples: sorted.length, p50: at(0.5), p99: at(0.99) };
}

/** Bundles the measurement inside one process; gives its path. */
async function buildInProcess() {
  const outfile = inProject('out', 'bench', 'editorMain.cjs');
  await build({
    entryPoints: [inProject('test', 'bench', 'editorMain.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    loader: { '.wasm': 'binary' },
  });
  return outfile;
}
