import { find, workbench } from './page.js';

/**
 * Rests the mouse on a text of the visible editor, as a person does, and gives what the hover that
 * comes up says. `line` (1-based, and in view) tells equal texts apart.
 */
export async function hoverOver(text: string, line?: number): Promise<string> {
  const { mouse } = await workbench();
  for (let tries = 0; tries < 5; tries++) {
    const { x, y } = await middleOf(text, line);
    // A hover that is still open would be taken for the new one.
    await mouse.move(0, 0);
    await (await workbench()).locator(shownHover).waitFor({ state: 'hidden' });
    await mouse.move(x - 1, y);
    await mouse.move(x, y);
    const said = await (await find(shownHover)).innerText();
    // Lenses may have come in above the line meanwhile, and moved the text away from the mouse.
    const now = await middleOf(text, line);
    if (now.x === x && now.y === y) return said;
  }
  throw new Error(`${text} does not come to rest.`);
}

const shownHover = '.monaco-editor .monaco-resizable-hover .monaco-hover:visible';

/** The colour in which a text of the visible editor is drawn, as the browser computed it. */
export async function colorOf(text: string, line?: number): Promise<string> {
  return (await middleOf(text, line)).color;
}

async function middleOf(text: string, line: number | undefined): Promise<DrawnText> {
  const page = await workbench();
  const end = Date.now() + 5000;
  do {
    const drawn = await page.evaluate<DrawnText | undefined, Wanted>(locateText, { text, line });
    if (drawn) return drawn;
    await page.waitForTimeout(50);
  } while (Date.now() < end);
  throw new Error(
    `No visible editor shows ${text}${line === undefined ? '' : ` in line ${line}`}.`,
  );
}

interface Wanted {
  readonly text: string;
  readonly line: number | undefined;
}

interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

/** Runs in the page. An editor draws a line as a row of spans, one for each run of one colour. */
function locateText({ text, line }: Wanted): DrawnText | undefined {
  const { document, getComputedStyle } = globalThis as unknown as BrowserGlobals;
  for (const row of document.querySelectorAll('.monaco-editor .view-line')) {
    const number = lineNumberBeside(row);
    if (line !== undefined && number !== String(line)) continue;
    const start = row.textContent.replaceAll('\u00a0', ' ').indexOf(text);
    if (start < 0) continue;
    return drawnAt(row, start + Math.floor(text.length / 2));
  }
  return undefined;

  function lineNumberBeside(row: PageElement): string | undefined {
    const top = row.getBoundingClientRect().top;
    return [...document.querySelectorAll('.monaco-editor .line-numbers')]
      .find(element => Math.abs(element.getBoundingClientRect().top - top) < 2)
      ?.textContent.trim();
  }

  function drawnAt(row: PageElement, offset: number): DrawnText | undefined {
    let before = 0;
    for (const span of row.querySelectorAll('span > span')) {
      const { length } = span.textContent;
      if (offset < before + length) {
        const box = span.getBoundingClientRect();
        const x = box.left + ((offset - before + 0.5) / length) * box.width;
        return { x, y: box.top + box.height / 2, color: getComputedStyle(span).color };
      }
      before += length;
    }
    return undefined;
  }
}

interface PageElement {
  readonly textContent: string;
  getBoundingClientRect(): { left: number; top: number; width: number; height: number };
  querySelectorAll(selector: string): Iterable<PageElement>;
}

interface BrowserGlobals {
  readonly document: { querySelectorAll(selector: string): Iterable<PageElement> };
  readonly getComputedStyle: (element: PageElement) => { readonly color: string };
}
