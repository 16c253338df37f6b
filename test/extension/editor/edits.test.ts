import assert from 'node:assert/strict';
import { Position, Selection, commands, type TextDocument } from 'vscode';
import { eventually } from '../support/eventually';
import { find, press, texts, type } from '../support/page';
import { codeOf, editorOf, inShort, openCopy, problemsOf } from './samples';
import { statusSays } from './languageStatus';

/** Puts the cursor of the shown editor before a text, ready to type. */
async function placeCursor(document: TextDocument, text: string): Promise<void> {
  const at = document.positionAt(document.getText().indexOf(text));
  const editor = editorOf(document);
  editor.selection = new Selection(at, at);
  editor.revealRange(editor.selection);
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

const none = (problems: readonly unknown[]) => assert.deepEqual(problems, []);

describe('Editing a flow log', () => {
  let document: TextDocument;

  beforeEach(async () => {
    document = await openCopy('eni-positional.log');
    await statusSays('ENI positional · 208 records · no faults');
  });

  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows a fault while it is typed, and takes it away when it is undone', async () => {
    const text = document.getText();
    await placeCursor(document, '45019 3306');
    await type('9');
    const [problem] = await problemsOf(document, found => assert.equal(found.length, 1));
    assert.ok(problem);
    assert.equal(inShort(problem), 'error port-out-of-range 5:49-5:55');
    await find('.squiggly-error');
    await statusSays('208 records · 1 error');

    await press('Control+Z');
    await problemsOf(document, none);
    await eventually(async () => assert.deepEqual(await texts('.squiggly-error'), []));
    await statusSays('208 records · no faults');
    assert.equal(document.getText(), text);
  });

  it('moves problems along with the lines', async () => {
    await placeCursor(document, '45019 3306');
    await type('9');
    await problemsOf(document, found => assert.equal(found.length, 1));
    await editorOf(document).edit(edit => edit.insert(new Position(0, 0), '# copied\n\n'));
    await problemsOf(document, ([problem]) => {
      assert.ok(problem);
      assert.equal(inShort(problem), 'error port-out-of-range 7:49-7:55');
    });
  });

  it('reads the lines by a header line that is put before them', async () => {
    // Packets and bytes the wrong way round.
    const names =
      'version account-id interface-id srcaddr dstaddr srcport dstport protocol bytes packets start end action log-status';
    await editorOf(document).edit(edit => edit.insert(new Position(0, 0), `${names}\n`));
    await problemsOf(document, found => {
      assert.ok(found.length > 100);
      for (const problem of found) assert.equal(codeOf(problem), 'bytes-below-minimum');
    });
    await statusSays('declared columns (14) · 208 records');
  });

  it('joins a record that was broken, and parts it again', async () => {
    await placeCursor(document, '1750147210 1750147485 ACCEPT');
    await press('Enter');
    await problemsOf(document, found => {
      assert.deepEqual(found.map(codeOf), ['wrapped-record']);
    });
    await press('Control+Z');
    await problemsOf(document, none);
  });
});
