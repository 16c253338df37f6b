import { workspace, type ExtensionContext } from 'vscode';
import { registerCommands } from './commands/registry';
import { LanguageChoices } from './detection/languageChoices';
import { Detection } from './detection/detection';
import { isFlowLog } from './language';
import { ServerConnection, type CreateClient } from './server/serverConnection';
import { FlowLogStatus } from './status/flowLogStatus';
import { ValueAtCursor } from './status/valueAtCursor';

export interface RunningExtension {
  stop(): Promise<void>;
}

/** Sets everything up; the server is started with the first flow log that is opened. */
export function startExtension(context: ExtensionContext, create: CreateClient): RunningExtension {
  const connection = new ServerConnection(create);
  context.subscriptions.push(
    connection,
    new FlowLogStatus(connection),
    new ValueAtCursor(connection),
    new Detection(new LanguageChoices(context.workspaceState)),
    ...registerCommands({ connection, extensionUri: context.extensionUri }),
    workspace.onDidOpenTextDocument(document => {
      if (isFlowLog(document)) void connection.start();
    }),
  );
  if (workspace.textDocuments.some(isFlowLog)) void connection.start();
  return { stop: () => connection.stop() };
}
