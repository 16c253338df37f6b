import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../server/src/settings';
import { manifest, sourcesIn } from './manifest';

const { properties } = manifest.contributes.configuration;

/** Read by the language client itself, under the client's id. */
const readByTheLibrary = ['flowlog.trace.server'];

function settingsThatTheClientReads(): string[] {
  const sources = [...sourcesIn('client/src').values()].filter(source =>
    source.includes("getConfiguration('flowlog'"),
  );
  const reads = sources.flatMap(source => [...source.matchAll(/\.get(?:<[^(]*>)?\('([\w.]+)'/g)]);
  return reads.map(([, name]) => `flowlog.${name!}`);
}

/** Sections of settings that the server goes by; the others are settings themselves. */
const { reachability, codeLens, summary, ...single } = DEFAULT_SETTINGS;
const serverDefaults = new Map<string, unknown>([
  ...Object.entries(single),
  ...Object.entries(reachability).map(([name, value]) => [`reachability.${name}`, value] as const),
  ...Object.entries(codeLens).map(([name, value]) => [`codeLens.${name}`, value] as const),
  ...Object.entries(summary).map(([name, value]) => [`summary.${name}`, value] as const),
]);

describe('Settings', () => {
  const server = [...serverDefaults.keys()].map(name => `flowlog.${name}`);
  const client = settingsThatTheClientReads();

  it('that are read are declared', () => {
    assert.ok(client.length > 0);
    for (const name of [...server, ...client]) assert.ok(properties[name], name);
  });

  it('that are declared are read', () => {
    const read = new Set([...server, ...client, ...readByTheLibrary]);
    for (const name of Object.keys(properties)) assert.ok(read.has(name), name);
  });

  it('of the server have the defaults that the server goes by', () => {
    for (const [name, value] of serverDefaults) {
      assert.deepEqual(properties[`flowlog.${name}`]?.default, value, name);
    }
  });

  it('say what they do', () => {
    for (const [name, setting] of Object.entries(properties)) {
      assert.ok((setting.markdownDescription ?? setting.description ?? '').length > 20, name);
    }
  });
});
