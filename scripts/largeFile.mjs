/**
 * node scripts/largeFile.mjs [--size 1200] [--line 9000000] [--no-editor] [--keep]
 * Generates an export of so many MB, sums it up with the command line and with DuckDB, opens it in
 * VS Code, and looks there: recognised, the same figures, jumped to lines. What Chromium cannot
 * hold is said, and tried once more with 300 MB. In place of a line beyond the end one at three
 * quarters of the file is taken. Screenshots go to out/screenshots.
 */
import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runNode } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { inProject } from './project.mjs';

const SMALLER = 300;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1200' },
    line: { type: 'string', default: '9000000' },
    'no-editor': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

await installDependencies();
if ((await runNode([inProject('scripts/build.mjs')])) !== 0) process.exit(1);

const { exportOf } = await import('./bench/exports.mjs');
const { answersOf } = await import('./large/answers.mjs');
const { Checks } = await import('./large/checks.mjs');
const { NotHeld } = await import('./large/editor.mjs');
const { tryEditor } = await import('./large/tryEditor.mjs');

const checks = new Checks();
const size = Number(values.size);
const notHeld = await tryFile(size);
if (notHeld) {
  console.log(`VS Code did not hold ${size} MB: ${notHeld.message}.`);
  const smaller = size > SMALLER ? await tryFile(SMALLER) : notHeld;
  if (smaller) throw smaller;
}
console.log(checks.failed === 0 ? 'Everything agrees.' : `${checks.failed} did not agree.`);
process.exitCode = checks.failed === 0 ? 0 : 1;

/**
 * Gives why the editor could not show the file, if it could not.
 *
 * @param {number} megabytes
 */
async function tryFile(megabytes) {
  const path = inProject('bench-data', `positional-${megabytes}.log`);
  const generated = !existsSync(path);
  const file = await checks.timed(`${megabytes} MB generated`, () =>
    exportOf('positional', megabytes),
  );
  try {
    console.log(`${file}, ${(await stat(file)).size} bytes:`);
    const { duckdb, summary, check } = await answersOf(file);
    for (const [what, expected] of Object.entries(duckdb)) {
      checks.equal(`flowlog summary, ${what}`, Reflect.get(summary, what), expected);
    }
    checks.equal('flowlog check, records', check.records, duckdb.records);
    checks.equal('flowlog check, faults', check.faults, duckdb.faults);
    if (values['no-editor']) return undefined;
    const wanted = Number(values.line);
    const line = wanted <= duckdb.records ? wanted : Math.floor(duckdb.records * 0.75);
    await tryEditor(file, { line, totals: duckdb }, checks);
    return undefined;
  } catch (error) {
    if (!(error instanceof NotHeld)) throw error;
    return error;
  } finally {
    if (generated && !values.keep) await rm(file);
  }
}
