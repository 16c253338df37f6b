import assert from 'node:assert/strict';
import type { StoryView } from '../../server/src/core/requests';
import { storyKey, storyOfKey } from '../../client/webview/explain/storyKey';
import { ANSWERED, WHO_BEGAN_UNKNOWN, story } from './support/stories';

/** The same story after so many lines were inserted above it. */
function moved(told: StoryView, by: number): StoryView {
  const move = ({ lines, leftOut }: StoryView['request']) => ({
    lines: lines.map(line => line + by),
    leftOut,
  });
  return { ...told, request: move(told.request), reply: move(told.reply) };
}

function unknown(address: string, line: number): StoryView {
  const [own] = WHO_BEGAN_UNKNOWN.ends;
  const ends: StoryView['ends'] = [own, { address, port: null }];
  return { ...WHO_BEGAN_UNKNOWN, ends, request: { lines: [line], leftOut: 0 } };
}

describe('The story that was chosen', () => {
  it('is found where lines moved, also where nobody knows who began', () => {
    const all = [unknown('192.0.2.77', 1), unknown('192.0.2.78', 3), unknown('192.0.2.79', 5)];
    const now = all.map(told => moved(told, 1));
    all.forEach((told, i) => assert.equal(storyOfKey(now, storyKey(told)), now[i]));
  });

  it('is not taken for a surer one of the same ends', () => {
    const proved = story();
    const likely = moved(story({ certainty: 'likely' }), 40);
    const now = [moved(proved, 2), moved(likely, 2)];
    assert.equal(storyOfKey(now, storyKey(likely)), now[1]);
    assert.equal(storyOfKey([now[0]!], storyKey(likely)), now[0]);
  });

  it('is the nearest of those that are alike', () => {
    const all = [ANSWERED, moved(ANSWERED, 50), moved(ANSWERED, 90)];
    const now = all.map(told => moved(told, 3));
    assert.equal(storyOfKey(now, storyKey(all[1]!)), now[1]);
  });

  it('is none where nothing like it is kept', () => {
    for (const key of ['', 'null', '7', '["other"]', '{}']) {
      assert.equal(storyOfKey([ANSWERED], key), undefined, key);
    }
  });
});
