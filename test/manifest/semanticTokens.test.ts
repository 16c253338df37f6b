import assert from 'node:assert/strict';
import { manifest, readProjectFile } from './manifest';

const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
const types = semanticTokenTypes.map(({ id }) => id);
const modifiers = semanticTokenModifiers.map(({ id }) => id);
const { scopes } = semanticTokenScopes.find(({ language }) => language === 'flowlog')!;
const server = readProjectFile('server/src/features/semanticTokens.ts');
const sent = [...server.matchAll(/'(flow[A-Z]\w+)'/g)].map(([, type]) => type!);

describe('Semantic token types', () => {
  it('are all declared that the server sends, and all sent that are declared', () => {
    assert.deepEqual([...new Set(sent)].sort(), [...types].sort());
  });

  for (const type of types) {
    it(`give ${type} a scope`, () => assert.ok((scopes[type] ?? []).length > 0));
  }

  it('have scopes for declared types and modifiers alone', () => {
    for (const selector of Object.keys(scopes)) {
      const [type, ...rest] = selector.split('.');
      assert.ok(types.includes(type!), selector);
      for (const modifier of rest) assert.ok(modifiers.includes(modifier), selector);
    }
  });

  it('have the colours that the grammar gives', () => {
    const grammar = readProjectFile('syntaxes/flowlog.tmLanguage.json');
    for (const scope of Object.values(scopes).flat()) assert.ok(grammar.includes(scope), scope);
  });
});
