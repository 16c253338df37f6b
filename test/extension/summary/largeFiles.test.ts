import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { ConfigurationTarget, commands, workspace, type Uri } from 'vscode';
import { ACCEPTED, REJECTED, writeLog } from '../client/documents';
import { midway } from '../../support/midway';
import { click, find, screenshot, texts } from '../support/page';
import { soon, tiles } from './summaryView';

/** Writes a log of so many megabytes, and gives how many records it has. */
async function writeLarge(uri: Uri, megabytes: number): Promise<number> {
  const pairs = 5000;
  const block = Buffer.from(`${ACCEPTED}\n${REJECTED}\n`.repeat(pairs));
  const blocks = Math.ceil((megabytes * 1_000_000) / block.length);
  const file = createWriteStream(uri.fsPath);
  for (let i = 0; i < blocks; i++) if (!file.write(block)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  return blocks * pairs * 2;
}

/** Cancels the reading while the page says how far it is; false if it was over before. */
async function cancelReading(): Promise<boolean> {
  const short = { timeout: 1000 };
  await find('.tiles', { timeout: 30_000 });
  try {
    await find('.progress .said', { text: /Read .* of [\d.]+ [MG]B/, ...short });
    await (await find('.progress button', { text: 'Cancel', ...short })).click(short);
    await find('.progress .said', { text: /Cancelled after/ });
    return true;
  } catch (error) {
    if ((await texts('.progress')).length > 0) throw error;
    return false;
  }
}

describe('A file too large for a document', () => {
  let uri: Uri;

  before(async () => {
    uri = await writeLog('huge-*.flow.log', '');
    await workspace
      .getConfiguration('workbench')
      .update('editorLargeFileConfirmation', 2000, ConfigurationTarget.Global);
  });

  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  after(async () => {
    await rm(uri.fsPath);
  });

  it('is summarised by its path, to the last record, and can be cancelled before', async function () {
    this.timeout(150_000);
    const records = await midway(async times => {
      const written = await writeLarge(uri, 600 * times);
      await commands.executeCommand('flowlog.showSummary', uri);
      if (await cancelReading()) return written;
      await commands.executeCommand('workbench.action.closeAllEditors');
      return 'late';
    });
    await screenshot('summary cancelled');
    await click('.progress button', { text: 'Read it all' });
    await soon(async () => assert.deepEqual(await texts('.progress'), []), 60_000);
    const shown = (await tiles()).get('Records')?.split(' ')[0];
    assert.equal(shown, records.toLocaleString('en-US'));
  });

  it('is recognised in its tab, and jumped into', async function () {
    this.timeout(120_000);
    const smaller = await writeLog('large-*.log', '');
    const count = await writeLarge(smaller, 60);
    await commands.executeCommand('vscode.open', smaller, { preview: false });
    await find('.statusbar-item', { text: 'Flow log, 6', timeout: 30_000 });
    await screenshot('summary large');
    await click('.statusbar-item', { text: 'summary and reachability only' });
    await find('.tiles', { timeout: 30_000 });
    const shown = (await tiles()).get('Records')?.split(' ')[0];
    assert.equal(shown, count.toLocaleString('en-US'));
    await click('#panel-rejected-sources tbody .link');
    await click('.trail button', { text: 'Next' });
    await find('.trail', { text: 'line 4, record 2 of more than 1,000' });
    await find('.editor-group-container .line-numbers.active-line-number', { text: '4' });
    await screenshot('summary large jumped');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await rm(smaller.fsPath);
  });
});
