import { Uri, type ExtensionContext } from 'vscode';
import { startExtension, type RunningExtension } from './startExtension';

let running: RunningExtension | undefined;

/** Called by VS Code for the Web, where the server is a worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
  let worker: Worker | undefined;
  running = startExtension(context, async hooks => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } =
      await import('vscode-languageclient/browser');
    const { openClient } = await import('./server/openClient');
    // VS Code's workers are not of the class Worker, which the client would look for.
    const connect = () => {
      worker?.terminate();
      worker = new Worker(script.toString(true));
      const reader = new BrowserMessageReader(worker);
      return Promise.resolve({ reader, writer: new BrowserMessageWriter(worker) });
    };
    return openClient(
      options => new LanguageClient('flowlog', 'Flow Logs', connect, options),
      hooks,
    );
  });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
