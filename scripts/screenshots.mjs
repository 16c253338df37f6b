/**
 * node scripts/screenshots.mjs [FILE] [--theme light,dark] [--step NAME=VALUE …]
 *     [--name NAME] [--out FOLDER] [--size 1280x800] [--scale 1]
 * Opens FILE (a sample, when left out) in VS Code with the packaged extension, does the steps, and
 * writes FOLDER/NAME-THEME.png for each theme. The steps are listed in scripts/vscode/steps.mjs:
 *     --step wait=.squiggly-error --step hover=3:58 --step "command=View: Toggle Problems"
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, parse, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from './command.mjs';
import { installDependencies } from './dependencies.mjs';
import { firstSample } from './firstSample.mjs';
import { inProject } from './project.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    theme: { type: 'string', default: 'light,dark,high-contrast' },
    step: { type: 'string', multiple: true, default: [] },
    name: { type: 'string' },
    out: { type: 'string', default: inProject('out/screenshots') },
    size: { type: 'string', default: '1280x800' },
    scale: { type: 'string', default: '1' },
  },
});
const file = positionals[0] ? resolve(positionals[0]) : await firstSample();
if (!file) throw new Error('There is no sample; name a file.');
const [width = 0, height = 0] = values.size.split('x').map(Number);

await installDependencies();
if ((await runNode([inProject('scripts/build.mjs')])) !== 0) process.exit(1);

const { openBrowser } = await import('./vscode/browser.mjs');
const { installExtension } = await import('./vscode/installExtension.mjs');
const { startServer } = await import('./vscode/server.mjs');
const { doStep } = await import('./vscode/steps.mjs');
const { themes } = await import('./vscode/userSettings.mjs');
const { remoteUri, workbenchUrl } = await import('./vscode/workbenchUrl.mjs');

await mkdir(values.out, { recursive: true });
for (const theme of values.theme.split(',')) {
  const path = join(values.out, `${values.name ?? parse(file).name}-${theme}.png`);
  await shoot(file, theme, path);
  console.log(path);
}

/**
 * @param {string} file
 * @param {string} theme
 * @param {string} path
 */
async function shoot(file, theme, path) {
  const label = themes[/** @type {keyof typeof themes} */ (theme)];
  if (!label) throw new Error(`No theme "${theme}"; there are: ${Object.keys(themes).join(', ')}.`);
  const profile = await mkdtemp(join(tmpdir(), 'flowlog-'));
  const place = { dataDir: profile, extensionsDir: join(profile, 'extensions') };
  await installExtension(place.extensionsDir);
  const settings = {
    'workbench.colorTheme': label,
    // Nobody is there to be asked about a large file, in MB.
    'workbench.editorLargeFileConfirmation': 4096,
  };
  const server = await startServer({ ...place, settings });
  const { page, close } = await openBrowser({ width, height, scale: Number(values.scale) });
  try {
    await page.goto(workbenchUrl(server, dirname(file), [['openFile', remoteUri(server, file)]]));
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    for (const step of values.step) await doStep(page, step);
    // Colours and diagnostics come a moment after the text.
    await page.waitForTimeout(1500);
    await page.screenshot({ path, animations: 'disabled' });
  } finally {
    await close();
    await server.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
