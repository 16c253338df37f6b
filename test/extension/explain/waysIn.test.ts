import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { commands } from 'vscode';
import { hoverOver } from '../support/editorText';
import { click, find, press, screenshot, texts } from '../support/page';
import { showLog } from '../client/documents';
import { VIEW, openSample } from './explainView';
import { STORIES } from './stories';

const SAMPLE = 'ping-reply-blocked-with-types.log';

describe('The way to an explanation', () => {
  // Actions stand at the end of a line, which is cut off beside a side bar.
  before(() => commands.executeCommand('workbench.action.closeSidebar'));
  after(() => commands.executeCommand('workbench.action.toggleSidebarVisibility'));
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is the link at the end of the hover on an action', async () => {
    await openSample(SAMPLE);
    // The finding among the problems shows that the server has read the log.
    await find('.squiggly-info');
    await hoverOver('REJECT', 3);
    await screenshot('explain hover');
    await click('.monaco-hover a', { text: 'Explain reachability' });
    await find(VIEW);
    await find('.asked', { text: 'line 3' });
    assert.deepEqual(await texts('#story-heading'), ['The network ACL refused the reply']);
  });

  it('is the lens above the log, which shows the story that it tells', async () => {
    await showLog('lens-*.flowlog', STORIES);
    await click('.codelens-decoration a', { text: 'from 2 sources' });
    await find(VIEW);
    await find('.asked', { text: 'line 5' });
    await find('.summary', { text: 'from 2 sources' });
    assert.deepEqual(await texts('.count'), ['5 stories']);
  });

  it('is the menu on a record', async () => {
    await openSample(SAMPLE);
    await find('.squiggly-info');
    await (await find('.view-line', { text: 'REJECT' })).click({ button: 'right' });
    const entry = await find('.monaco-menu .action-label', { text: 'Explain Reachability' });
    // A menu takes no click in its first tenth of a second, lest one meant for the text hits it.
    await setTimeout(500);
    await entry.click();
    await find(VIEW);
    await find('.asked', { text: 'line 3' });
    await press('Escape');
  });

  it('is the button above the log', async () => {
    await openSample(SAMPLE);
    await click('.editor-actions .action-label[aria-label^="Explain Reachability"]');
    await find(VIEW);
  });
});
