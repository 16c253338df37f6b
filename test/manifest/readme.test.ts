import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { flowlog } from '../cli/flowlog';
import { manifest, readProjectFile } from './manifest';

const root = join(__dirname, '../..');
const readme = readProjectFile('README.md');
const { configuration } = manifest.contributes;
const { contributes, icon, scripts } = JSON.parse(readProjectFile('package.json')) as {
  readonly contributes: {
    readonly commands: readonly Readonly<Record<'command' | 'title' | 'category', string>>[];
  };
  readonly icon: string;
  readonly scripts: Readonly<Record<string, string>>;
};
const { commands } = contributes;

/** The cells of each row of a table whose first or second cell is a name of the extension's. */
const rows = readme
  .split('\n')
  .map(line => line.split(/(?<!\\)\|/).map(cell => cell.trim()))
  .filter(cells => cells.slice(1, 3).some(cell => /^`flowlog\.[\w.]+`$/.test(cell)))
  .map(cells => cells.slice(1, -1));

describe('The README', () => {
  it('has every setting with its default, and says what it does', () => {
    const found = rows.filter(([name]) => name?.startsWith('`'));
    const settings = Object.entries(configuration.properties);
    assert.deepEqual(
      found.map(([name, value]) => `${name} ${value}`).sort(),
      settings.map(([name, { default: value }]) => `\`${name}\` \`${spelled(value)}\``).sort(),
    );
    for (const [name, , says = ''] of found) assert.ok(says.length > 20, name);
  });

  it('has every command under its title, and says what it does', () => {
    const found = rows.filter(([title]) => !title?.startsWith('`'));
    assert.deepEqual(
      found.map(([title, id]) => `${title} ${id}`).sort(),
      commands.map(({ category, title, command }) => `${category}: ${title} \`${command}\``).sort(),
    );
    for (const [title, , says = ''] of found) assert.ok(says.length > 20, title);
  });

  it('has every command of the program', async () => {
    const { stdout } = await flowlog(['--help']);
    const commands = /^Commands\n((?: {2}.*\n)+)/m.exec(stdout)?.[1]?.match(/^ {2}\w+/gm) ?? [];
    assert.ok(commands.length >= 3, stdout);
    for (const name of commands) assert.ok(readme.includes(`| \`flowlog ${name.trim()}\``), name);
  });

  it('names no setting and no command that is not there', () => {
    const settings = Object.keys(configuration.properties);
    const known = [...settings, ...commands.map(({ command }) => command)];
    for (const [, name = ''] of readme.matchAll(/`(flowlog\.[\w.]+)`/g)) {
      assert.ok(known.includes(name), name);
    }
  });

  it('links to files that are there, and shows pictures that are not heavy', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, path = '']) => path);
    assert.ok(links.some(path => path.endsWith('.webp')));
    for (const path of links) {
      assert.ok(existsSync(join(root, path)), path);
      if (path.endsWith('.webp')) assert.ok(statSync(join(root, path)).size <= 100_000, path);
    }
  });

  for (const [, log = '', args = '', output] of readme.matchAll(
    /^\$ echo '([^']*)' \| flowlog (.*)\n([^]*?)```$/gm,
  )) {
    it(`shows what flowlog ${args} says`, async () => {
      const { stdout } = await flowlog(args.split(' '), { stdin: `${log}\n` });
      assert.equal(stdout, output);
    });
  }

  it('names npm scripts that are there', () => {
    const named = [...readme.matchAll(/npm (?:run )?(\w+)/g)].map(([, name = '']) => name);
    assert.ok(named.includes('start') && named.includes('test'));
    for (const name of named) assert.ok(scripts[name], name);
  });
});

describe('The icon', () => {
  it('is a PNG of 128 by 128', () => {
    const png = readFileSync(join(root, icon));
    // Width and height stand in the first chunk.
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });
});

/** A default as the README writes it: JSON, with a blank after each comma and colon. */
function spelled(value: unknown): string {
  const text = JSON.stringify(value, undefined, 1).replaceAll(/\n\s*/g, ' ');
  return text.replaceAll(/([[{]) | ([\]}])/g, '$1$2');
}
