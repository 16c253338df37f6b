/**
 * node scripts/test.mjs [STAGE…] [--grep PATTERN]  (npm test -- core --grep hover)
 * Without arguments: everything. Its last line is "N passed, N failed" over all of it.
 */
import { parseArgs } from 'node:util';
import { installDependencies } from './dependencies.mjs';

const { values, positionals } = parseArgs({
  options: { grep: { type: 'string' } },
  allowPositionals: true,
});

await installDependencies();
const { allStages } = await import('./test/stages.mjs');

const { checks, build, suites } = await allStages();
const stages = chosenStages();
const total = { passed: 0, failed: 0 };
/** @type {{ stage: string, reasons: import('./test/stages.mjs').Failure[] }[]} */
const broken = [];

for (const stage of stages) {
  console.log(`\n── ${stage.name}: ${stage.says}`);
  const began = Date.now();
  const { passed, failed, reasons = [] } = await stage.run(values.grep);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) broken.push({ stage: stage.name, reasons });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`── ${stage.name} ${failed > 0 ? 'FAILED' : 'ok'} (${seconds} s)`);
}

if (values.grep !== undefined && total.passed + total.failed === 0) {
  console.log(`\nNo test matches ${values.grep}.`);
  total.failed = 1;
}
// Again at the end, where it is looked for, and where a log cut at its front still has it.
for (const { stage, reasons } of broken) {
  console.log(`\nNot in order: ${stage}`);
  for (const { title, reason } of reasons) {
    console.log(`  ${title}\n    ${reason.split('\n').slice(0, 12).join('\n    ')}`);
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function chosenStages() {
  const all = [...checks, build, ...suites];
  if (positionals.length === 0) return values.grep === undefined ? all : [build, ...suites];
  const unknown = positionals.find(name => !all.some(stage => stage.name === name));
  if (unknown !== undefined) {
    console.error(`There is no stage "${unknown}". There are: ${all.map(s => s.name).join(', ')}.`);
    process.exit(2);
  }
  // Suites run against what the build left in dist/.
  const builds = suites.some(suite => positionals.includes(suite.name));
  return all.filter(stage => positionals.includes(stage.name) || (builds && stage === build));
}
