import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  languages,
  workspace,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { showLog } from '../client/documents';
import { hoverOver } from '../support/editorText';
import { eventually } from '../support/eventually';
import { find, texts } from '../support/page';
import { inShort, problemsOf } from './samples';

const faulty =
  '2 1300000001 eni-1a2b3c4d 192.0.2.10 10.0.0.5 50122 070 6 20 4249 1710224724 1710225784 ACCEPT OK';

const set = (name: string, value: unknown) =>
  workspace.getConfiguration('flowlog').update(name, value, ConfigurationTarget.Workspace);

const severities = (problems: readonly Diagnostic[]) =>
  problems.map(problem => inShort(problem).split(' ', 2).join(' ')).sort();

/** Waits until a document has just these problems, each as `SEVERITY CODE`. */
const has = (document: TextDocument, ...wanted: string[]) =>
  problemsOf(document, problems => assert.deepEqual(severities(problems), wanted));

describe('A changed setting takes effect on what is open:', () => {
  let document: TextDocument;

  before(async () => {
    document = await showLog('settings-*.flowlog', faulty);
    await has(document, 'information window-too-long', 'warning leading-zero');
  });

  afterEach(async () => {
    for (const name of ['rules', 'columns', 'timeZones', 'icmpByteOrder', 'statusBar.enabled']) {
      await set(name, undefined);
    }
    await has(document, 'information window-too-long', 'warning leading-zero');
  });

  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('flowlog.rules gives a rule another severity', async () => {
    await set('rules', { 'leading-zero': 'error' });
    await has(document, 'error leading-zero', 'information window-too-long');
    await find('.squiggly-error');
  });

  it('flowlog.rules switches rules off', async () => {
    await set('rules', { 'leading-zero': 'off', 'window-too-long': 'off' });
    await has(document);
    await eventually(async () => assert.deepEqual(await texts('.squiggly-warning'), []));
  });

  it('flowlog.rules keeps what is in order when a part of it is not', async () => {
    await set('rules', {
      'leading-zero': 'hint',
      'window-too-long': 'loud',
      'no-such-rule': 'off',
    });
    await has(document, 'hint leading-zero', 'information window-too-long');
  });

  it('flowlog.columns names the columns', async () => {
    const names = 'version account-id interface-id srcaddr dstaddr srcport rack protocol';
    await set('columns', `${names} packets bytes start end action log-status`.split(' '));
    await has(document, 'information window-too-long');
    assert.match(await hoverOver('070'), /\brack\b/);
  });

  it('flowlog.timeZones adds to the hover of a time', async () => {
    await set('timeZones', ['Asia/Kathmandu']);
    await eventually(async () => {
      assert.match(await hoverOver('1710224724'), /Kathmandu.*2024-03-12 12:10:24 \+05:45/);
    });
  });

  it('flowlog.icmpByteOrder turns the reading of an ICMP type', async () => {
    const icmp = faulty.replace('50122 070 6', '7 2048 1');
    const other = await showLog('icmp-*.flowlog', icmp);
    assert.match(await hoverOver('2048'), /Echo Request \(type 8, code 0\)/);
    await set('icmpByteOrder', 'type-low');
    await eventually(async () => assert.match(await hoverOver('2048'), /type 0, code 8/));
    assert.ok(languages.getDiagnostics(other.uri).length > 0);
  });

  it('flowlog.statusBar.enabled takes the item away', async () => {
    const item = '.statusbar-item[id$="flowlog.value"]';
    await find(item);
    await set('statusBar.enabled', false);
    await eventually(async () => assert.deepEqual(await texts(item), []));
  });
});
