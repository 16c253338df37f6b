import assert from 'node:assert/strict';
import { Uri, WorkspaceEdit, commands, window, workspace } from 'vscode';
import { eventually } from '../support/eventually';
import { click, find, texts } from '../support/page';
import { ACCEPTED, REJECTED, show, writeLog } from './documents';

const labels = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

/** Shows the summary and the reachability of a log, the latter on top. */
async function showBoth(uri: Uri): Promise<void> {
  await commands.executeCommand('flowlog.showSummary', uri);
  await find('.tiles');
  await commands.executeCommand('flowlog.explainReachability', uri);
  await find('.story-details');
}

describe('The views of a log', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('follow it when its folder is renamed', async () => {
    const before = await writeLog('before-*/moved.flowlog', `${ACCEPTED}\n${REJECTED}`);
    const folder = Uri.joinPath(before, '..');
    const after = Uri.joinPath(folder, '..', `after-${Date.now()}`);
    await show(before);
    await showBoth(before);
    const edit = new WorkspaceEdit();
    edit.renameFile(folder, after);
    await workspace.applyEdit(edit);
    await find('.story-details');
    await eventually(async () => {
      // What is there at first may be the page of the log under its old name.
      await click('.record', { text: 'line 2' });
      const editor = window.activeTextEditor;
      assert.equal(
        editor?.document.uri.toString(),
        Uri.joinPath(after, 'moved.flowlog').toString(),
      );
      assert.equal(editor.selection.active.line, 1);
    });
    await commands.executeCommand('flowlog.showSummary', Uri.joinPath(after, 'moved.flowlog'));
    await find('.tiles');
    await click('.toolbar button', { text: 'Read again' });
    await click('.tile .link', { text: '1' });
    await find('.trail');
    assert.deepEqual(await texts('.empty'), []);
    assert.deepEqual(
      labels()
        .filter(label => label.includes(': '))
        .sort(),
      ['Reachability: moved.flowlog', 'Summary: moved.flowlog'],
    );
  });

  it('say so when it was never saved and is closed', async () => {
    const content = `${ACCEPTED}\n${REJECTED}`;
    const document = await workspace.openTextDocument({ language: 'flowlog', content });
    await window.showTextDocument(document);
    await showBoth(document.uri);
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await find('.empty', { text: 'The log is not there' });
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await find('.empty', { text: 'The log is closed' });
    await find('.empty', { text: 'The figures below are those of an earlier reading.' });
  });

  it('tell logs of the same name apart', async () => {
    const [first, second] = [
      await writeLog('one-*/same.flowlog', ACCEPTED),
      await writeLog('two-*/same.flowlog', REJECTED),
    ];
    await show(first);
    await show(second);
    await showBoth(second);
    const name = workspace.asRelativePath(second);
    assert.match(name, /two-\d+\/same\.flowlog$/);
    assert.deepEqual(
      labels()
        .filter(label => label.includes(': '))
        .sort(),
      [`Reachability: ${name}`, `Summary: ${name}`],
    );
  });
});
