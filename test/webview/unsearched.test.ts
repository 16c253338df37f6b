import assert from 'node:assert/strict';
import { NO_FILTER } from '../../client/webview/explain/storyFilter';
import { mayBeMeant, unsearched } from '../../client/webview/explain/unsearched';
import { stories } from './support/page';
import { ANSWERED, REFUSED_SSH, story } from './support/stories';

const ALL = [story(), REFUSED_SSH, ANSWERED];
const TWO_NAMED = { count: 2, privateOnes: 0, listed: ['192.0.2.1', '192.0.2.2'], atLeast: false };

const meant = (text: string, among = ALL) => mayBeMeant(among, { ...NO_FILTER, text });

describe('What a filter of stories does not search', () => {
  for (const text of [
    '192.0.2.99',
    '192.0',
    '192.0.2.99:40000',
    '192.0.2.99 22',
    '192.0.2.99 tcp',
    '192.0.2.0/24',
  ]) {
    it(`is whom a story stands for without their names, as "${text}" may be`, () => {
      assert.deepEqual(meant(text), [REFUSED_SSH]);
    });
  }

  it('is nothing where the address is named, another thing is wrong or no address is asked', () => {
    for (const text of ['198.51.100.7', '192.0.2.99 udp', '2001:db8::99', '4711', 'ssh', '']) {
      assert.deepEqual(meant(text), [], text);
    }
    assert.deepEqual(meant('192.0.2.99', [{ ...REFUSED_SSH, peers: TWO_NAMED }]), []);
  });

  it('are no private addresses where all of them are named', () => {
    assert.deepEqual(meant('10.0.7.7'), []);
    const more = { ...REFUSED_SSH, peers: { ...REFUSED_SSH.peers!, privateOnes: 3 } };
    assert.deepEqual(meant('10.0.7.7', [more]), [more]);
    const least = { ...REFUSED_SSH, peers: { ...REFUSED_SSH.peers!, atLeast: true } };
    assert.deepEqual(meant('10.0.7.7', [least]), [least]);
  });

  it('is said with the way to it', () => {
    const filter = { ...NO_FILTER, text: '192.0.2.99' };
    assert.deepEqual(unsearched(stories({ stories: ALL }), NO_FILTER), []);
    assert.match(unsearched(stories({ stories: ALL }), filter).join(' '), /put the cursor into/);
    const file = stories({ stories: ALL, of: 'file' });
    assert.match(unsearched(file, filter).join(' '), /explain FILE --address/);
    const five = Array.from({ length: 5 }, () => ({ ...REFUSED_SSH }));
    assert.match(unsearched(stories({ stories: five }), filter)[0]!, /; and 2 more\.$/);
  });
});
