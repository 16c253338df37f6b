import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { openClient, type ClientHooks } from './server/openClient';

/**
 * Starts the server as a process of its own. A bundle by itself: most editors with the extension
 * never open a flow log, and reading the language client takes longer than all the rest.
 */
export function openNodeClient(module: string, hooks: ClientHooks): Promise<BaseLanguageClient> {
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return openClient(
    options => new LanguageClient('flowlog', 'Flow Logs', { run, debug }, options),
    hooks,
  );
}
