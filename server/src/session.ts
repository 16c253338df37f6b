import {
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { callHierarchy } from './features/callHierarchy';
import { codeActions } from './features/codeActions';
import { codeLens } from './features/codeLens';
import { definition } from './features/definition';
import { diagnostics } from './features/diagnostics';
import { hover } from './features/hover';
import { references } from './features/references';
import { stories } from './features/stories';
import { summary } from './features/summary';
import { summaryLines } from './features/summaryLines';
import { semanticTokens } from './features/semanticTokens';
import { token } from './features/token';
import type { FileAccess } from './fileAccess';
import { OpenDocuments } from './openDocuments';
import { followSettings } from './followSettings';

/** Everything the server does for an editor; a feature is a file and a line here. */
const FEATURES = [
  diagnostics,
  hover,
  codeActions,
  semanticTokens,
  token,
  summary,
  summaryLines,
  stories,
  definition,
  references,
  callHierarchy,
  codeLens,
];

/** Serves one client until it says goodbye. */
export function startSession(connection: Connection, files?: FileAccess): void {
  const documents = new OpenDocuments(files?.help);
  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    const options = readOptions(initializationOptions);
    const host = { connection, documents, capabilities, files, ...options };
    const announced: ServerCapabilities = {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    };
    for (const feature of FEATURES) Object.assign(announced, feature(host));
    followSettings(host);
    return { serverInfo: { name: 'Flow Logs' }, capabilities: announced };
  });
  documents.listen(connection);
  connection.listen();
}

function readOptions(options: unknown) {
  const { documentation, explainCommand } = (options ?? {}) as Record<string, unknown>;
  return { documentation: textOr(documentation), explainCommand: textOr(explainCommand) };
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
