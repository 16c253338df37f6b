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
];

/**
 * Opens a Chromium with a profile of its own.
 *
 * @param {{ width?: number, height?: number, scale?: number }} [size]
 */
export async function openBrowser({ width = 1280, height = 800, scale = 1 } = {}) {
  const executablePath = await installChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...flags, `--force-device-scale-factor=${scale}`, `--window-size=${width},${height}`],
    headless: true,
  });
  // An emulated viewport would belong to this connection alone; a window is everyone's.
  const context = await browser.newContext({ viewport: null });
  const page = await context.newPage();
  /**
   * Gives the address at which a second process, such as a test in the extension host, has the same
   * page through this connection. One of its own to Chromium would get all that VS Code reads of its
   * files, compressed as slowly as 3 MB/s, and hear of nothing else meanwhile.
   */
  const share = async () => {
    const { endpoint } = await browser.bind('Flow Logs', { host: '127.0.0.1', port: 0 });
    return endpoint;
  };
  const close = async () => {
    await browser.unbind();
    await browser.close();
  };
  return { page, share, close };
}
