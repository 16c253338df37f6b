import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVsix } from '../../scripts/vsix.mjs';
import { readProjectFile } from './manifest';

const root = join(__dirname, '../..');
/** What a person downloads at most, in bytes, the chart library included. */
const LIMIT = 1024 * 1024;

describe('The package', () => {
  it('has at most 1,024 KiB', async () => {
    const { size } = statSync(await createVsix());
    assert.ok(size <= LIMIT, `${(size / 1024).toFixed(0)} KiB`);
  });

  it('has what the manifest starts', () => {
    const { main, browser, bin } = JSON.parse(readProjectFile('package.json')) as {
      readonly main: string;
      readonly browser: string;
      readonly bin: Readonly<Record<string, string>>;
    };
    for (const path of [main, browser, ...Object.values(bin)]) {
      assert.ok(existsSync(join(root, path)), path);
    }
  });
});
