import type { ExtensionContext } from 'vscode';
import { startExtension, type RunningExtension } from './startExtension';

let running: RunningExtension | undefined;

/** Called by desktop VS Code, and where extensions run on a remote machine. */
export function activate(context: ExtensionContext): void {
  running = startExtension(context, async options => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = context.asAbsolutePath('dist/server.js');
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient('flowlog', 'Flow Logs', { run, debug }, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
