import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { ConfigurationTarget, commands, workspace, type Uri } from 'vscode';
import { generateLog } from '../../core/reachability/generateLog';
import { writeLog } from '../client/documents';
import { click, find, screenshot, texts } from '../support/page';
import { VIEW } from './explainView';

/** Records of a log that is copied until it is large enough; its times begin anew with each copy. */
const RECORDS = 100_000;

const REFUSED =
  '2 1300000001 eni-a1b2c3d4 198.51.100.8 10.0.1.5 50123 3389 6 2 104 1700000000 1700000060 REJECT OK';

async function writeLarge(uri: Uri, megabytes: number): Promise<void> {
  const block = generateLog(RECORDS, 'ascending', 3);
  const copies = Math.ceil((megabytes * 1_000_000) / block.length);
  const file = createWriteStream(uri.fsPath);
  for (let i = 0; i < copies; i++) if (!file.write(block)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
}

describe('Explain Reachability on a file too large for a document', () => {
  let uri: Uri;
  let smaller: Uri;

  before(async function () {
    this.timeout(60_000);
    uri = await writeLog('explain-*.log', '');
    await writeLarge(uri, 600);
    smaller = await writeLog('explain-*.log', '');
    await writeLarge(smaller, 60);
    await workspace
      .getConfiguration('workbench')
      .update('editorLargeFileConfirmation', 2000, ConfigurationTarget.Global);
  });

  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  after(() => Promise.all([rm(uri.fsPath), rm(smaller.fsPath)]));

  it('reads it by its path, says how far it is, and can be cancelled', async function () {
    this.timeout(120_000);
    await commands.executeCommand('flowlog.explainReachability', uri);
    await find('.empty h2', { text: 'Reading the file', timeout: 30_000 });
    await screenshot('explain large reading');
    await find('.reached', { text: / records/, timeout: 30_000 });
    await click('.empty button', { text: 'Cancel' });
    await find('.empty h2', { text: 'Reading was cancelled' });
    await click('.empty button', { text: 'Read it all' });
    await find(VIEW, { timeout: 60_000 });
    assert.ok((await texts('.story')).length > 10);
    await find('.notes li', { text: /flowlog explain FILE/ });
    await screenshot('explain large');
  });

  it('works from its tab, and its links jump to the line', async function () {
    this.timeout(120_000);
    await commands.executeCommand('vscode.open', smaller, { preview: false });
    await find('.statusbar-item', { text: 'Flow log, 7', timeout: 30_000 });
    await commands.executeCommand('flowlog.explainReachability');
    await find(VIEW, { timeout: 60_000 });
    const [link] = await texts('.record');
    await click('.record');
    const number = (link ?? '').replace(/\D/g, '');
    assert.ok(Number(number) > 0, link);
    await screenshot('explain large jumped');
    await find('.line-numbers.active-line-number', { text: number, timeout: 30_000 });
  });

  it('reads it again with other settings', async function () {
    this.timeout(120_000);
    const settings = workspace.getConfiguration('flowlog.reachability');
    const setBound = (bound: object | undefined) =>
      settings.update('aclBound', bound, ConfigurationTarget.Workspace);
    const comments = `#${'-'.repeat(98)}\n`.repeat(530_000);
    const refused = await writeLog('explain-*.log', `${comments}${REFUSED}\n`);
    await commands.executeCommand('flowlog.explainReachability', refused);
    await find('.summary', { text: 'Either the security group', timeout: 60_000 });
    await setBound({ '0.0.0.0/0': false });
    await find('.empty h2', { text: 'Reading the file' });
    await find('.summary', { text: 'security group refused', timeout: 60_000 });
    await setBound(undefined);
    await find('.summary', { text: 'Either the security group', timeout: 60_000 });
    await rm(refused.fsPath);
  });
});
