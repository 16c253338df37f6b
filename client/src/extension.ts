import { open } from 'node:fs/promises';
import type { ExtensionContext } from 'vscode';
import type { ReadHead } from './largeFiles/largeFile';
import type { CreateClient } from './server/serverConnection';
import { startExtension, type RunningExtension } from './startExtension';

let running: RunningExtension | undefined;

/** Called by desktop VS Code, and where extensions run on a remote machine. */
export function activate(context: ExtensionContext): void {
  const create: CreateClient = async options => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = context.asAbsolutePath('dist/server.js');
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient('flowlog', 'Flow Logs', { run, debug }, options);
  };
  running = startExtension(context, create, readHead);
}

const readHead: ReadHead = async (path, bytes) => {
  const file = await open(path, 'r');
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
