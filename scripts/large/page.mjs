/** @typedef {import('playwright-core').Page} Page */

/**
 * Waits for the first visible match, in the workbench or in any webview.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {{ text?: string | RegExp, timeout?: number }} [options]
 */
export async function find(page, selector, { text, timeout = 15_000 } = {}) {
  const end = performance.now() + timeout;
  do {
    for (const frame of page.frames()) {
      const matches = frame.locator(selector, text === undefined ? {} : { hasText: text });
      const match = matches.filter({ visible: true }).first();
      if (await match.isVisible().catch(() => false)) return match;
    }
    await page.waitForTimeout(50);
  } while (performance.now() < end);
  throw new Error(
    `Nothing visible matches ${selector}${text ? ` with ${text}` : ''} after ${timeout} ms.`,
  );
}

/**
 * Waits until nothing visible matches any more.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {number} timeout in ms
 */
export async function gone(page, selector, timeout) {
  const end = performance.now() + timeout;
  while (performance.now() < end) {
    const counts = page.frames().map(frame =>
      frame
        .locator(selector)
        .filter({ visible: true })
        .count()
        .catch(() => 0),
    );
    if ((await Promise.all(counts)).every(count => count === 0)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`${selector} is still to be seen after ${timeout} ms.`);
}

/**
 * The figures on top of the summary: the value and the line below it, by their name.
 *
 * @param {Page} page
 * @returns {Promise<Map<string, string[]>>}
 */
export async function tiles(page) {
  const list = await find(page, '.tiles');
  const texts = await list.locator('.tile').allInnerTexts();
  return new Map(
    texts.map(text => {
      const [name = '', ...rest] = text.split('\n').filter(line => line.trim() !== '');
      return [name, rest];
    }),
  );
}

/**
 * The cells of a table's first row.
 *
 * @param {Page} page
 * @param {string} panel
 */
export async function firstRow(page, panel) {
  const row = await find(page, `${panel} tbody tr`);
  const texts = await row.locator('th, td').allInnerTexts();
  return texts.map(text => text.trim());
}

/**
 * The number and the text of the line that the cursor is in, as they are drawn.
 *
 * @param {Page} page
 */
export async function cursorLine(page) {
  const number = page.locator('.line-numbers.active-line-number:visible').first();
  const row = number.locator('xpath=..');
  const top = await row.evaluate(element => element.style.top);
  const editor = row.locator('xpath=ancestor::*[contains(@class,"monaco-editor")][1]');
  const lines = editor.locator('.view-line');
  const tops = await lines.evaluateAll(elements => elements.map(element => element.style.top));
  const text = await lines.nth(tops.indexOf(top)).innerText();
  return { number: Number(await number.innerText()), text: plain(text) };
}

/** VS Code draws blanks as no-break spaces. */
export const plain = (/** @type {string} */ text) => text.replaceAll('\u00a0', ' ');
