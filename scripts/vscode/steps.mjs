/**
 * What a screenshot may do first, each as `name=value`; the keyboard and mouse of a person.
 *
 * @type {Record<string, (page: import('playwright-core').Page, value: string) => Promise<unknown>>}
 */
export const steps = {
  goto: async (page, place) => {
    await page.keyboard.press('Control+G');
    await pick(page, place);
  },
  hover: async (page, place) => {
    await steps.goto?.(page, place);
    const shown = page.locator('.monaco-resizable-hover .monaco-hover:visible').first();
    // An extension that is still starting has no hover yet.
    for (let tries = 0; tries < 20 && !(await shown.isVisible()); tries++) {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await page.waitForTimeout(500);
    }
    if (!(await shown.isVisible())) throw new Error(`Nothing hovers at ${place}.`);
  },
  command: async (page, title) => {
    await page.keyboard.press('F1');
    // Until the list has followed the typing, Enter would run whatever stands first in it.
    const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
    await pick(page, title, () => row.waitFor());
  },
  reload: async page => {
    // A file in the address would be opened in place of the editors that there were.
    const address = new URL(page.url());
    address.searchParams.delete('payload');
    await page.goto(address.href);
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
  },
  press: (page, chord) => page.keyboard.press(chord),
  type: (page, text) => page.keyboard.type(text),
  click: async (page, selector) => (await seen(page, selector)).click(),
  mouse: async (page, selector) => (await seen(page, selector)).hover(),
  wait: (page, selector) => seen(page, selector),
  pause: (page, milliseconds) => page.waitForTimeout(Number(milliseconds)),
};

/**
 * @param {import('playwright-core').Page} page
 * @param {string} text `name=value`
 */
export async function doStep(page, text) {
  const [name = '', value = ''] = text.split(/=(.*)/s);
  const step = steps[name];
  if (!step) throw new Error(`No step "${name}"; there are: ${Object.keys(steps).join(', ')}.`);
  await step(page, value);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} text
 * @param {() => Promise<unknown>} [isListed]
 */
async function pick(page, text, isListed) {
  const input = page.locator('.quick-input-widget input[type=text]:visible');
  await input.waitFor();
  await page.keyboard.type(text);
  // The list follows the typing a moment later.
  await (isListed ? isListed() : page.waitForTimeout(500));
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/**
 * The first visible match, in the workbench or in a webview.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} selector
 */
async function seen(page, selector) {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const match = frame.locator(selector).filter({ visible: true }).first();
      if (await match.isVisible().catch(() => false)) return match;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`Nothing visible matches ${selector}.`);
}
