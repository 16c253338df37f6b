import { doStep } from '../vscode/steps.mjs';
import { lineOf } from './answers.mjs';
import { NotHeld, openEditor } from './editor.mjs';
import { watchMemory } from './memory.mjs';
import { cursorLine, find, gone, plain, tiles } from './page.mjs';

const OPENED_WITHIN = 300_000;
const SUMMARISED_WITHIN = 300_000;
const JUMPED_WITHIN = 30_000;

/** What the editor has to say of a file without a document, as its reader sees it. */
const SAID = [/no document of more than 50 MB/, /On: the summary/, /Off: diagnostics/];

/**
 * Opens the file, reads what the status bar says, sums it up from there, and jumps to a line.
 *
 * @param {string} file
 * @param {{ line: number, totals: import('./answers.mjs').Totals }} expected
 * @param {import('./checks.mjs').Checks} checks
 */
export async function tryEditor(file, { line, totals }, checks) {
  const editor = await openEditor(file);
  const stopWatching = watchMemory();
  try {
    await Promise.race([looked(), editor.crashed]);
  } catch (error) {
    await editor.screenshot('large file failed').catch(() => undefined);
    throw error;
  } finally {
    const peaks = [...stopWatching()].map(([kind, size]) => `${kind} ${size.toFixed(0)} MB`);
    console.log(`  peak memory: ${peaks.join(', ')}`);
    await editor.close();
  }

  async function looked() {
    const { page } = editor;
    await checks.timed('opened', async () => {
      await editor.open();
      await find(page, '.monaco-editor .view-line', { timeout: OPENED_WITHIN }).catch(error => {
        throw new NotHeld(error.message);
      });
    });
    await recognised();
    await summarised();
    await jumpedFromRow();
    await jumpedTo(line);
  }

  async function recognised() {
    const { page } = editor;
    const item = await checks.timed('recognised', () =>
      find(page, '.statusbar-item', { text: /Flow log, .*: summary only/, timeout: 60_000 }),
    );
    console.log(`  the status bar says: ${(await item.innerText()).trim()}`);
    await item.hover();
    const hover = await find(page, '.monaco-hover', { text: 'no document' });
    const text = plain(await hover.innerText());
    console.log(text.trim().replace(/^/gm, '    '));
    for (const said of SAID) checks.holds(`its hover says ${said.source}`, said.test(text));
    await editor.screenshot('large file recognised');
    await item.click();
  }

  async function summarised() {
    const { page } = editor;
    await checks.timed('first figures', () => find(page, '.tiles', { timeout: SUMMARISED_WITHIN }));
    await checks.timed('all figures', () => gone(page, '.progress', SUMMARISED_WITHIN));
    const shown = await tiles(page);
    const figure = (/** @type {string | undefined} */ text) => Number(text?.replaceAll(',', ''));
    checks.equal('summary, records', figure(shown.get('Records')?.[0]), totals.records);
    checks.equal('summary, bytes', figure(shown.get('Bytes')?.[1]), totals.bytes);
    checks.equal('summary, rejected', figure(shown.get('Rejected')?.[0]), totals.rejected);
    await editor.screenshot('large file summarised');
  }

  /** The first record of a row, and the next one of the same row. */
  async function jumpedFromRow() {
    const { page } = editor;
    const row = await find(page, '#panel-rejected-sources tbody .link');
    const source = (await row.innerText()).trim();
    await row.click();
    const next = await find(page, '.trail button:enabled', { text: 'Next' });
    await next.click();
    const trail = await find(page, '.trail .said', { text: /line [\d,]+, record 2/ });
    const said = Number(/line ([\d,]+)/.exec(await trail.innerText())?.[1]?.replaceAll(',', ''));
    const text = await lineOf(file, said);
    await checks.timed(`jumped to line ${said}, the second record refused from ${source}`, () =>
      arrived(said, text),
    );
    checks.holds(
      'that line is one of them',
      text.includes(` ${source} `) && text.includes(' REJECT '),
    );
    await editor.screenshot('large file jumped by a row');
  }

  async function jumpedTo(/** @type {number} */ wanted) {
    const { page } = editor;
    const text = await lineOf(file, wanted);
    await doStep(page, 'command=View: Focus First Editor Group');
    await checks.timed(`jumped to line ${wanted} by Go to Line`, async () => {
      await doStep(page, `goto=${wanted}`);
      await arrived(wanted, text);
    });
    await editor.screenshot('large file jumped to a line');
  }

  /** Waits until the cursor's line is the one wanted, and compares what is drawn with the file. */
  async function arrived(/** @type {number} */ wanted, /** @type {string} */ text) {
    const end = performance.now() + JUMPED_WITHIN;
    let shown = { number: NaN, text: '' };
    while (shown.number !== wanted && performance.now() < end) {
      shown = await cursorLine(editor.page).catch(() => shown);
      await editor.page.waitForTimeout(20);
    }
    checks.equal(`line ${wanted}, its number in the editor`, shown.number, wanted);
    checks.equal(`line ${wanted}, its text in the editor`, shown.text, text);
  }
}
