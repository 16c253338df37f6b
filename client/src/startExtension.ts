import { workspace, type ExtensionContext, type Uri } from 'vscode';
import { PREPARE_SUMMARY, type PrepareParams } from '../../server/src/core/summaryRequests';
import { registerCommands } from './commands/registry';
import { LanguageChoices } from './detection/languageChoices';
import { Detection } from './detection/detection';
import { isFlowLog } from './language';
import type { ReadHead } from './largeFiles/largeFile';
import { LargeFiles } from './largeFiles/largeFiles';
import { ExplainPanels } from './panels/explainPanels';
import { SummaryPanels } from './panels/summaryPanels';
import { ServerConnection, type OpenClient } from './server/serverConnection';
import { FlowLogStatus } from './status/flowLogStatus';
import { ValueAtCursor } from './status/valueAtCursor';

export interface RunningExtension {
  stop(): Promise<void>;
}

/**
 * Sets everything up; the server is started with the first flow log that is opened. Without
 * `readHead` a file is known by its document alone.
 */
export function startExtension(
  context: ExtensionContext,
  open: OpenClient,
  readHead?: ReadHead,
): RunningExtension {
  const { extensionUri } = context;
  const connection = new ServerConnection(open);
  const start = () => void connection.start();
  const prepareSummary = (uri: Uri) => {
    void connection.tell(PREPARE_SUMMARY, { uri: uri.toString() } satisfies PrepareParams);
  };
  const explainPanels = new ExplainPanels(connection, extensionUri);
  const summaryPanels = new SummaryPanels(connection, extensionUri);
  context.subscriptions.push(
    connection,
    new FlowLogStatus(connection),
    new ValueAtCursor(connection),
    new LargeFiles(readHead, prepareSummary),
    new Detection(new LanguageChoices(context.workspaceState)),
    explainPanels,
    summaryPanels,
    ...registerCommands({ connection, extensionUri, explainPanels, summaryPanels }),
    workspace.onDidOpenTextDocument(document => {
      if (isFlowLog(document)) start();
    }),
  );
  if (workspace.textDocuments.some(isFlowLog)) start();
  return { stop: () => connection.stop() };
}
