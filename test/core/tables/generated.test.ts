import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(__dirname, '../../..');
const tables = join(root, 'server/src/core/tables');

describe('generated tables', () => {
  const files = readdirSync(tables).filter(name => name.endsWith('.data.ts'));

  it('are what the generator writes today', () => {
    const script = join(root, 'scripts/tables/generate.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });

  it('state their source and its date', () => {
    assert.equal(files.length, 4);
    for (const name of files) {
      const text = readFileSync(join(tables, name), 'utf8');
      assert.match(text, /^\/\/ Page: https:\/\/www\.iana\.org\/assignments\/[\w-]+\/$/m, name);
      assert.match(text, /^\/\/ Last updated: \d{4}-\d{2}-\d{2}$/m, name);
    }
  });

  it('stay small enough to ship', () => {
    const all = Buffer.concat(files.map(name => readFileSync(join(tables, name))));
    assert.ok(all.length < 350_000, String(all.length));
    assert.ok(gzipSync(all).length < 100_000, String(gzipSync(all).length));
  });
});
