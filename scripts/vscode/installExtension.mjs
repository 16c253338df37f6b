import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackExtension } from '../vsix.mjs';

/**
 * Makes the extension the only one of an extensions folder.
 *
 * @param {string} extensionsDir
 */
export async function installExtension(extensionsDir) {
  // Without a list of what is installed, VS Code takes what it finds there.
  await rm(extensionsDir, { recursive: true, force: true });
  await unpackExtension(join(extensionsDir, 'flowlog'));
}
