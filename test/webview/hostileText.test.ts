import assert from 'node:assert/strict';
import { visibleText } from '../../client/webview/common/visibleText';
import { one, openPage, stories, textsOf } from './support/page';
import { story } from './support/stories';

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt;',
  '{{constructor}}',
];

describe('Text from a log', () => {
  for (const text of HOSTILE) {
    it(`stays text: ${text}`, () => {
      const view = story({
        code: text,
        observationPoint: text,
        protocolName: text,
        initiator: { address: text, port: 1 },
        responder: { address: text, port: 2 },
        evidence: [text],
        summary: text,
        proves: text,
        doesNotProve: text,
        assumptions: [text],
        nextCheck: text,
        query: text,
      });
      const { page } = openPage();
      const content = stories({ stories: [view], notes: [text] });
      page.receive({ type: 'content', uri: text, name: text, content, jump: false });
      assert.equal(document.querySelectorAll('script, img, b, [onload], [onerror]').length, 0);
      assert.equal(document.querySelectorAll('[onmouseover]').length, 0);
      for (const selector of [
        '.summary',
        '.query pre',
        '.notes li',
        'h1 .name',
        '#story-heading',
      ]) {
        assert.equal(one(selector).textContent, text, selector);
      }
      assert.equal(document.querySelectorAll('svg').length, 2);
    });
  }

  it('cannot turn the order of what follows, nor hide in it', () => {
    const text = 'eni-\u202eabc\u2066\u200b\u0000\ufeff';
    openPage().show(stories({ stories: [story({ observationPoint: text, query: text })] }));
    assert.match(
      textsOf('.story-place')[0]!,
      /^eni-⟨U\+202E⟩abc⟨U\+2066⟩⟨U\+200B⟩⟨U\+0000⟩⟨U\+FEFF⟩$/,
    );
    assert.doesNotMatch(one('main').outerHTML, /[\u202a-\u202e\u2066-\u2069]/);
  });

  it('is copied as it is, however it is shown', () => {
    const { show, sent } = openPage();
    const query = 'a\u202eb';
    show(stories({ stories: [story({ query })] }));
    one('.copy').click();
    assert.deepEqual(sent, [{ type: 'copy', text: query }]);
  });

  it('keeps line breaks, tabs and letters of any script', () => {
    const text = 'a\n\tb \u4e2d\u6587 \u05d0 \u00e9';
    assert.equal(visibleText(text), text);
  });
});
