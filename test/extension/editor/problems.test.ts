import assert from 'node:assert/strict';
import {
  DiagnosticSeverity,
  commands,
  languages,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { eventually } from '../support/eventually';
import { click, find, texts } from '../support/page';
import { announcedProblems, markedTexts } from './allFaults';
import { statusHover, statusSays } from './languageStatus';
import { codeOf, editorOf, openSample, problemsOf, severityOf } from './samples';

const rows = '.markers-panel .monaco-list-row';
const inOrder = (problems: readonly string[]) => [...problems].sort();

describe('The problems of samples/all-faults.log', () => {
  let document: TextDocument;
  let problems: readonly Diagnostic[];

  const withCode = (code: string) => problems.filter(problem => codeOf(problem) === code);
  const count = (severity: string) =>
    problems.filter(problem => severityOf(problem) === severity).length;

  before(async () => {
    document = await openSample('all-faults.log');
    problems = await problemsOf(document, found => assert.ok(found.length > 50));
  });

  after(async () => {
    await commands.executeCommand('workbench.action.closePanel');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are those that its comments announce, where they do', () => {
    const found = problems.map(
      problem => `${severityOf(problem)} ${codeOf(problem)} ${problem.range.start.line + 1}`,
    );
    assert.deepEqual(inOrder(found), inOrder(announcedProblems(document)));
  });

  for (const [code, text] of markedTexts) {
    it(`mark for ${code} the text at fault and no more`, () => {
      const marked = withCode(code).map(({ range }) => document.getText(range));
      assert.ok(marked.length > 0);
      for (const found of marked) assert.match(found, text);
    });
  }

  it('name a record that stands elsewhere', () => {
    const [related] = withCode('duplicate-record')[0]?.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), document.uri.toString());
    assert.equal(related.location.range.start.line, 1);
  });

  it('are counted in the language status, which leads to them', async () => {
    await statusSays(`${count('error')} errors · ${count('warning')} warnings`);
    const [text = ''] = await texts(statusHover);
    assert.match(text, /ENI positional and \d+ other forms · \d+ records/);
    assert.match(text, new RegExp(`${count('information')} notes; ${count('hint')} hints`));
    await click(`${statusHover} a`, { text: 'Show Problems' });
    await find(rows);
  });

  it('stand in the Problems panel, the errors first, and lead to their places', async () => {
    await commands.executeCommand('workbench.panel.markers.view.focus');
    const drawn = await eventually(async () => {
      const found = await texts(rows);
      assert.match(found[0] ?? '', /^all-faults\.log\s+\d+$/);
      assert.ok(found.length > 3);
      return found.map(text => text.replaceAll(/\s+/g, ' '));
    });
    // VS Code lists no hints there.
    const listed = languages
      .getDiagnostics(document.uri)
      .filter(({ severity }) => severity !== DiagnosticSeverity.Hint);
    assert.equal(drawn[0], `all-faults.log ${listed.length}`);
    assert.match(drawn[1] ?? '', /flowlog ?\(?stray-quotes\)? \[Ln 6, Col 56\]$/);
    assert.match(drawn[2] ?? '', /flowlog ?\(?wrong-dash\)? \[Ln 10, Col 14\]$/);

    await (await find(rows, { text: '[Ln 10, Col 14]' })).dblclick();
    await eventually(() => {
      const { start } = editorOf(document).selection;
      assert.deepEqual([start.line + 1, start.character + 1], [10, 14]);
    });
  });

  it('lead from the panel to what the documentation says about them', async () => {
    await click(`${rows} a`, { text: 'wrong-dash' });
    const heading = await find('#wrong-dash');
    assert.equal(await heading.innerText(), 'wrong-dash');
    await eventually(async () => {
      const box = await heading.boundingBox();
      assert.ok(box && box.y < 500, 'The page is open at the rule.');
    });
  });
});
