import { open as openFile } from 'node:fs/promises';
import type { ExtensionContext } from 'vscode';
import type { ReadHead } from './largeFiles/largeFile';
import type { OpenClient } from './server/serverConnection';
import { startExtension, type RunningExtension } from './startExtension';

let running: RunningExtension | undefined;

/** Called by desktop VS Code, and where extensions run on a remote machine. */
export function activate(context: ExtensionContext): void {
  const open: OpenClient = async hooks => {
    const { openNodeClient } = await import('./nodeClient');
    return openNodeClient(context.asAbsolutePath('dist/server.mjs'), hooks);
  };
  running = startExtension(context, open, readHead);
}

const readHead: ReadHead = async (path, bytes) => {
  const file = await openFile(path, 'r');
  try {
    const head = new Uint8Array(bytes);
    const { bytesRead } = await file.read(head, 0, bytes, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
