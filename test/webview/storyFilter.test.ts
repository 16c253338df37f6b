import assert from 'node:assert/strict';
import { NO_FILTER, filterStories, readFilter } from '../../client/webview/explain/storyFilter';
import { ANSWERED, REFUSED_SSH, THROTTLED, WHO_BEGAN_UNKNOWN, story } from './support/stories';

const PING = story();
const ALL = [PING, REFUSED_SSH, ANSWERED, THROTTLED, WHO_BEGAN_UNKNOWN];

describe('The filter of stories', () => {
  const cases: Record<string, readonly (typeof PING)[]> = {
    '': ALL,
    '203.0.113.12': [PING],
    '203.0.113': [PING],
    '2001:DB8::5': [ANSWERED],
    '[2001:db8::5]:443': [ANSWERED],
    '10.0.0.5:22': [REFUSED_SSH],
    '22': [REFUSED_SSH, THROTTLED],
    '203': [PING],
    '4': [],
    'eni-1a2b': [REFUSED_SSH],
    'ap-guangzhou': [THROTTLED],
    'request-rejected': [REFUSED_SSH],
    icmp: [PING],
    'tcp 10.0.0.5': [REFUSED_SSH],
    'tcp, proved': [ANSWERED, THROTTLED],
    '192.0.2.1': [WHO_BEGAN_UNKNOWN],
    '203.0.113.1': [],
    '203.0.113.0/24': [PING],
    '203.0.112.0/23': [PING],
    '203.0.113.0/29': [],
    '10.0.0.0/13': [REFUSED_SSH, THROTTLED, WHO_BEGAN_UNKNOWN],
    '2001:DB8::/32': [ANSWERED],
    '2001:db8:0:0::/127': [],
    '203.0.113.300/24': [],
    '203.0.113.0/33': [],
    'tcp/22': [],
    '03.0.113.12': [],
    'the network acl refused the reply': [PING],
    'nothing like it': [],
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`understands "${text}"`, () => {
      assert.deepEqual(filterStories(ALL, { ...NO_FILTER, text }), expected);
    });
  }

  it('takes codes and certainties beside words', () => {
    const likely = { ...NO_FILTER, certainties: ['undecided', 'likely'] as const };
    assert.deepEqual(filterStories(ALL, likely), [REFUSED_SSH, WHO_BEGAN_UNKNOWN]);
    assert.deepEqual(filterStories(ALL, { ...likely, code: 'request-rejected' }), [REFUSED_SSH]);
    assert.deepEqual(filterStories(ALL, { ...likely, text: 'udp' }), [WHO_BEGAN_UNKNOWN]);
  });

  it('reads what was kept, whatever it is', () => {
    const kept = { text: 'a', code: 'throttled', certainties: ['likely'] };
    assert.deepEqual(readFilter(kept), kept);
    for (const odd of [undefined, null, 7, 'x', { text: 1, certainties: 'likely' }]) {
      assert.deepEqual(readFilter(odd), NO_FILTER);
    }
  });
});
