import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import { accessibilityFaults } from '../support/accessibility';
import { eventually } from '../support/eventually';
import { click, find, press, screenshot, styleOf, texts, workbench } from '../support/page';
import { showLog } from '../client/documents';
import { VIEW, explain, focused } from './explainView';
import { STORIES } from './stories';

/** The themes, and the files that VS Code marks its page with. */
const THEMES = {
  'Default Dark Modern': 'dark_modern',
  'Default Light Modern': 'light_modern',
  'Default High Contrast': 'hc_black',
  'Default High Contrast Light': 'hc_light',
};

describe('The view of Explain Reachability', () => {
  const section = workspace.getConfiguration('workbench');
  const before = section.get('colorTheme');

  beforeEach(async () => {
    await showLog('view-*.flowlog', STORIES);
    await explain();
  });
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => section.update('colorTheme', before, ConfigurationTarget.Global));

  for (const [theme, file] of Object.entries(THEMES)) {
    it(`has no fault that axe finds in ${theme}`, async () => {
      await section.update('colorTheme', theme, ConfigurationTarget.Global);
      await find(`.monaco-workbench.vscode-theme-defaults-themes-${file}-json`);
      const count = (await texts('.story')).length;
      await click('[role=listbox]');
      for (let i = 0; i < count; i++) {
        assert.deepEqual(await accessibilityFaults(VIEW), []);
        await press('ArrowDown');
      }
      await press('Home');
      await screenshot(`explain ${theme}`);
    });
  }

  it('can be read in forced colours', async () => {
    const page = await workbench();
    await page.emulateMedia({ forcedColors: 'active' });
    try {
      assert.deepEqual(await accessibilityFaults(VIEW), []);
      const stroke = (mark: string) => styleOf(`.mark-${mark} circle`, 'stroke');
      assert.equal(await stroke('stopped'), await styleOf('main', 'color'));
      await screenshot('explain forced colours');
    } finally {
      await page.emulateMedia({ forcedColors: 'none' });
    }
  });

  it('is walked with the Tab key, from the filter to the last link', async () => {
    await click('#filter');
    const stops = [await focused()];
    for (let i = 0; i < 9; i++) {
      await press('Tab');
      stops.push(await focused());
    }
    assert.deepEqual(stops, [
      'input#filter',
      'select#code',
      'button.chip chip-proved proved (2)',
      'button.chip chip-likely likely (0)',
      'button.chip chip-undecided undecided (3)',
      'div.stories',
      'div.details',
      'button.record link line 1',
      'button.record link line 2',
      'button.copy Copy query',
    ]);
    await press('Shift+Tab');
    assert.equal(await focused(), 'button.record link line 2');
  });

  it('is used with the keyboard alone', async () => {
    await click('#filter');
    for (let i = 0; i < 5; i++) await press('Tab');
    const [first] = await texts('#story-heading');
    await press('ArrowDown');
    await eventually(async () => assert.notEqual((await texts('#story-heading'))[0], first));
    await press('End');
    await eventually(async () =>
      assert.deepEqual(await texts('#story-heading'), ['Accepted both ways']),
    );
    await press('Shift+Tab', 'Enter');
    await eventually(async () =>
      assert.ok((await texts('.story .badge')).every(badge => badge === 'undecided')),
    );
    await press('Tab');
    assert.equal(await focused(), 'button.clear Clear filter');
    await press('Enter');
    assert.equal(await focused(), 'input#filter');
  });

  it('shows where the focus is', async () => {
    await click('#filter');
    for (let i = 0; i < 9; i++) {
      await press('Tab');
      const outline = await (
        await find('main :focus')
      ).evaluate(element => {
        const { getComputedStyle } = globalThis as unknown as StyledPage;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return `${outlineStyle} ${outlineWidth}`;
      });
      assert.match(outline, /^(?:solid|auto) [1-9]/, await focused());
    }
  });
});

interface StyledPage {
  readonly getComputedStyle: (element: unknown) => {
    readonly outlineStyle: string;
    readonly outlineWidth: string;
  };
}
