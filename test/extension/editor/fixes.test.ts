import assert from 'node:assert/strict';
import {
  CodeActionKind,
  commands,
  languages,
  workspace,
  type CodeAction,
  type TextDocument,
} from 'vscode';
import { showLog } from '../client/documents';
import { hoverOver } from '../support/editorText';
import { eventually } from '../support/eventually';
import { click, find, press, screenshot } from '../support/page';
import { codeOf, openCopy, problemsOf } from './samples';

const record = (port: string, action: string) =>
  `2 1300000001 eni-1a2b3c4d 192.0.2.10 10.0.0.5 50122 ${port} 6 20 4249 1710224724 1710224784 ${action} OK`;

const codesOf = (document: TextDocument) =>
  [...new Set(languages.getDiagnostics(document.uri).map(codeOf))].sort();

/** Waits until a document has problems of just these codes. */
async function hasCodes(document: TextDocument, ...codes: string[]): Promise<void> {
  await problemsOf(document, () => assert.deepEqual(codesOf(document), codes));
}

/** The quick fixes that are offered at the first problem of a code. */
async function quickFixes(document: TextDocument, code: string): Promise<CodeAction[]> {
  const problem = languages.getDiagnostics(document.uri).find(found => codeOf(found) === code);
  assert.ok(problem, `Nothing is marked as ${code}.`);
  return commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    problem.range,
    CodeActionKind.QuickFix.value,
  );
}

describe('Quick fixes', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [code, faulty, right] of [
    ['stray-quotes', record('"443"', 'ACCEPT'), record('443', 'ACCEPT')],
    ['value-case', record('443', 'accept'), record('443', 'ACCEPT')],
  ] as const) {
    it(`put ${code} right`, async () => {
      const document = await showLog('fix-*.flowlog', faulty);
      await hasCodes(document, code);
      const [fix] = await quickFixes(document, code);
      assert.ok(fix?.edit && fix.isPreferred);
      await workspace.applyEdit(fix.edit);
      assert.equal(document.getText(), right);
      await hasCodes(document);
    });
  }

  it('are a click away from the hover of what is wrong', async () => {
    const document = await showLog('menu-*.flowlog', record('"443"', 'ACCEPT'));
    await hasCodes(document, 'stray-quotes');
    await find('.squiggly-error');
    await hoverOver('"443"');
    await click('.monaco-hover .action', { text: /^Quick Fix/ });
    await find('.action-widget .monaco-list-row');
    await screenshot('quick fixes');
    await press('Enter');
    await eventually(() => assert.equal(document.getText(), record('443', 'ACCEPT')));
    await hasCodes(document);
  });

  it('put all problems of a kind right at once', async () => {
    const lines = ['accept', 'Reject', 'ACCEPT'].map(action => record('443', action));
    const document = await showLog('all-*.flowlog', lines.join('\n'));
    await hasCodes(document, 'value-case');
    const all = (await quickFixes(document, 'value-case')).find(({ title }) => /\b2\b/.test(title));
    assert.ok(all?.edit, 'There is a fix for both.');
    await workspace.applyEdit(all.edit);
    assert.deepEqual(document.getText().match(/[A-Z]+(?= OK)/gi), ['ACCEPT', 'REJECT', 'ACCEPT']);
  });
});

describe('Join All Wrapped Records, on samples/wrapped-paste.log,', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('leaves a record on each line and no fault, and is undone in one step', async () => {
    const document = await openCopy('wrapped-paste.log');
    const text = document.getText();
    await hasCodes(document, 'form-changed', 'wrapped-record');
    await commands.executeCommand('flowlog.joinWrappedRecords');
    // Two ways of writing records were put together in that file, which is no fault.
    await hasCodes(document, 'form-changed');
    const lines = document.getText().split('\n');
    const records = lines.filter(line => line.trim() !== '' && !line.startsWith('#'));
    assert.equal(records.length, 18);
    for (const line of records) assert.match(line, /(?:ACCEPT|REJECT)\b.*\bOK\b/);

    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await hasCodes(document, 'form-changed', 'wrapped-record');
  });
});
