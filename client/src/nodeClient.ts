import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { openClient, type ClientHooks } from './server/openClient';
import serverProcess from './serverProcess.json';

/**
 * Where memory comes from the GNU C library, it keeps what was freed of large pieces for the next
 * ones, unless told from which size on (in bytes) to give them back. After the summary of a large
 * file that is some 40 MB.
 */
const { env } = serverProcess;

/**
 * Starts the server as a process of its own. A bundle by itself: most editors with the extension
 * never open a flow log, and reading the language client takes longer than all the rest.
 */
export function openNodeClient(module: string, hooks: ClientHooks): Promise<BaseLanguageClient> {
  const run = { module, transport: TransportKind.ipc, options: { env } };
  const debug = { ...run, options: { env, execArgv: ['--nolazy', '--inspect=6009'] } };
  return openClient(
    options => new LanguageClient('flowlog', 'Flow Logs', { run, debug }, options),
    hooks,
  );
}
