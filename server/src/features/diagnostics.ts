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
import { Cancelled } from '../slices';
import { findStories, NO_STORIES, type FoundStories } from './findings';
import { sendStatus } from './status';

/** Marks what is wrong: on request where the client can ask, else by notification. */
export const diagnostics: Feature = host =>
  host.capabilities.textDocument?.diagnostic ? answerRequests(host) : pushAfterChanges(host);

/** How long an answer waits for the findings of conversations, in milliseconds. */
const PATIENCE = 250;

function answerRequests(host: FeatureHost) {
  const { connection, documents, capabilities } = host;
  const refresh = () => {
    if (!capabilities.workspace?.diagnostics?.refreshSupport) return;
    const refused = () => connection.console.warn('The client did not refresh the diagnostics.');
    connection.languages.diagnostics.refresh().catch(refused);
  };
  const patience = capabilities.workspace?.diagnostics?.refreshSupport ? PATIENCE : Infinity;
  const check = checking(host, patience, refresh);
  connection.languages.diagnostics.on(
    async ({ textDocument }, token): Promise<DocumentDiagnosticReport> => {
      const document = documents.get(textDocument.uri);
      const items = document ? await check(document, token) : [];
      if (typeof items === 'object')
        return { kind: DocumentDiagnosticReportKind.Full, items: [...items] };
      // An empty answer would take away marks that still hold.
      const isStale = items === 'stale';
      const again: DiagnosticServerCancellationData = { retriggerRequest: isStale };
      const message = isStale ? 'The text has changed.' : 'Checking failed.';
      throw new ResponseError(LSPErrorCodes.ServerCancelled, message, again);
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
    if (typeof items !== 'object' || documents.get(uri) !== document) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: [...items] });
  };
  const check = checking(host, PATIENCE, document => void push(document));
  documents.onDidChangeContent(({ document }) => void push(document));
  documents.onDidConfigure(() => documents.all().forEach(document => void push(document)));
  documents.onDidClose(({ document }) => {
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return {};
}

/** The marks of a document; what kept it from being checked: a change, or an accident. */
type Marks = readonly Diagnostic[] | 'stale' | 'failed';

/**
 * Checks a document and tells the client its status. What the conversations tell is in the answer if
 * it is known in time; else `later` is called once it is.
 */
function checking(
  host: FeatureHost,
  patience: number,
  later: (document: OpenDocument) => void,
): (document: OpenDocument, token?: CancellationToken) => Promise<Marks> {
  const awaited = new WeakMap<OpenDocument, readonly unknown[]>();
  const answerLater = (
    document: OpenDocument,
    found: Promise<unknown>,
    of: readonly [text: unknown, settings: unknown],
  ) => {
    const known = awaited.get(document);
    if (known?.every((part, i) => part === of[i])) return;
    awaited.set(document, of);
    const done = () => {
      if (awaited.get(document) === of) awaited.delete(document);
    };
    found.then(() => {
      done();
      later(document);
    }, done);
  };
  const check = async (document: OpenDocument, token?: CancellationToken): Promise<Marks> => {
    const report = await document.check(token);
    const of = [document.table.chunks, host.documents.currentSettings] as const;
    // Others may wait for it when this request has been cancelled.
    const finding = findStories(host, document).catch(withoutStories(host));
    // Of a large document they are not looked for while somebody types: only known ones come in time.
    const isPatient = patience === Infinity || document.table.lines < LARGE;
    const found = await within(finding, isPatient ? patience : 0);
    if (!found) answerLater(document, finding, of);
    sendStatus(host, document, report, found);
    const problems = report.problems.map(problem =>
      toDiagnostic(problem, document.uri, host.documentation),
    );
    return [...problems, ...(found?.diagnostics ?? [])];
  };
  return guarded<Parameters<typeof check>, Marks>(host, 'Checking', 'failed', (...asked) =>
    check(...asked).catch((error: unknown) => {
      if (error instanceof Cancelled) return 'stale';
      throw error;
    }),
  );
}

/** An accident in finding stories is written down, and takes away no other mark. */
function withoutStories({ connection }: FeatureHost): (error: unknown) => FoundStories {
  return error => {
    if (error instanceof Cancelled) throw error;
    connection.console.error(`Stories failed: ${(error as Error).stack ?? String(error)}`);
    return NO_STORIES;
  };
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
