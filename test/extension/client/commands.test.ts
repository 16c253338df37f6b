import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { ACCEPTED, REJECTED, showLog } from './documents';

describe('Join All Wrapped Records', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('puts each record on one line', async () => {
    const wrapped = [ACCEPTED, REJECTED].join('\n').replaceAll(/(REJ|ACC)/g, '$1\n');
    const document = await showLog('wrapped-*.flowlog', wrapped);
    const joined = new Promise<void>(resolve => {
      const subscription = workspace.onDidChangeTextDocument(event => {
        if (event.document !== document || document.lineCount !== 2) return;
        subscription.dispose();
        resolve();
      });
    });
    await commands.executeCommand('flowlog.joinWrappedRecords');
    await joined;
    assert.equal(document.getText(), [ACCEPTED, REJECTED].join('\n'));
    await commands.executeCommand('workbench.action.files.revert');
  });
});
