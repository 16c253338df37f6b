import { doStep } from '../vscode/steps.mjs';
import { NotHeld, openEditor } from './editor.mjs';
import { jumps } from './jumps.mjs';
import { watchMemory } from './memory.mjs';
import { find, firstRow, gone, plain, tiles } from './page.mjs';

const OPENED_WITHIN = 300_000;
const SUMMARISED_WITHIN = 300_000;

/** What the editor has to say of a file without a document, as its reader sees it. */
const SAID = [/no document of more than 50 MB/, /On: the summary/, /Off: diagnostics/];

/**
 * Opens the file, reads what the status bar says, sums it up from there, and jumps to lines.
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
    const { toSecondRefused, intoTime, toLine } = jumps(editor, file, checks);
    await toSecondRefused();
    await intoTime(line);
    await toLine(line);
  }

  async function recognised() {
    const { page } = editor;
    const item = await checks.timed('recognised', () =>
      find(page, '.statusbar-item', {
        text: /Flow log, .*: summary and reachability only/,
        timeout: 60_000,
      }),
    );
    // VS Code tells in a corner what it switches off itself, above the same item.
    await doStep(page, 'command=Notifications: Clear All Notifications');
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
    checks.equal('summary, packets', figure(shown.get('Packets')?.[1]), totals.packets);
    checks.equal('summary, bytes', figure(shown.get('Bytes')?.[1]), totals.bytes);
    checks.equal('summary, rejected', figure(shown.get('Rejected')?.[0]), totals.rejected);
    checks.equal('summary, problems', figure(shown.get('Problems')?.[0]), totals.faults);
    const [source, ...cells] = await firstRow(page, '#panel-sources');
    checks.equal('summary, largest source', source, totals.topSource);
    checks.equal('summary, its bytes', figure(cells.at(-1)), totals.topSourceBytes);
    await editor.screenshot('large file summarised');
  }
}
