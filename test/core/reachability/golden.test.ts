import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CODES, type Code } from '../../../server/src/core/reachability/code';
import type { ReachabilitySettings } from '../../../server/src/core/reachability/settings';
import { storiesOf, textOf } from './logs';

const folder = join(import.meta.dirname, 'fixtures');
const update = process.env['UPDATE_GOLDEN'] === '1';

interface Fixture {
  readonly name: string;
  readonly code: Code;
  readonly short: string;
  readonly settings: Partial<ReachabilitySettings>;
}

const fixtures: readonly Fixture[] = readdirSync(folder)
  .filter(file => file.endsWith('.log'))
  .sort()
  .map(file => {
    const short = readFileSync(join(folder, file), 'utf8');
    const settings = /^# settings: (.*)$/m.exec(short)?.[1] ?? '{}';
    const name = file.slice(0, -'.log'.length);
    const code = name.slice(0, name.indexOf('.')) as Code;
    return { name, code, short, settings: JSON.parse(settings) as Partial<ReachabilitySettings> };
  });

/** The stories of the fixture's code, but for those of the peer that is there for company. */
function textsOf({ code, short, settings }: Fixture): string {
  const stories = storiesOf(short, settings).filter(story => story.code === code);
  return stories
    .map(textOf)
    .filter(text => !/from 198\.51\.100\.7 /.test(text))
    .join('\n\n');
}

describe('the explanation of a story', () => {
  for (const fixture of fixtures) {
    it(`reads as written down for ${fixture.name}`, () => {
      const golden = join(folder, `${fixture.name}.golden.txt`);
      const text = `${textsOf(fixture)}\n`;
      if (update) writeFileSync(golden, text);
      assert.equal(text, readFileSync(golden, 'utf8'));
      assert.match(text, new RegExp(`^${fixture.code} \\(`), 'the fixture yields its code');
    });
  }

  it('has a fixture for every code', () => {
    const covered = new Set(fixtures.map(fixture => fixture.code));
    assert.deepEqual(
      CODES.filter(code => !covered.has(code)),
      [],
    );
  });

  it('says nothing of security groups and ACLs for records of a Cloud Connect Network', () => {
    const crossRegion = fixtures.filter(({ short }) => short.includes('@ccn-'));
    assert.ok(crossRegion.length >= 6);
    for (const { name, short, settings } of crossRegion) {
      for (const story of storiesOf(short, settings)) {
        const text = JSON.stringify(story);
        assert.doesNotMatch(text, /security[ -]group|network[ -]acl|\bACLs?\b|\bSGs?\b/i, name);
      }
    }
  });
});
