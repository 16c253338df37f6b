import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import { openSample } from '../editor/samples';
import { accessibilityFaults } from '../support/accessibility';
import { click, find, screenshot, webview } from '../support/page';
import { showSummary } from './summaryView';

/** The themes, and the files that VS Code marks its page with. */
const THEMES = {
  'Default Dark Modern': 'dark_modern',
  'Default Light Modern': 'light_modern',
  'Default High Contrast': 'hc_black',
  'Default High Contrast Light': 'hc_light',
};

describe('The page of Show Summary', () => {
  const section = workspace.getConfiguration('workbench');
  const before = section.get('colorTheme');

  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => section.update('colorTheme', before, ConfigurationTarget.Global));

  for (const [theme, file] of Object.entries(THEMES)) {
    it(`has no fault that axe finds in ${theme}`, async () => {
      await section.update('colorTheme', theme, ConfigurationTarget.Global);
      await find(`.monaco-workbench.vscode-theme-defaults-themes-${file}-json`);
      await openSample('nodata-skipdata.log');
      await showSummary();
      await click('summary', { text: 'As a table' });
      await find('#panel-timeline');
      await click('#panel-sources tbody .link');
      await find('.trail');
      assert.deepEqual(await accessibilityFaults('.tiles'), []);
      await screenshot(`summary ${theme}`);
    });
  }

  for (const sample of ['all-faults.log', 'ccn-key-value.log']) {
    it(`shows all of ${sample}`, async () => {
      await section.update('colorTheme', 'Default Dark Modern', ConfigurationTarget.Global);
      await openSample(sample);
      await showSummary();
      await commands.executeCommand('workbench.action.maximizeEditorHideSidebar');
      for (const panel of ['.series', '.findings', '[aria-labelledby=coverage]']) {
        const [first] = await (await webview('.tiles')).locator(panel).all();
        await first?.scrollIntoViewIfNeeded();
        await screenshot(`summary ${sample} ${panel.replace(/\W/g, '')}`);
      }
      await commands.executeCommand('workbench.action.evenEditorWidths');
    });
  }

  it('fits into a narrow editor', async () => {
    await openSample('ccn-key-value.log');
    await showSummary();
    for (let i = 0; i < 12; i++)
      await commands.executeCommand('workbench.action.decreaseViewWidth');
    const frame = await webview('.tiles');
    const [wide, room] = await frame.evaluate(() => {
      const { document } = globalThis as unknown as Page;
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth] as const;
    });
    await screenshot('summary narrow');
    assert.ok(room < 500, String(room));
    assert.ok(wide <= room, `${wide} > ${room}`);
    await commands.executeCommand('workbench.action.evenEditorWidths');
  });
});

interface Page {
  readonly document: {
    readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number };
  };
}
