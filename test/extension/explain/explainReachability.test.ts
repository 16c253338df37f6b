import assert from 'node:assert/strict';
import { ConfigurationTarget, Selection, commands, env, window, workspace } from 'vscode';
import { eventually } from '../support/eventually';
import { click, find, press, texts, type } from '../support/page';
import { showLog } from '../client/documents';
import { VIEW, explain, openSample } from './explainView';
import { STORIES } from './stories';

const closeAll = () => commands.executeCommand('workbench.action.closeAllEditors');

describe('Explain Reachability', () => {
  afterEach(closeAll);

  it('says that the network ACL dropped the reply, and how sure that is', async () => {
    const { document } = await openSample('ping-reply-blocked-with-types.log');
    await explain({ uri: document.uri.toString(), line: 2 });
    assert.deepEqual(await texts('.certainty .badge'), ['proved']);
    const [summary] = await texts('.summary');
    assert.match(summary ?? '', /^The network ACL on 172\.31\.16\.139's side .* refused/);
    assert.deepEqual(await texts('#story-heading'), ['The network ACL refused the reply']);
    await find('.asked', { text: 'line 3' });
    const drawing = await (await find('svg.path')).getAttribute('aria-label');
    assert.match(drawing ?? '', /Reply: refused by the network ACL\./);
  });

  it('is only likely of the same ping without types', async () => {
    await openSample('ping-reply-blocked.log');
    await explain();
    assert.deepEqual(await texts('.certainty .badge'), ['likely']);
    const [summary] = await texts('.summary');
    assert.match(summary ?? '', /^Likely the network ACL .*Not certain/s);
  });

  it('names no layer where the request was refused', async () => {
    await openSample('ping-request-blocked-with-types.log');
    await explain();
    const [summary] = await texts('.summary');
    assert.match(summary ?? '', /^Either the security group or the network ACL refused/);
    assert.deepEqual(await texts('.certainty .badge'), ['undecided']);
  });

  it('opens beside the log, once for each', async () => {
    const first = await openSample('ping-reply-blocked-with-types.log');
    await explain();
    await window.showTextDocument(first.document, first.viewColumn);
    await explain();
    const labels = window.tabGroups.all.flatMap(group => group.tabs.map(({ label }) => label));
    assert.deepEqual(
      labels.filter(label => label.startsWith('Reachability')),
      ['Reachability: ping-reply-blocked-with-types.log'],
    );
    assert.equal(window.tabGroups.all.length, 2);
  });

  it('selects a record in the editor', async () => {
    const { document } = await openSample('ping-reply-blocked-with-types.log');
    await explain();
    await click('.record', { text: 'line 3' });
    await eventually(() => {
      const editor = window.activeTextEditor;
      assert.equal(editor?.document, document);
      assert.ok(editor.selection.isEqual(new Selection(2, 0, 2, document.lineAt(2).text.length)));
    });
  });

  it('copies the query', async () => {
    await openSample('ping-reply-blocked-with-types.log');
    await explain();
    await env.clipboard.writeText('');
    await click('.copy');
    await find('.copy', { text: 'Copied' });
    const [query] = await texts('.query pre');
    await eventually(async () => assert.equal(await env.clipboard.readText(), query));
  });

  it('lists the stories of a log, the worst first, and filters them', async () => {
    await showLog('stories-*.flowlog', STORIES);
    await explain();
    const titles = await texts('.story-title');
    assert.equal(titles[0], 'The network ACL refused the reply');
    assert.equal(titles.at(-1), 'Accepted both ways');
    await click('#filter');
    await type('3389');
    await eventually(async () =>
      assert.deepEqual(await texts('.story-title'), ['Request refused']),
    );
    await find(VIEW, { text: '198.51.100.8' });
    await click('.clear');
    await eventually(async () => assert.deepEqual(await texts('.story-title'), titles));
    await click('.chip-undecided');
    await eventually(async () => {
      const badges = await texts('.story .badge');
      assert.ok(badges.length > 0 && badges.every(badge => badge === 'undecided'), badges.join());
    });
  });

  it('explains the record under the cursor', async () => {
    await showLog('cursor-*.flowlog', STORIES);
    const editor = window.activeTextEditor!;
    editor.selection = new Selection(3, 8, 3, 8);
    await explain();
    assert.deepEqual(await texts('#story-heading'), ['Accepted both ways']);
    await find('.asked', { text: 'line 4' });
  });

  it('explains it in a view that another tab hid', async () => {
    const document = await showLog('behind-*.flowlog', STORIES);
    await explain();
    assert.notDeepEqual(await texts('#story-heading'), ['Accepted both ways']);
    await commands.executeCommand('workbench.action.files.newUntitledFile');
    await eventually(async () => assert.deepEqual(await texts('.story-title'), []));
    await explain({ uri: document.uri.toString(), line: 3 });
    await find('.asked', { text: 'line 4' });
    assert.deepEqual(await texts('#story-heading'), ['Accepted both ways']);
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('names neither security group nor ACL between regions', async () => {
    await showLog('ccn-*.flowlog', THROTTLED);
    await explain();
    const details = (await texts('.details')).join('');
    assert.match(details, /Throttled between regions/);
    assert.match(details, /bandwidth limit/i);
    assert.doesNotMatch(details, /security group|ACL/i);
  });

  it('follows edits', async () => {
    await showLog('edits-*.flowlog', STORIES);
    const editor = window.activeTextEditor!;
    await explain();
    const { length } = await texts('.story-title');
    await editor.edit(edit => edit.delete(editor.document.lineAt(4).rangeIncludingLineBreak));
    await editor.edit(edit => edit.delete(editor.document.lineAt(4).rangeIncludingLineBreak));
    await eventually(async () => assert.equal((await texts('.story-title')).length, length - 1));
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('follows settings', async () => {
    const settings = workspace.getConfiguration('flowlog.reachability');
    const setBound = (bound: object | undefined) =>
      settings.update('aclBound', bound, ConfigurationTarget.Workspace);
    await openSample('ping-reply-blocked-with-types.log');
    await explain();
    await setBound({ 'eni-lq6mkcis': false });
    await find('.summary', { text: 'It was not a network ACL' });
    await setBound(undefined);
    await find('.summary', { text: 'The network ACL on' });
  });

  it('keeps its filter while another tab hides it', async () => {
    await showLog('hidden-*.flowlog', STORIES);
    await explain();
    await click('#filter');
    await type('3389');
    await eventually(async () => assert.equal((await texts('.story-title')).length, 1));
    await commands.executeCommand('workbench.action.files.newUntitledFile');
    await eventually(async () => assert.deepEqual(await texts('.story-title'), []));
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await find(VIEW);
    assert.deepEqual(await texts('.story-title'), ['Request refused']);
    assert.equal(await (await find('#filter')).inputValue(), '3389');
  });

  it('says so where there is nothing to explain', async () => {
    await showLog('nothing-*.flowlog', 'no record at all\n');
    await commands.executeCommand('flowlog.explainReachability');
    await find('.empty h2', { text: 'No stories' });
    await press('Tab');
    await find('.empty button:focus', { text: 'Open the log' });
  });

  it('offers to treat another document as a flow log', async () => {
    const document = await showLog('plain-*.txt', 'nothing that reads\n');
    await commands.executeCommand('flowlog.explainReachability', { uri: document.uri.toString() });
    await find('.empty h2', { text: 'Not a flow log' });
    await click('.empty button', { text: 'Treat it as a flow log' });
    await eventually(() => assert.equal(document.languageId, 'flowlog'));
    await find('.empty h2', { text: 'No stories' });
  });
});

const THROTTLED =
  '10.0.0.1 ap-guangzhou 22 1710224724 10.1.0.1 V1 3 ccn-1a2b3c4d 6 ap-shanghai 400 REJECT ap-guangzhou 5555 1710224784 OK';
