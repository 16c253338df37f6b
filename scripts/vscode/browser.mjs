import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { installChromium } from './installChromium.mjs';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-proxy-server',
  // Whatever a page asks for, only this machine answers.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--remote-debugging-port=0',
];

/**
 * Opens a Chromium with a profile of its own.
 *
 * @param {{ width?: number, height?: number, scale?: number }} [size]
 */
export async function openBrowser({ width = 1280, height = 800, scale = 1 } = {}) {
  const executablePath = await installChromium();
  const profile = await mkdtemp(join(tmpdir(), 'flowlog-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...flags, `--force-device-scale-factor=${scale}`, `--window-size=${width},${height}`],
    headless: true,
    // An emulated viewport would belong to this connection alone; a window is everyone's.
    viewport: null,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    debugger: await debuggerAddress(profile),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Where a second process, such as a test in the extension host, reaches the same page.
 *
 * @param {string} profile
 */
async function debuggerAddress(profile) {
  const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}
