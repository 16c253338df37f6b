import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { CORE_FIELDS, type Field } from '../../server/src/core/layouts/fields';
import { OTHER_FIELDS } from '../../server/src/core/layouts/otherFields';
import { loadGrammar, scopesOf } from './tokenizer';

const fields: readonly Field[] = [...CORE_FIELDS, ...OTHER_FIELDS];
const names = fields.flatMap(field => [field.name, ...(field.aliases ?? [])]);

describe('The grammar and the fields', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const name of names) {
    it(`knows ${name} as a key and in a header`, () => {
      const [key] = scopesOf(grammar, `${name}:1`);
      assert.deepEqual(key, [name, 'entity.name.label.key']);
      const header = scopesOf(grammar, `${name} version`);
      assert.deepEqual(header[0], [name, 'entity.name.section.field']);
    });
  }
});
