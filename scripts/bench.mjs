/**
 * npm run bench [-- --size 100] [--rounds 3] [--no-report]
 * Measures on generated exports of 10, 100 and 1,000 MB (or of `--size` MB alone), every command in
 * turn so that a drift of the machine meets all of them, and writes docs/benchmarks.md.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { inProject } from './project.mjs';
import { installDependencies } from './dependencies.mjs';
import { runNode } from './command.mjs';

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['10', '100', '1000'] },
    rounds: { type: 'string', default: '3' },
    'no-report': { type: 'boolean', default: false },
  },
});

await installDependencies();
if ((await runNode([inProject('scripts/build.mjs')])) !== 0) process.exit(1);

const { exportOf } = await import('./bench/exports.mjs');
const { contestants } = await import('./bench/contestants.mjs');
const { measureInTurn } = await import('./bench/measure.mjs');
const { reportOf } = await import('./bench/report.mjs');

const tables = [];
for (const form of ['positional', 'key-value']) {
  for (const size of values.size.map(Number)) {
    if (form === 'key-value' && size !== Math.max(...values.size.map(Number))) continue;
    const file = await exportOf(form, size);
    console.log(`\n${form}, ${size} MB:`);
    const rows = await measureInTurn(await contestants(file, form), Number(values.rounds));
    tables.push({ form, size, rows });
  }
}
const report = reportOf(tables, Number(values.rounds));
console.log(`\n${report}`);
if (!values['no-report']) {
  await writeFile(inProject('docs', 'benchmarks.md'), report);
  console.log('Wrote docs/benchmarks.md.');
}
