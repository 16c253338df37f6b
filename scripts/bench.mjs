/**
 * npm run bench [-- --size 100] [--rounds 3] [--no-editor] [--no-report]
 * Measures on generated exports of 10, 100 and 1,000 MB (or of `--size` MB alone, 10000 if asked),
 * every command in turn so that a drift of the machine meets all of them, then the server as an
 * editor uses it and the extension as VS Code activates it (unless --no-editor leaves these two
 * out), and writes docs/benchmarks.md.
 */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { inProject } from './project.mjs';
import { installDependencies } from './dependencies.mjs';
import { runNode } from './command.mjs';

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['10', '100', '1000'] },
    rounds: { type: 'string', default: '3' },
    'no-editor': { type: 'boolean', default: false },
    'no-report': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const sizes = values.size.map(Number);

await installDependencies();
if ((await runNode([inProject('scripts/build.mjs')])) !== 0) process.exit(1);

const { exportOf, FORMS } = await import('./bench/exports.mjs');
const { activationRow } = await import('./bench/activation.mjs');
const { contestants } = await import('./bench/contestants.mjs');
const { editorRows } = await import('./bench/editor.mjs');
const { explainRow } = await import('./bench/explain.mjs');
const { measureInTurn } = await import('./bench/measure.mjs');
const { reportOf } = await import('./bench/report.mjs');
const { createVsix } = await import('./vsix.mjs');

const tables = [];
for (const { form, size } of exportsToRead()) {
  const file = await exportOf(form, size);
  console.log(`\n${form}, ${size} MB:`);
  const rows = await measureInTurn(await contestants(file, form, size), rounds);
  tables.push({ form, size, rows });
}
console.log('\nExplaining a million records:');
const explain = await explainRow();
if (!values['no-editor']) console.log('\nThe server in an editor:');
const editor = values['no-editor'] ? [] : await editorRows({ rounds });
console.log(
  values['no-editor']
    ? '\nThe editor and the activation in VS Code are left out (--no-editor).'
    : '\nActivation in VS Code:',
);
const activation = values['no-editor'] ? undefined : await activationRow(rounds);
const packed = (await stat(await createVsix())).size / 1024;
const limits = await readFile(inProject('scripts', 'bench', 'limits.md'), 'utf8');
const report = reportOf({ tables, explain, editor, activation, packed, rounds, limits });
console.log(`\n${report}`);
if (!values['no-report']) {
  const { format, resolveConfig } = await import('prettier');
  const path = inProject('docs', 'benchmarks.md');
  await writeFile(path, await format(report, { ...(await resolveConfig(path)), filepath: path }));
  console.log('Wrote docs/benchmarks.md.');
}

/** Positional exports of every size; of the other forms the largest of up to 1,000 MB. */
function exportsToRead() {
  const largest = Math.max(...sizes.filter(size => size <= 1000), Math.min(...sizes));
  return FORMS.flatMap(form =>
    sizes
      .filter(size => form === 'positional' || size === sizeFor(form, largest))
      .map(size => ({ form, size })),
  );
}

/** Key:value is what production writes, so it is read at full size; the rest are there to compare. */
function sizeFor(/** @type {string} */ form, /** @type {number} */ largest) {
  return form === 'key-value' ? largest : sizes.includes(100) ? 100 : largest;
}
