import assert from 'node:assert/strict';
import type { ExplainContent } from '../../client/webview/explain/messages';
import { one, openPage, stories, textsOf } from './support/page';
import { story } from './support/stories';

const empty: readonly (readonly [
  content: ExplainContent,
  says: RegExp,
  ways: readonly string[],
])[] = [
  [{ kind: 'waiting', why: 'server-starting' }, /is starting/, ['show-output']],
  [{ kind: 'waiting', why: 'reading' }, /being put together/, ['open-log']],
  [{ kind: 'waiting', why: 'reading-file' }, /read by its path/, ['cancel']],
  [{ kind: 'missing', why: 'stopped' }, /certain only after/, ['try-again', 'open-log']],
  [
    { kind: 'missing', why: 'not-a-flow-log' },
    /not treated as a flow log/,
    ['treat-as-flow-log', 'open-log'],
  ],
  [{ kind: 'missing', why: 'not-found' }, /cannot be opened/, ['try-again']],
  [{ kind: 'missing', why: 'server-off' }, /has stopped/, ['restart-server', 'show-output']],
  [{ kind: 'missing', why: 'no-answer' }, /Reading the log failed/, ['try-again', 'show-output']],
  [stories({}), /No record of this log/, ['open-log', 'try-again']],
];

describe('The page without a story', () => {
  for (const [content, says, ways] of empty) {
    const name = content.kind === 'stories' ? 'no stories' : content.why;
    it(`says what is the matter and offers a way out: ${name}`, () => {
      const { show, sent } = openPage();
      show(content);
      assert.match(one('.empty p').textContent, says);
      for (const button of document.querySelectorAll<HTMLElement>('.empty button')) button.click();
      assert.deepEqual(
        sent,
        ways.map(request => ({ type: 'request', request })),
      );
    });
  }

  it('shows how far the reading of a file is', () => {
    const { show, page } = openPage();
    show({ kind: 'waiting', why: 'reading-file' });
    page.receive({ type: 'progress', reached: { bytes: 30e6, of: 120e6, records: 300_000 } });
    assert.equal(one('.reached').textContent, '25\u00a0%, 300,000 records');
    assert.equal(one('progress').getAttribute('aria-label'), 'Read so far');
    show(stories({ of: 'file', stories: [story()], leftOut: 3 }));
    assert.match(one('.notes').textContent, /3 more stories exist .* flowlog explain FILE/);
    // A late word of progress finds nothing to show it in.
    page.receive({ type: 'progress', reached: { bytes: 1, of: 2, records: 3 } });
    assert.equal(textsOf('[role=option]').length, 1);
  });

  it('makes room for stories when they come, and back', () => {
    const { show } = openPage();
    show({ kind: 'waiting', why: 'reading' });
    show(stories({ stories: [story()] }));
    assert.equal(textsOf('[role=option]').length, 1);
    assert.equal(textsOf('.empty').length, 0);
    show({ kind: 'missing', why: 'not-found' });
    assert.equal(textsOf('[role=option]').length, 0);
  });
});
