import { Selection, commands, window, type TextEditor } from 'vscode';
import { click, find, hover } from '../support/page';
import { ACCEPTED, NO_DATA, REJECTED, showLog } from './documents';

const languageStatus = '[id="status.languageStatus"]';
const statusHover = '.hover-language-status';
const valueItem = '.statusbar-item[id$="flowlog.value"]';

/** Puts the cursor into the first occurrence of a text. */
function select(editor: TextEditor, text: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(text) + 1);
  editor.selection = new Selection(at, at);
}

async function showInEditor(text: string): Promise<TextEditor> {
  const document = await showLog('status-*.flowlog', text);
  return window.showTextDocument(document);
}

describe('The language status of a flow log', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('says what was found', async () => {
    await showInEditor([ACCEPTED, REJECTED, NO_DATA].join('\n'));
    await hover(languageStatus);
    await find(statusHover, { text: 'ENI positional \u00b7 3 records \u00b7 no faults' });
  });

  it('counts faults, and follows edits', async () => {
    const editor = await showInEditor([ACCEPTED, REJECTED].join('\n'));
    const fault = editor.document.getText().indexOf('50122');
    await editor.edit(edit => edit.insert(editor.document.positionAt(fault), '9'));
    await hover(languageStatus);
    await find(statusHover, { text: '2 records \u00b7 1 error' });
    await commands.executeCommand('undo');
    await hover(languageStatus);
    await find(statusHover, { text: '2 records \u00b7 no faults' });
  });

  it('is there again after the server was restarted', async () => {
    await showInEditor(ACCEPTED);
    await commands.executeCommand('flowlog.restartServer');
    await hover(languageStatus);
    await find(statusHover, { text: '1 record \u00b7 no faults' });
  });
});

describe('The status bar of a flow log', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('says what the value at the cursor means, and follows the cursor', async () => {
    const editor = await showInEditor([ACCEPTED, REJECTED].join('\n'));
    select(editor, '3389');
    await find(valueItem, { text: '3389' });
    select(editor, 'REJECT');
    await find(valueItem, { text: 'REJECT' });
  });

  it('shows the hover when it is clicked', async () => {
    const editor = await showInEditor(REJECTED);
    select(editor, 'REJECT');
    await find(valueItem, { text: 'REJECT' });
    await click(valueItem);
    await find('.monaco-hover', { text: 'REJECT' });
  });

  it('is empty in other documents', async () => {
    await showLog('other-*.txt', 'nothing');
    const item = await find('.statusbar').then(bar => bar.locator(valueItem));
    await item.waitFor({ state: 'hidden' });
  });
});
