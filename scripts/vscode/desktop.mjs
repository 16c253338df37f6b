import { readdir } from 'node:fs/promises';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { editorCache } from '../project.mjs';

const releases = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * The executable of VS Code's desktop build, where this machine can show and get one.
 * FLOWLOG_TEST_EDITOR=web asks for the npm-delivered one instead.
 *
 * @returns {Promise<string | undefined>}
 */
export async function desktopBuild() {
  if (process.env.FLOWLOG_TEST_EDITOR === 'web' || !hasDisplay()) return undefined;
  if (!(await isCached()) && !(await isReachable())) return undefined;
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: editorCache });
  } catch (error) {
    console.log(`VS Code's desktop build could not be fetched: ${error}`);
    return undefined;
  }
}

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

async function isCached() {
  const names = await readdir(editorCache).catch(() => /** @type {string[]} */ ([]));
  return names.some(name => name.startsWith('vscode-'));
}

/** Asked first, because the download itself retries for a long time where there is no way out. */
async function isReachable() {
  try {
    return (await fetch(releases, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
