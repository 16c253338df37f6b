import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Frame, type Locator, type Page } from 'playwright-core';

/**
 * The page VS Code is drawn on, for what its API cannot see: colours, hovers as rendered, panels,
 * webviews, and the keyboard and mouse of a person.
 */
export async function workbench(): Promise<Page> {
  connection ??= connect();
  const page = (await connection)
    .contexts()
    .flatMap(context => context.pages())
    .find(candidate => !candidate.url().startsWith('devtools:'));
  if (!page) throw new Error('VS Code shows no page to look at.');
  return page;
}

let connection: Promise<Browser> | undefined;

async function connect(): Promise<Browser> {
  const address = process.env['FLOWLOG_PAGE'];
  if (!address) {
    throw new Error(
      'This test looks at the page of VS Code, and FLOWLOG_PAGE does not say where it is. ' +
        'Run the suite with: npm test -- extension',
    );
  }
  try {
    // A desktop build has but its debugger; a browser is shared by whoever has opened it.
    return await (address.startsWith('http:')
      ? chromium.connectOverCDP(address)
      : chromium.connect(address));
  } catch (cause) {
    throw new Error(
      `This test looks at the page of VS Code, which does not answer at ${address}. ` +
        'With FLOWLOG_TEST_EDITOR=web in the environment the suite runs in an editor whose page does.',
      { cause },
    );
  }
}

/** Ends the connection; the page itself stays. */
export async function closePage(): Promise<void> {
  await (await connection?.catch(() => undefined))?.close();
  connection = undefined;
}

/** Writes out/screenshots/NAME.png and gives its path. */
export async function screenshot(name: string): Promise<string> {
  const path = join(process.env['FLOWLOG_PROJECT'] ?? '', 'out', 'screenshots', `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await (await workbench()).screenshot({ path, animations: 'disabled' });
  return path;
}

/** Waits for the first visible match, in the workbench or in any webview. */
export async function find(selector: string, options: FindOptions = {}): Promise<Locator> {
  const { text, timeout = 10_000 } = options;
  const page = await workbench();
  const end = Date.now() + timeout;
  do {
    for (const frame of page.frames()) {
      const matches = frame.locator(selector, text === undefined ? {} : { hasText: text });
      const match = matches.filter({ visible: true }).first();
      // A webview that is just being replaced fails or never answers; it is asked again.
      if (await answerOf(match.isVisible(), 1000).catch(() => false)) return match;
    }
    await page.waitForTimeout(50);
  } while (Date.now() < end);
  const wanted = text === undefined ? selector : `${selector} with ${String(text)}`;
  throw new Error(`Nothing visible matches ${wanted} within ${timeout} ms.`);
}

export interface FindOptions {
  /** What the element's text contains. */
  readonly text?: string | RegExp;
  readonly timeout?: number;
}

/** The text of every visible match, in the workbench and in all webviews, as rendered. */
export async function texts(selector: string): Promise<string[]> {
  const found: string[] = [];
  for (const frame of (await workbench()).frames()) {
    const matches = frame.locator(selector).filter({ visible: true });
    const answer = matches.allInnerTexts().catch(() => []);
    found.push(...(await answerOf(answer, 10_000)));
  }
  // VS Code draws the blanks of an editor as no-break spaces.
  return found.map(text => text.replaceAll('\u00a0', ' '));
}

/** What the page answers, where Playwright itself waits without end. */
async function answerOf<T>(answer: Promise<T>, timeout: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const error = new Error(`A part of the page does not answer within ${timeout} ms.`);
    timer = setTimeout(() => reject(error), timeout);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** The webview that holds a visible match. */
export async function webview(selector: string, options?: FindOptions): Promise<Frame> {
  const match = await find(selector, options);
  const frame = await (await match.elementHandle()).ownerFrame();
  if (!frame) throw new Error(`${selector} is no longer in a frame.`);
  return frame;
}

export async function click(selector: string, options?: FindOptions): Promise<void> {
  await (await find(selector, options)).click();
}

export async function hover(selector: string, options?: FindOptions): Promise<void> {
  await (await find(selector, options)).hover();
}

export async function type(text: string): Promise<void> {
  await (await workbench()).keyboard.type(text);
}

/** Presses keys by name, one chord after the other: `press('Control+K', 'Control+I')`. */
export async function press(...chords: string[]): Promise<void> {
  const { keyboard } = await workbench();
  for (const chord of chords) await keyboard.press(chord);
}

/** A computed style of the first visible match: `styleOf('.squiggly-error', 'border-bottom-color')`. */
export async function styleOf(selector: string, property: string): Promise<string> {
  const match = await find(selector);
  return match.evaluate((element, name) => {
    const { getComputedStyle } = globalThis as unknown as BrowserGlobals;
    return getComputedStyle(element).getPropertyValue(name);
  }, property);
}

interface BrowserGlobals {
  readonly getComputedStyle: (element: unknown) => { getPropertyValue(name: string): string };
}
