import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { LARGE } from '../documentStories';
import { guarded, type Feature, type FeatureHost } from '../feature';
import { toDiagnostic } from '../lsp/convert';
import type { OpenDocument } from '../openDocument';
import { findStories } from './findings';
import { sendStatus } from './status';

/** Marks what is wrong: on request where the client can ask, else by notification. */
export const diagnostics: Feature = host =>
  host.capabilities.textDocument?.diagnostic ? answerRequests(host) : pushAfterChanges(host);

/** How long an answer waits for the findings of conversations, in milliseconds. */
const PATIENCE = 250;

function answerRequests(host: FeatureHost) {
  const { connection, documents, capabilities } = host;
  const refresh = () => {
    if (capabilities.workspace?.diagnostics?.refreshSupport) {
      void connection.languages.diagnostics.refresh();
    }
  };
  const patience = capabilities.workspace?.diagnostics?.refreshSupport ? PATIENCE : Infinity;
  const check = checking(host, patience, refresh);
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
  documents.onDidConfigure(refresh);
  return { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } };
}

function pushAfterChanges(host: FeatureHost) {
  const { connection, documents } = host;
  const push = async (document: OpenDocument) => {
    const { uri, version } = document;
    const items = await check(document);
    // Marks of a document that has been closed meanwhile would stay for good.
    if (!items || documents.get(uri) !== document) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: items });
  };
  const check = checking(host, PATIENCE, document => void push(document));
  documents.onDidChangeContent(({ document }) => void push(document));
  documents.onDidConfigure(() => documents.all().forEach(document => void push(document)));
  documents.onDidClose(({ document }) => {
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return {};
}

/**
 * Checks a document and tells the client its status; undefined if it was cut short. What the
 * conversations tell is in the answer if it is known in time; else `later` is called once it is.
 */
function checking(
  host: FeatureHost,
  patience: number,
  later: (document: OpenDocument) => void,
): (document: OpenDocument, token?: CancellationToken) => Promise<Diagnostic[] | undefined> {
  const awaited = new WeakMap<OpenDocument, unknown>();
  const answerLater = (document: OpenDocument, found: Promise<unknown>) => {
    const { chunks } = document.table;
    if (awaited.get(document) === chunks) return;
    awaited.set(document, chunks);
    const done = () => {
      if (awaited.get(document) === chunks) awaited.delete(document);
    };
    found.then(() => {
      done();
      later(document);
    }, done);
  };
  return guarded(host, 'Checking', undefined, async (document, token) => {
    const report = await document.check(token);
    // Others may wait for it when this request has been cancelled.
    const finding = findStories(host, document);
    // Of a large document they are not looked for while somebody types: only known ones come in time.
    const isPatient = patience === Infinity || document.table.lines < LARGE;
    const found = await within(finding, isPatient ? patience : 0);
    if (!found) answerLater(document, finding);
    sendStatus(host, document, report, found);
    const problems = report.problems.map(problem =>
      toDiagnostic(problem, document.uri, host.documentation),
    );
    return [...problems, ...(found?.diagnostics ?? [])];
  });
}

/** What a promise gives if it does so soon, else undefined. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  if (milliseconds === Infinity) return promise;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
