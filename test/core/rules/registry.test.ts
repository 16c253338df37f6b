import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reachabilityCodes } from '../../../server/src/core/reachability/codes/index';
import { RULES } from '../../../server/src/core/rules/index';

const project = join(__dirname, '..', '..', '..');
const folder = join(project, 'server', 'src', 'core', 'rules');

describe('The registry of rules', () => {
  it('holds a rule for each file that is named as rules are', () => {
    const files = readdirSync(folder).filter(name => /^[a-z]+(-[a-z]+)+\.ts$/.test(name));
    assert.deepEqual(RULES.map(rule => `${rule.code}.ts`).sort(), files.sort());
  });

  it('names each code once, those of findings included', () => {
    const codes = [...RULES, ...reachabilityCodes].map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
  });

  it('has an anchor for each code in the page of diagnostics', () => {
    const page = readFileSync(join(project, 'docs', 'diagnostics.md'), 'utf8');
    for (const { code } of [...RULES, ...reachabilityCodes])
      assert.ok(page.includes(`\n## ${code}\n`), code);
  });

  it('is what the page of diagnostics and the settings schema were generated from', () => {
    const { status, stderr } = spawnSync('node', ['scripts/docs/generate.mjs', '--check'], {
      cwd: project,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
});
