import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

describe('The samples', () => {
  it('are as their generator writes them', () => {
    const generator = join(root, 'scripts/samples/generate.mjs');
    const { status, stderr } = spawnSync(process.execPath, [generator, '--check']);
    assert.equal(status, 0, stderr.toString());
  });

  it('are all told of in their README', () => {
    const readme = readFileSync(join(root, 'samples/README.md'), 'utf8');
    const missing = readdirSync(join(root, 'samples')).filter(
      name => name.endsWith('.log') && !readme.includes(`\`${name}\``),
    );
    assert.deepEqual(missing, []);
  });
});
