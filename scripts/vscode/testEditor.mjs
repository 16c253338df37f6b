import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { editorCache, inProject } from '../project.mjs';
import { desktopBuild } from './desktop.mjs';

/**
 * The VS Code that runs the extension tests: what to start, and how the tests reach its page.
 *
 * @returns {Promise<{ says: string, executable: string, args: string[], env: Record<string, string> }>}
 */
export async function testEditor() {
  const desktop = await desktopBuild();
  if (!desktop) {
    const says = 'VS Code server of the npm registry, in Chromium';
    return { says, executable: await launcher(), args: [], env: {} };
  }
  const port = await freePort();
  return {
    says: 'VS Code desktop build',
    executable: desktop,
    args: [`--remote-debugging-port=${port}`],
    env: { FLOWLOG_PAGE: `http://127.0.0.1:${port}` },
  };
}

/** An executable file of this platform that runs launch.mjs with the Node of this process. */
async function launcher() {
  const script = inProject('scripts/vscode/launch.mjs');
  const windows = process.platform === 'win32';
  const file = join(editorCache, windows ? 'launch.cmd' : 'launch');
  await mkdir(editorCache, { recursive: true });
  await writeFile(
    file,
    windows
      ? `@"${process.execPath}" "${script}" %*\r\n`
      : `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`,
  );
  await chmod(file, 0o755);
  return file;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
