import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inProject } from '../project.mjs';
import { openBrowser } from '../vscode/browser.mjs';
import { installExtension } from '../vscode/installExtension.mjs';
import { startServer } from '../vscode/server.mjs';
import { themes } from '../vscode/userSettings.mjs';
import { remoteUri, workbenchUrl } from '../vscode/workbenchUrl.mjs';

/** So many MB VS Code opens without a question; the one from npm asks from 10 MB by itself. */
const ASKED_FROM = 100_000;

/** Chromium or VS Code could not show the file at all. */
export class NotHeld extends Error {}

/**
 * Shows a file in the VS Code of the npm registry, in a headless Chromium with a fresh profile.
 *
 * @param {string} file
 */
export async function openEditor(file) {
  const profile = await mkdtemp(join(tmpdir(), 'flowlog-'));
  const place = { dataDir: profile, extensionsDir: join(profile, 'extensions') };
  await installExtension(place.extensionsDir);
  const settings = {
    'workbench.colorTheme': themes.dark,
    'workbench.editorLargeFileConfirmation': ASKED_FROM,
  };
  const server = await startServer({ ...place, settings });
  const { page, close } = await openBrowser({ width: 1600, height: 1000 });
  /** @type {Promise<never>} */
  const crashed = new Promise((_, reject) => {
    page.once('crash', () => reject(new NotHeld('the page that shows VS Code crashed')));
  });
  crashed.catch(() => undefined);
  return {
    page,
    /** Rejects when the page dies, which no wait of Playwright's notices. */
    crashed,
    /** Begins the workbench with the file open. */
    open: () =>
      page.goto(workbenchUrl(server, dirname(file), [['openFile', remoteUri(server, file)]])),
    /** Writes out/screenshots/NAME.png and says so. */
    screenshot: async (/** @type {string} */ name) => {
      const path = inProject('out', 'screenshots', `${name}.png`);
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path, animations: 'disabled' });
      console.log(`  ${path}`);
    },
    close: async () => {
      await close();
      await server.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
