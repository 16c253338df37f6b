import assert from 'node:assert/strict';
import { storyKey } from '../../client/webview/explain/storyKey';
import { one, openPage, press, stories, textsOf, type } from './support/page';
import { ANSWERED, REFUSED_SSH, THROTTLED, story } from './support/stories';

const PING = story();
const THREE = stories({ stories: [PING, REFUSED_SSH, ANSWERED] });

const heading = () => one('#story-heading').textContent;
const chosen = () => textsOf('[role=option][aria-selected=true] .story-title');

describe('The page that explains a log', () => {
  it('lists all stories and explains the first', () => {
    openPage().show(THREE);
    assert.equal(textsOf('[role=option]').length, 3);
    assert.equal(heading(), 'The network ACL refused the reply');
    assert.equal(one('.summary').textContent, PING.summary);
    assert.match(one('.certainty').textContent, /^provedUnder the assumptions below/);
    const details = one('.details').textContent;
    for (const text of [PING.proves, PING.doesNotProve, PING.nextCheck, ...PING.assumptions]) {
      assert.ok(details.includes(text), text);
    }
    for (const text of PING.evidence) assert.ok(details.includes(text), text);
  });

  it('selects records and copies queries through VS Code', () => {
    const { sent, page } = openPage();
    page.receive({
      type: 'content',
      uri: 'file:///a.log',
      name: 'a.log',
      content: THREE,
      jump: false,
    });
    one('.record[data-line="2"]').click();
    one('.copy').click();
    assert.deepEqual(sent, [
      { type: 'reveal', line: 2 },
      { type: 'copy', text: PING.query },
    ]);
    page.receive({ type: 'copied' });
    assert.equal(one('.copy').textContent, 'Copied');
    assert.match(one('[role=status]').textContent, /clipboard/);
  });

  it('says how many records and stories are left out', () => {
    openPage().show({ ...THREE, stories: [REFUSED_SSH], leftOut: 7, notes: ['Sampled.'] });
    assert.match(one('.records').textContent, /line 5, line 7, line 9 and 37 more records/);
    assert.match(one('.records').textContent, /Reply: none on record/);
    assert.match(one('.story-place').textContent, /40 conversations/);
    const notes = textsOf('.notes li');
    assert.equal(notes[0], 'Sampled.');
    assert.match(notes[1]!, /^7 more stories exist/);
    assert.equal(one('.count').textContent, 'The first 1 of 8 stories');
  });

  it('says what a filter does not search', () => {
    openPage().show({ ...THREE, leftOut: 98_001 });
    assert.equal(one('.beyond').hidden, true);
    type('#filter', '192.0.2.99');
    assert.equal(one('.count').textContent, '0 of the first 3 of 98,004 stories');
    assert.match(one('.beyond').textContent, /^Not searched: 98,001 other stories\. May be meant/);
    assert.match(
      one('.beyond').textContent,
      /Request refused, 40 addresses.* → 10\.0\.0\.5:22, TCP/,
    );
    assert.match(one('[role=status]').textContent, /Not searched: 98,001 other stories/);
    assert.match(one('.details').textContent, /One that does not name it may be meant/);
  });

  it('is walked with the arrow keys, one stop for the Tab key', () => {
    const { left } = openPage();
    openPage().show(THREE);
    const list = '[role=listbox]';
    assert.equal(document.querySelectorAll('[role=option][tabindex]').length, 0);
    press(list, 'ArrowDown');
    assert.deepEqual(chosen(), ['Request refused']);
    assert.equal(one(list).getAttribute('aria-activedescendant'), 'story-1');
    press(list, 'End');
    assert.equal(heading(), 'Accepted both ways');
    press(list, 'ArrowDown');
    assert.equal(heading(), 'Accepted both ways');
    press(list, 'Home');
    press(list, 'ArrowUp');
    assert.equal(heading(), 'The network ACL refused the reply');
    assert.equal(left.state, undefined);
  });

  it('filters by words, code and certainty', () => {
    openPage().show(THREE);
    type('#filter', '22');
    assert.deepEqual(chosen(), ['Request refused']);
    assert.equal(one('.count').textContent, '1 of 3 stories');
    assert.deepEqual(textsOf('.chip'), ['proved (0)', 'likely (0)', 'undecided (1)']);
    assert.deepEqual(textsOf('#code option').slice(0, 1), ['All codes (1)']);
    type('#filter', 'no such thing');
    assert.match(one('.details').textContent, /^No story matches the filter\./);
    one('.clear').click();
    assert.equal(one('.count').textContent, '3 stories');
    one('.chip-undecided').click();
    assert.equal(one('.chip-undecided').getAttribute('aria-pressed'), 'true');
    assert.deepEqual(textsOf('.story-title'), ['Request refused']);
    one('.chip-undecided').click();
    const code = one('#code') as HTMLSelectElement;
    code.value = 'both-ways-accepted';
    code.dispatchEvent(new Event('change'));
    assert.deepEqual(textsOf('.story-title'), ['Accepted both ways']);
  });

  it('shows the story of the record that was asked for, listed or not', () => {
    const { show } = openPage();
    show({ ...THREE, record: { line: 10, story: ANSWERED, notes: [] } }, true);
    assert.equal(heading(), 'Accepted both ways');
    assert.match(one('.asked').textContent, /line 11/);
    show({ ...THREE, record: { line: 12, story: THROTTLED, notes: [] } }, true);
    assert.equal(textsOf('[role=option]').length, 4);
    assert.equal(one('.count').textContent, '3 stories, and that of line 13');
    assert.equal(one('.chip-proved').textContent, 'proved (2)');
    assert.equal(heading(), 'Throttled between regions');
    assert.doesNotMatch(one('.details').textContent, /security group|ACL/);
  });

  it('says what the story of a record was not told from', () => {
    const told = { line: 10, story: ANSWERED, notes: ['There are too many records.'] };
    openPage().show({ ...THREE, record: told }, true);
    assert.match(one('.asked').textContent, /belongs to this story\. There are too many records\./);
  });

  it('says why a record has no story', () => {
    openPage().show({
      ...THREE,
      record: { line: 0, story: null, notes: ['This line is no record.'] },
    });
    assert.match(one('.notes').textContent, /Line 1 .*This line is no record\./);
    assert.equal(heading(), 'The network ACL refused the reply');
  });

  it('keeps filter and story while it is hidden, and over edits', () => {
    const first = openPage();
    first.show(THREE);
    type('#filter', 'tcp');
    press('[role=listbox]', 'End');
    const again = openPage(first.left.state);
    assert.equal(first.left.state?.selected, storyKey(ANSWERED));
    const moved = {
      ...ANSWERED,
      request: { lines: [30], leftOut: 0 },
      reply: { lines: [31], leftOut: 0 },
    };
    again.show({ ...THREE, stories: [PING, REFUSED_SSH, moved] });
    assert.equal((one('#filter') as HTMLInputElement).value, 'tcp');
    assert.equal(heading(), 'Accepted both ways');
  });

  it('says that lines may have moved until it has caught up with the text', () => {
    const { show, page } = openPage();
    page.receive({ type: 'outdated' });
    show(THREE);
    assert.equal(one('h1').textContent, 'Reachability in a.log');
    for (let i = 0; i < 2; i++) page.receive({ type: 'outdated' });
    assert.match(one('h1').textContent, /^Reachability in a\.log \(changed, [^)]*\)$/);
    show(THREE);
    assert.equal(one('h1').textContent, 'Reachability in a.log');
  });

  it('leaves the details as they are when the same comes again', () => {
    const { show } = openPage();
    show(THREE);
    const button = one('.copy');
    show(stories({ stories: [story(), REFUSED_SSH] }));
    assert.equal(one('.copy'), button);
  });

  it('shows many stories a page at a time', () => {
    const many = Array.from({ length: 450 }, (_, i) =>
      story({ responder: { address: `10.0.${i >> 8}.${i & 255}`, port: null } }),
    );
    openPage().show(stories({ stories: many }));
    assert.equal(textsOf('[role=option]').length, 200);
    assert.equal(one('.more').textContent, 'Show 200 more of 250');
    one('.more').click();
    one('.more').click();
    assert.equal(textsOf('[role=option]').length, 450);
    assert.equal(one('.more').hidden, true);
    one('[role=option]').click();
    assert.equal(textsOf('[role=option]').length, 450);
  });

  it('leaves the reader where they are when the lines of a story move', () => {
    const { show } = openPage();
    show(THREE);
    const moved = story({
      request: { lines: [11], leftOut: 0 },
      reply: { lines: [12], leftOut: 0 },
    });
    one('.details').scrollTop = 300;
    show(stories({ stories: [moved, REFUSED_SSH, ANSWERED] }));
    assert.match(one('.records').textContent, /line 12/);
    assert.equal(one('.details').scrollTop, 300);
    press('[role=listbox]', 'End');
    assert.equal(one('.details').scrollTop, 0);
  });
});
