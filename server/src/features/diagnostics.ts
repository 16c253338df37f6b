import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Report } from '../core/check/report';
import { guarded, type Feature, type FeatureHost } from '../feature';
import { toDiagnostic } from '../lsp/convert';
import type { OpenDocument } from '../openDocument';
import { sendStatus } from './status';

/** Marks what is wrong: on request where the client can ask, else by notification. */
export const diagnostics: Feature = host =>
  host.capabilities.textDocument?.diagnostic ? answerRequests(host) : pushAfterChanges(host);

function answerRequests(host: FeatureHost) {
  const { connection, documents, capabilities } = host;
  const check = checking(host);
  connection.languages.diagnostics.on(
    async ({ textDocument }, token): Promise<DocumentDiagnosticReport> => {
      const document = documents.get(textDocument.uri);
      const items = document ? await check(document, token) : [];
      if (items) return { kind: DocumentDiagnosticReportKind.Full, items };
      // An empty answer would take away marks that still hold: the client has to ask again.
      const again: DiagnosticServerCancellationData = { retriggerRequest: true };
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The text has changed.', again);
    },
  );
  documents.onDidConfigure(() => {
    if (capabilities.workspace?.diagnostics?.refreshSupport) {
      void connection.languages.diagnostics.refresh();
    }
  });
  return { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } };
}

function pushAfterChanges(host: FeatureHost) {
  const { connection, documents } = host;
  const check = checking(host);
  const push = async (document: OpenDocument) => {
    const { uri, version } = document;
    const items = await check(document);
    if (items) await connection.sendDiagnostics({ uri, version, diagnostics: items });
  };
  documents.onDidChangeContent(({ document }) => void push(document));
  documents.onDidConfigure(() => documents.all().forEach(document => void push(document)));
  documents.onDidClose(({ document }) => {
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return {};
}

/** Checks a document and tells the client its status; undefined if it was cut short. */
function checking(host: FeatureHost) {
  return guarded(
    host,
    'Checking',
    undefined,
    async (
      document: OpenDocument,
      token?: { readonly isCancellationRequested: boolean },
    ): Promise<Diagnostic[] | undefined> => {
      const report = await document.check(token);
      sendStatus(host, document, report);
      return toDiagnostics(host, document, report);
    },
  );
}

function toDiagnostics(host: FeatureHost, { uri }: OpenDocument, report: Report): Diagnostic[] {
  return report.problems.map(problem => toDiagnostic(problem, uri, host.documentation));
}
