import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  Position,
  ViewColumn,
  type Uri,
  commands,
  env,
  window,
  workspace,
} from 'vscode';
import { ACCEPTED, REJECTED, writeLog } from '../client/documents';
import { openCopy, openSample } from '../editor/samples';
import { click, find, press, screenshot, texts, webview } from '../support/page';
import { column, showSummary, soon, tiles } from './summaryView';

/** The records of a positional log, read by nothing but blanks. */
function count(text: string) {
  const records = text
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split(' '));
  const sum = (index: number) => records.reduce((all, fields) => all + Number(fields[index]), 0);
  const of = (action: string) => records.filter(fields => fields[12] === action).length;
  return {
    records: records.length,
    packets: sum(8),
    bytes: sum(9),
    accepted: of('ACCEPT'),
    rejected: of('REJECT'),
  };
}

const grouped = (value: number) => value.toLocaleString('en-US');

describe('Show Summary', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('counts what is in the log', async () => {
    const document = await openSample('eni-positional.log');
    await showSummary();
    const { records, packets, bytes, accepted, rejected } = count(document.getText());
    const shown = await tiles();
    assert.equal(shown.get('Records')?.split(' ')[0], grouped(records));
    assert.ok(shown.get('Bytes')?.endsWith(grouped(bytes)), shown.get('Bytes'));
    assert.ok(shown.get('Packets')?.endsWith(grouped(packets)), shown.get('Packets'));
    assert.equal(shown.get('Accepted')?.split(' ')[0], grouped(accepted));
    assert.equal(shown.get('Rejected')?.split(' ')[0], grouped(rejected));
    assert.equal(shown.get('Problems')?.split(' ')[0], '0');
    await find('.chart canvas');
  });

  it('opens beside the log, once for each', async () => {
    const document = await openSample('eni-positional.log');
    await showSummary();
    await window.showTextDocument(document, { viewColumn: ViewColumn.One });
    await showSummary();
    const labels = window.tabGroups.all.flatMap(group => group.tabs.map(({ label }) => label));
    assert.deepEqual(
      labels.filter(label => label.startsWith('Summary')),
      ['Summary: eni-positional.log'],
    );
    assert.equal(window.tabGroups.all.length, 2);
  });

  it('sorts a table, and sorts all of them by another figure', async () => {
    await openSample('eni-positional.log');
    await showSummary();
    const byBytes = await column('sources', 1);
    await click('.choice label', { text: 'Records' });
    await soon(async () => assert.notDeepEqual(await column('sources', 1), byBytes));
    await click('#panel-sources .sort', { text: 'Source' });
    await soon(async () => {
      const names = await column('sources', 1);
      assert.deepEqual(
        names,
        [...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
      );
    });
    await click('.choice label', { text: '25' });
    await soon(async () => assert.equal((await column('sources', 1)).length, 25));
  });

  it('narrows everything to the time that is drawn over the chart, and widens it again', async () => {
    await openSample('eni-positional.log');
    await showSummary();
    const all = await tiles();
    const over = await find('.chart .u-over');
    await over.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await over.boundingBox())!;
    const { mouse } = over.page();
    await mouse.move(x + width * 0.3, y + height / 2);
    await mouse.down();
    await mouse.move(x + width * 0.6, y + height / 2, { steps: 5 });
    await mouse.up();
    await soon(async () => {
      const some = Number((await tiles()).get('Records')?.split(' ')[0]);
      assert.ok(some > 0 && some < 208, String(some));
    });
    await click('button', { text: 'Show the whole time' });
    await soon(async () => assert.deepEqual(await tiles(), all));
  });

  it('leads from a row to its records, one by one and all at once', async () => {
    const document = await openSample('eni-positional.log');
    await showSummary();
    await click('#panel-rejected-sources tbody .link', { text: '192.0.2.245' });
    const editor = () => {
      const shown = window.visibleTextEditors.find(
        ({ document: { uri } }) => uri.path === document.uri.path,
      );
      assert.ok(shown);
      return shown;
    };
    const wanted = document
      .getText()
      .split('\n')
      .flatMap((line, i) => (/ 192\.0\.2\.245 10\..* REJECT /.test(line) ? [i] : []));
    await soon(() =>
      assert.deepEqual(
        editor().selections.map(s => s.start.line),
        [wanted[0]],
      ),
    );
    await find('.trail', { text: `record 1 of ${wanted.length}` });
    await click('.trail button', { text: 'Next' });
    await soon(() =>
      assert.deepEqual(
        editor().selections.map(s => s.start.line),
        [wanted[1]],
      ),
    );
    await click('.trail button', { text: 'Select all' });
    await soon(() =>
      assert.deepEqual(
        editor().selections.map(s => s.start.line),
        wanted,
      ),
    );
    await click('.trail button', { text: 'Done' });
    await soon(async () => assert.deepEqual(await texts('.trail'), []));
  });

  it('leads to a record of a log that was not shown, and lenses do not push it out of sight', async () => {
    const document = await openSample('ccn-order-a.log');
    const { uri } = document;
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await commands.executeCommand('flowlog.showSummary', uri);
    await click('#panel-rejected-sources tbody .link', { text: '10.20.2.21' });
    const line = document
      .getText()
      .split('\n')
      .findIndex(text => / REJECT/.test(text));
    await find('.codelens-decoration a');
    await find('.trail', { text: `line ${line + 1},` });
    await soon(() => {
      const [editor] = window.visibleTextEditors;
      assert.equal(editor?.selection.active.line, line);
      assert.ok(editor.visibleRanges.some(range => range.contains(editor.selection)));
    });
    await find('.view-line', { text: 'REJECT' });
  });

  it('follows what is typed', async () => {
    const document = await openCopy('eni-positional.log');
    await showSummary();
    const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.One });
    const { text } = document.lineAt(0);
    await editor.edit(edit => edit.insert(new Position(0, 0), `${text}\n`));
    await soon(async () => assert.match((await tiles()).get('Records') ?? '', /^209 /));
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('copies a table as Markdown and as CSV', async () => {
    await openSample('eni-positional.log');
    await showSummary();
    await click('#panel-actions .quiet', { text: 'CSV' });
    await soon(async () => {
      assert.match(await env.clipboard.readText(), /^Action,Records,Packets,Bytes\r\nACCEPT,194,/);
    });
    await click('#panel-actions .quiet', { text: 'Markdown' });
    await soon(async () => {
      assert.match(await env.clipboard.readText(), /^\*\*Actions\*\*\n\n\| Action \| Records /);
    });
  });

  it('keeps what was chosen while it is hidden and when its page is loaded again', async () => {
    const document = await openSample('eni-positional.log');
    await showSummary();
    await click('.choice label', { text: '25' });
    await click('.choice label', { text: 'Packets' });
    await click('#panel-ports .sort', { text: 'Port' });
    await soon(async () => assert.equal((await column('ports', 1)).length, 25));
    const ports = await column('ports', 1);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Two });
    await soon(async () => assert.deepEqual(await texts('.tiles'), []));
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await find('.tiles');
    await soon(async () => assert.deepEqual(await column('ports', 1), ports));
    await commands.executeCommand('workbench.action.webview.reloadWebviewAction');
    await soon(async () => assert.deepEqual(await column('ports', 1), ports));
    const frame = await webview('.tiles');
    assert.equal(await frame.locator('input[value=packets]').isChecked(), true);
  });

  it('shows the largest over time, drawn and as figures', async () => {
    await openSample('ccn-key-value.log');
    await showSummary();
    await find('#panel-series-region-pair');
    const totals = (await column('series-region-pair', 2)).map(text =>
      Number(text.replaceAll(',', '')),
    );
    assert.ok(totals.length > 0 && totals.every(total => total > 0), totals.join());
    assert.deepEqual(
      totals,
      [...totals].sort((a, b) => b - a),
    );
    await find('.series canvas');
    await screenshot('summary series');
    await click('#panel-series-region-pair tbody .link');
    await find('.trail', { text: 'Region pair: ' });
  });

  it('has room for the widest label beside a chart', async () => {
    await openSample('eni-positional.log');
    await showSummary();
    await click('.choice label', { text: 'Records' });
    await find('.series', { text: 'Records per minute' });
    const room = await (
      await find('.series .u-over')
    ).evaluate(over => {
      const { offsetLeft, ownerDocument } = over as unknown as PlotArea;
      const context = ownerDocument.createElement('canvas').getContext('2d');
      const { fontFamily } = ownerDocument.defaultView.getComputedStyle(ownerDocument.body);
      context.font = `12px ${fontFamily}`;
      return offsetLeft - context.measureText('0.5 records/min').width;
    });
    assert.ok(room >= 15, `${room} px`);
  });

  it('counts the reachability stories, and leads to them', async () => {
    await openSample('eni-positional.log');
    await showSummary();
    await find('.card h3', { text: 'Reachability stories' });
    await click('.stories .link');
    await find('.trail', { text: 'record 1 of ' });
    await click('.card button', { text: 'Explain Reachability' });
    await soon(() => {
      const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      assert.ok(labels.includes('Reachability: eni-positional.log'), labels.join());
      return Promise.resolve();
    });
  });

  it('says which list of addresses it does not use', async () => {
    const section = workspace.getConfiguration('flowlog');
    await openSample('eni-positional.log');
    await showSummary();
    await section.update('summary.threats', '/nowhere/threats.txt', ConfigurationTarget.Global);
    await find('.notices', { text: 'flowlog.summary.threats) is not used: there is no such file' });
    await section.update('summary.threats', undefined, ConfigurationTarget.Global);
    await soon(async () => assert.doesNotMatch((await texts('.notices')).join(), /not used/));
  });

  it('counts several files as one, and leads to the one that has a record', async () => {
    const first = await writeLog('part-*.log', `${ACCEPTED}\n${REJECTED}`);
    const other = REJECTED.replace('192.0.2.11', '192.0.2.77').replace(' 104 ', ' 5000 ');
    const second = await writeLog('part-*.log', `${ACCEPTED}\n${other}\n${other}`);
    await showSummary(second, [second, first]);
    await showSummary(first, [first, second]);
    const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    assert.deepEqual(
      labels.filter(label => label.startsWith('Summary')),
      ['Summary: 2 logs'],
    );
    const shown = await tiles();
    assert.equal(shown.get('Records')?.split(' ')[0], '5');
    assert.ok(shown.get('Bytes')?.endsWith(grouped(2 * 4249 + 104 + 2 * 5000)), shown.get('Bytes'));
    assert.equal(shown.get('Rejected')?.split(' ')[0], '3');
    const name = (uri: Uri) => uri.path.slice(uri.path.lastIndexOf('/') + 1);
    await find('.notices', { text: `2 logs count as one: ${name(first)}, ${name(second)}.` });
    const selected = () =>
      window.visibleTextEditors.map(({ document: { uri }, selections }) => [
        uri.toString(),
        ...selections.map(({ start }) => start.line),
      ]);
    await click('#panel-rejected-sources tbody .link', { text: '192.0.2.77' });
    await soon(() => assert.deepEqual(selected(), [[second.toString(), 1]]));
    await find('.trail', { text: `${name(second)}, line 2, record 1 of 2` });
    await click('.trail button', { text: 'Select all' });
    await soon(() => assert.deepEqual(selected(), [[second.toString(), 1, 2]]));
    await find('.trail', { text: `all 2 records in ${name(second)} are selected` });
    await click('#panel-actions tbody .link', { text: 'ACCEPT' });
    await soon(() => assert.deepEqual(selected(), [[first.toString(), 0]]));
    await click('.trail button', { text: 'Next' });
    await soon(() => assert.deepEqual(selected(), [[second.toString(), 0]]));
    await find('.trail', { text: `${name(second)}, line 1, record 2 of 2` });
    await screenshot('summary several');
  });

  it('works by the keyboard alone', async () => {
    await openSample('eni-positional.log');
    await showSummary();
    await (await find('[data-focus="sort sources packets"]')).focus();
    await press('Enter');
    const sorted = await find('th[aria-sort=descending] [data-focus="sort sources packets"]');
    assert.equal(await sorted.evaluate(isFocused), true);
    await (await find('#panel-sources tbody .link')).focus();
    await press('Enter');
    await find('.trail', { text: 'Sources: ' });
  });

  it('says what to do about a log without records', async () => {
    const document = await workspace.openTextDocument({ language: 'flowlog', content: '# none\n' });
    await window.showTextDocument(document);
    await commands.executeCommand('flowlog.showSummary');
    await find('.empty', { text: 'No records' });
  });
});

/** Runs in the page. */
function isFocused(element: unknown): boolean {
  const { document } = globalThis as unknown as { document: { activeElement: unknown } };
  return document.activeElement === element;
}

/** Of the page, where a chart is drawn. */
interface PlotArea {
  readonly offsetLeft: number;
  readonly ownerDocument: {
    readonly body: unknown;
    readonly defaultView: { getComputedStyle(element: unknown): { readonly fontFamily: string } };
    createElement(name: 'canvas'): { getContext(kind: '2d'): DrawingContext };
  };
}

interface DrawingContext {
  font: string;
  measureText(text: string): { readonly width: number };
}
