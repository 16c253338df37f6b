/**
 * node scripts/docs/generate.mjs [--check]
 * Writes docs/diagnostics.md and the schema of the setting flowlog.rules in package.json from the
 * rules themselves. --check changes nothing and fails when a file is not what would be written.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { inProject } from '../project.mjs';
import { loadRules } from './loadRules.mjs';
import { diagnosticsPage } from './diagnosticsPage.mjs';
import { rulesSchema } from './rulesSchema.mjs';

const check = process.argv.includes('--check');
const { rules, findings } = await loadRules();
const manifest = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
setting(manifest).properties = rulesSchema(rules, findings);

const outputs = [
  { file: 'docs/diagnostics.md', text: diagnosticsPage(rules, findings) },
  { file: 'package.json', text: await formatted(JSON.stringify(manifest, null, 2)) },
];
for (const { file, text } of outputs) {
  const known = await readFile(inProject(file), 'utf8').catch(() => '');
  if (known === text) continue;
  if (check) {
    console.error(`${file} is stale: run npm run docs.`);
    process.exitCode = 1;
  } else {
    await writeFile(inProject(file), text);
    console.log(`Wrote ${file}.`);
  }
}

/** @param {any} manifest */
function setting({ contributes }) {
  const sections = [contributes.configuration].flat();
  const section = sections.find(({ properties }) => 'flowlog.rules' in properties);
  return section.properties['flowlog.rules'];
}

/** @param {string} text */
async function formatted(text) {
  const config = await resolveConfig(inProject('package.json'));
  return format(text, { ...config, filepath: 'package.json' });
}
