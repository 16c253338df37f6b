import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  ConfigurationTarget,
  Position,
  Uri,
  WorkspaceEdit,
  commands,
  languages,
  window,
  workspace,
} from 'vscode';
import {
  ACCEPTED,
  NO_DATA,
  REJECTED,
  close,
  hasLanguage,
  letDetectionPass,
  show,
  showLog,
  writeLog,
} from './documents';

const otherLogs = join(process.env['FLOWLOG_PROJECT'] ?? '', 'test/fixtures/other-logs');
const records = [ACCEPTED, REJECTED, NO_DATA].join('\n');

describe('Detection', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  for (const name of ['export-*.log', 'export-*.txt', 'export-*.2024-03-12']) {
    it(`makes a flow log of ${name} by its content`, async () => {
      await hasLanguage(await showLog(name, records), 'flowlog');
    });
  }

  it('recognises records that were wrapped', async () => {
    const wrapped = records.replaceAll(/ (OK|NODATA)$/gm, '\n$1');
    await hasLanguage(await showLog('wrapped-*.txt', wrapped), 'flowlog');
  });

  it('recognises what is pasted into an untitled document', async () => {
    const document = await workspace.openTextDocument({ language: 'plaintext' });
    await window.showTextDocument(document);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), records);
    await workspace.applyEdit(edit);
    await hasLanguage(document, 'flowlog');
    await close(document);
  });

  it('recognises a document of many lines as quickly as one of few', async () => {
    const long = `${ACCEPTED}\n`.repeat(100_000);
    await hasLanguage(
      await workspace.openTextDocument(await writeLog('long-*.log', long)),
      'flowlog',
    );
  });

  it('leaves other logs and texts alone', async () => {
    const uris = readdirSync(otherLogs).map(name => Uri.file(join(otherLogs, name)));
    const opened = await Promise.all(uris.map(uri => workspace.openTextDocument(uri)));
    await letDetectionPass();
    for (const { fileName, languageId } of opened) {
      assert.equal(languageId, fileName.endsWith('.log') ? 'log' : 'plaintext', fileName);
    }
  });

  it('knows flow logs by names of their own, whatever they hold', async () => {
    for (const name of ['*.flowlog', '*.flow.log', 'vpc-flow-log-*.log', 'flow_log-*.log']) {
      const document = await workspace.openTextDocument(await writeLog(name, 'nothing yet\n'));
      assert.equal(document.languageId, 'flowlog', name);
    }
    const other = await workspace.openTextDocument(await writeLog('airflow-log-*.log', 'a\n'));
    assert.equal(other.languageId, 'log');
  });

  it('does nothing while it is switched off', async () => {
    const settings = workspace.getConfiguration('flowlog');
    await settings.update('detect.enabled', false, ConfigurationTarget.Workspace);
    const document = await showLog('off-*.log', records);
    // A change of language would have come before the answer to this.
    await languages.getLanguages();
    assert.equal(document.languageId, 'log');
    await settings.update('detect.enabled', undefined, ConfigurationTarget.Workspace);
    await hasLanguage(document, 'flowlog');
  });
});

describe("The user's choice of language", () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('survives edits and opening the document again', async () => {
    const document = await showLog('chosen-*.log', records);
    await hasLanguage(document, 'flowlog');
    await languages.setTextDocumentLanguage(document, 'plaintext');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), `${records}\n`);
    await workspace.applyEdit(edit);
    await letDetectionPass();
    assert.equal(document.languageId, 'plaintext');

    await close(document);
    const again = await show(document.uri);
    await letDetectionPass();
    assert.equal(again.languageId, 'log');
  });

  it('can be taken back', async () => {
    const document = await showLog('back-*.log', records);
    await hasLanguage(document, 'flowlog');
    await commands.executeCommand('flowlog.treatAsPlainText');
    await hasLanguage(document, 'plaintext');
    await commands.executeCommand('flowlog.treatAsFlowLog');
    await hasLanguage(document, 'flowlog');
    await close(document);
    await hasLanguage(await show(document.uri), 'flowlog');
  });

  it('makes a flow log of a document that nothing else would', async () => {
    const document = await showLog('odd-*.log', 'nothing that reads\n');
    await commands.executeCommand('flowlog.treatAsFlowLog');
    await hasLanguage(document, 'flowlog');
    await close(document);
    await hasLanguage(await show(document.uri), 'flowlog');
  });

  it('goes before the name of the document', async () => {
    const document = await showLog('named-*.flowlog', records);
    assert.equal(document.languageId, 'flowlog');
    await commands.executeCommand('flowlog.treatAsPlainText');
    await hasLanguage(document, 'plaintext');
    await close(document);
    await hasLanguage(await show(document.uri), 'plaintext');
  });
});
