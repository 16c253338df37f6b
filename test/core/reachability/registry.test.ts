import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CERTAINTIES, CODES } from '../../../server/src/core/reachability/code';
import { codeNamed, reachabilityCodes } from '../../../server/src/core/reachability/codes/index';
import { CONDITIONS } from '../../../server/src/core/reachability/conditions/condition';
import { conditions } from '../../../server/src/core/reachability/conditions/index';

describe('the reachability codes', () => {
  it('stand in the registry in the order in which they are tried', () => {
    assert.deepEqual(
      reachabilityCodes.map(({ code }) => code),
      CODES,
    );
  });

  it('have a file of their own', () => {
    const folder = join(import.meta.dirname, '../../../server/src/core/reachability/codes');
    const files = readdirSync(folder);
    for (const code of CODES) {
      const name = code.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      assert.ok(files.includes(`${name}.ts`), code);
    }
  });

  it('tell apart by title and rank, and say when they are given', () => {
    assert.equal(new Set(reachabilityCodes.map(({ title }) => title)).size, CODES.length);
    assert.equal(new Set(reachabilityCodes.map(({ rank }) => rank)).size, CODES.length);
    for (const { when, certainty } of reachabilityCodes) {
      assert.match(when, /\.$/);
      assert.ok(CERTAINTIES.includes(certainty));
    }
    assert.equal(codeNamed('throttled').code, 'throttled');
  });

  it('has the conditions P1 to P7, each once', () => {
    assert.deepEqual(conditions.map(({ name }) => name).sort(), [...CONDITIONS].sort());
  });
});
