import assert from 'node:assert/strict';
import { titleOf, titleOfStory } from '../../client/webview/explain/codeWords';
import { THROTTLED, story } from './support/stories';

describe('The title of a story', () => {
  it('names the ACL as surely as the finding does, and not more', () => {
    const titles = (['proved', 'likely', 'undecided'] as const).map(certainty =>
      titleOfStory(story({ certainty })),
    );
    assert.deepEqual(titles, [
      'The network ACL refused the reply',
      'Likely the network ACL refused the reply',
      'Request accepted, reply refused',
    ]);
    const gateway = story({ layer: 'unknown' });
    assert.equal(titleOfStory(gateway), 'Request accepted, reply refused');
  });

  it('says nothing of layers between regions', () => {
    assert.equal(titleOfStory(THROTTLED), 'Throttled between regions');
  });

  it('is the code where the code is not known', () => {
    assert.equal(titleOf('brand-new'), 'brand-new');
    assert.equal(titleOf('constructor'), 'constructor');
  });
});
