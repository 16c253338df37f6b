import { doStep } from '../vscode/steps.mjs';
import { linesOf } from './answers.mjs';
import { cursorLine, find } from './page.mjs';

const JUMPED_WITHIN = 60_000;
const START = 10;
const ACTION = 12;
const SOURCE = 3;

/** @typedef {Awaited<ReturnType<import('./editor.mjs').openEditor>>} Editor */

/**
 * The ways from the summary, and without it, to lines; where each leads is read from the file.
 *
 * @param {Editor} editor
 * @param {string} file
 * @param {import('./checks.mjs').Checks} checks
 */
export function jumps({ page, screenshot }, file, checks) {
  return { toSecondRefused, intoTime, toLine };

  /** The first record of the largest source that was refused, and from it to the next. */
  async function toSecondRefused() {
    const row = await find(page, '#panel-rejected-sources tbody .link');
    const source = (await row.innerText()).trim();
    await row.click();
    const next = await find(page, '.trail button:enabled', { text: 'Next' });
    await next.click();
    const line = await trailLine(/record 2 /);
    const text = await arrived(line, `the second record refused from ${source}`);
    const fields = text.split(' ');
    checks.equal('its source', fields[SOURCE], source);
    checks.equal('its action', fields[ACTION], 'REJECT');
    await screenshot('large file jumped by a row');
  }

  /**
   * The first record of the first bar that begins after a line, by the table beside the chart.
   *
   * @param {number} after
   */
  async function intoTime(after) {
    const wanted = startOf((await linesOf(file, [after])).get(after));
    await (await find(page, '.timeline summary', { text: 'As a table' })).click();
    const panel = await find(page, '#panel-timeline');
    const links = panel.locator('tbody .link');
    const times = await links.allInnerTexts();
    const begins = times.map(text => Date.parse(`${text.slice(0, 19).replace(' ', 'T')}Z`) / 1000);
    const later = begins.findIndex(begin => begin > wanted);
    const row = later < 0 ? begins.length - 1 : later;
    const begin = begins[row] ?? NaN;
    await links.nth(row).click();
    const line = await trailLine(/record 1 /);
    const text = await arrived(line, `the first record of ${times[row]}`);
    const before = (await linesOf(file, [line - 1])).get(line - 1);
    checks.holds('it begins in that time', startOf(text) >= begin);
    checks.holds('the line before it does not', startOf(before) < begin);
    await screenshot('large file jumped by a time');
  }

  /** VS Code's own way to a line. */
  async function toLine(/** @type {number} */ line) {
    await doStep(page, 'command=View: Focus First Editor Group');
    await doStep(page, `goto=${line}`);
    await arrived(line, 'Go to Line');
    await screenshot('large file jumped to a line');
  }

  /** The line that the bar above the summary names once it says what is wanted of it. */
  async function trailLine(/** @type {RegExp} */ says) {
    const trail = await find(page, '.trail .said', { text: says, timeout: JUMPED_WITHIN });
    const said = /line ([\d,]+)/.exec(await trail.innerText())?.[1] ?? '';
    return Number(said.replaceAll(',', ''));
  }

  /** Waits for the cursor in a line, and compares what is drawn there with the file; its text. */
  async function arrived(/** @type {number} */ line, /** @type {string} */ way) {
    let shown = { number: NaN, text: '' };
    await checks.timed(`line ${line}, ${way}`, async () => {
      const end = performance.now() + JUMPED_WITHIN;
      while (shown.number !== line && performance.now() < end) {
        shown = await cursorLine(page).catch(() => shown);
        await page.waitForTimeout(20);
      }
    });
    const text = (await linesOf(file, [line])).get(line) ?? '';
    checks.equal(`line ${line}, its number in the editor`, shown.number, line);
    checks.equal(`line ${line}, its text in the editor`, shown.text, text);
    return text;
  }
}

/** Seconds since 1970 at which a record begins. */
const startOf = (/** @type {string | undefined} */ line) => Number(line?.split(' ')[START]);
