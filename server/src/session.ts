import {
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { codeActions } from './features/codeActions';
import { diagnostics } from './features/diagnostics';
import { hover } from './features/hover';
import { semanticTokens } from './features/semanticTokens';
import { token } from './features/token';
import { OpenDocuments } from './openDocuments';
import { followSettings } from './followSettings';

/** Everything the server does for an editor; a feature is a file and a line here. */
const FEATURES = [diagnostics, hover, codeActions, semanticTokens, token];

/** Serves one client until it says goodbye. */
export function startSession(connection: Connection): void {
  const documents = new OpenDocuments();
  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    const { documentation } = readOptions(initializationOptions);
    const host = { connection, documents, capabilities, documentation };
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

function readOptions(options: unknown): { documentation: string | undefined } {
  const { documentation } = (options ?? {}) as { documentation?: unknown };
  return { documentation: typeof documentation === 'string' ? documentation : undefined };
}
