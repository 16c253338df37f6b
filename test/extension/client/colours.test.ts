import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import { colorOf } from '../support/editorText';
import { eventually } from '../support/eventually';
import { find, screenshot } from '../support/page';
import { ACCEPTED, NO_DATA, REJECTED, showLog } from './documents';

const keyValue = (record: string) => {
  const names =
    'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
  const values = record.split(' ');
  return names
    .split(' ')
    .map((name, i) => `${name}:${values[i] ?? ''}`)
    .join(' ');
};

/** The verdicts of a flow log in every form, one to a line. */
const lines = [
  ACCEPTED,
  REJECTED,
  NO_DATA,
  NO_DATA.replace('NODATA', 'SKIPDATA'),
  keyValue(ACCEPTED),
  keyValue(REJECTED),
  keyValue(NO_DATA),
  '10.0.0.1 ap-guangzhou 22 1710224724 10.1.0.1 V1 3 ccn-1a2b3c4d 6 ap-shanghai 400 ACCEPT ap-guangzhou 5555 1710224784 OK',
  'V1 ap-guangzhou ccn-1a2b3c4d 10.0.0.1 10.1.0.1 5555 22 6 ap-guangzhou ap-shanghai 3 400 1710224724 1710224784 REJECT OK',
  'action srcaddr log-status bytes',
  'REJECT 192.0.2.10 OK 60',
];

/** The themes, and the files that VS Code marks its page with. */
const themes = {
  'Default Dark Modern': 'dark_modern',
  'Default Light Modern': 'light_modern',
  'Default High Contrast': 'hc_black',
  'Default High Contrast Light': 'hc_light',
};

describe('The colours of a flow log', () => {
  const section = workspace.getConfiguration('workbench');
  const before = section.get('colorTheme');

  after(async () => {
    await section.update('colorTheme', before, ConfigurationTarget.Global);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [theme, file] of Object.entries(themes)) {
    it(`tell refused, let through and nothing seen apart in ${theme}`, async () => {
      await section.update('colorTheme', theme, ConfigurationTarget.Global);
      await find(`.monaco-workbench.vscode-theme-defaults-themes-${file}-json`);
      await showLog('colours-*.flowlog', lines.join('\n'));
      // Colours come a moment after the text.
      const colors = await eventually(async () => {
        const seen = {
          reject: await colorOf('REJECT', 2),
          accept: await colorOf('ACCEPT', 1),
          noData: await colorOf('NODATA', 3),
          plain: await colorOf('OK', 1),
        };
        assert.equal(new Set(Object.values(seen)).size, 4, JSON.stringify(seen));
        return seen;
      });
      assert.equal(await colorOf('SKIPDATA', 4), colors.noData);
      for (const line of [6, 9, 11]) assert.equal(await colorOf('REJECT', line), colors.reject);
      for (const line of [5, 8]) assert.equal(await colorOf('ACCEPT', line), colors.accept);
      await screenshot(`colours ${theme}`);
    });
  }
});
