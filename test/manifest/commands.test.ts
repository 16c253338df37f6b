import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { manifest, readProjectFile, sourcesIn } from './manifest';

const contributed = manifest.contributes.commands.map(({ command }) => command).sort();
const ids = readProjectFile('client/src/commands/ids.ts');
const parts = ['command.ts', 'ids.ts', 'registry.ts'];
const files = [...sourcesIn('client/src/commands')].filter(
  ([path]) => !parts.includes(basename(path)),
);

/** The id that a command's file gives it, spelled out or by a constant of ids.ts. */
function idIn(source: string): string | undefined {
  const [, text, constant] = /\bid: (?:'([^']+)'|(\w+))/.exec(source) ?? [];
  return text ?? new RegExp(`${constant ?? ''} = '([^']+)'`).exec(ids)?.[1];
}

describe('Commands', () => {
  it('are in the manifest if they have a file, and the other way round', () => {
    assert.deepEqual(files.map(([, source]) => idIn(source)).sort(), contributed);
  });

  it('are in a file of their name, and registered', () => {
    const registry = readProjectFile('client/src/commands/registry.ts');
    const listed = /COMMANDS[^=]*= \[([^\]]*)\]/.exec(registry)?.[1] ?? '';
    for (const [path, source] of files) {
      const name = basename(path, '.ts');
      assert.equal(idIn(source), `flowlog.${name}`);
      assert.match(source, new RegExp(`export const ${name}: FlowLogCommand`));
      assert.match(listed, new RegExp(`\\b${name}\\b`));
    }
  });

  it('stand under the name of the extension', () => {
    for (const { category } of manifest.contributes.commands) assert.equal(category, 'Flow Logs');
  });

  it('in menus exist', () => {
    for (const { command } of Object.values(manifest.contributes.menus).flat()) {
      assert.ok(contributed.includes(command), command);
    }
  });

  it('are offered for several chosen files where they take several alone', () => {
    const takesOne = (manifest.contributes.menus['explorer/context'] ?? [])
      .filter(({ when }) => when.includes('!listMultiSelection'))
      .map(({ command }) => command);
    assert.deepEqual(takesOne, ['flowlog.explainReachability']);
  });

  it('that the client runs exist', () => {
    for (const [, id] of ids.matchAll(/'(flowlog\.\w+)'/g))
      assert.ok(contributed.includes(id!), id);
  });
});
