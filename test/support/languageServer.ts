import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  CodeActionRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializeRequest,
  InitializedNotification,
  LogMessageNotification,
  MessageType,
  PublishDiagnosticsNotification,
  SemanticTokensRangeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type SemanticTokens,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import {
  STATUS_NOTIFICATION,
  TOKEN_REQUEST,
  type DocumentStatus,
  type TokenResult,
} from '../../server/src/core/requests';
import { Awaited } from './awaited';

const program = join(__dirname, '..', '..', 'dist', 'server.mjs');

/** How an editor presents itself. */
export interface EditorOptions {
  /** Asks for diagnostics, or waits until it gets them. */
  readonly diagnostics?: 'pulled' | 'pushed';
  /** The section `flowlog` of its settings. */
  readonly settings?: unknown;
  /** What it waits for before it sends them. */
  readonly settingsAfter?: Promise<unknown>;
  readonly initializationOptions?: unknown;
  /** What it answers when it is asked to pull diagnostics again. */
  readonly refresh?: () => unknown;
}

/** The built server, spoken to as an editor does. */
export class LanguageServer {
  readonly published = new Awaited<PublishDiagnosticsParams>();
  readonly statuses = new Awaited<DocumentStatus>();
  /** Errors that the server wrote to the log. */
  readonly errors: string[] = [];
  readonly refreshes = new Awaited<true>();
  initialized!: InitializeResult;
  private readonly versions = new Map<string, number>();
  private readonly settingsAsked = new Awaited<true>();

  private constructor(
    private readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
    private settings: unknown,
  ) {}

  /** Starts the server and says hello. */
  static async start(options: EditorOptions = {}): Promise<LanguageServer> {
    if (!existsSync(program)) throw new Error('dist/server.mjs is missing: npm run build makes it');
    const child = spawn(process.execPath, [program, '--stdio'], { stdio: 'pipe' });
    const reader = new StreamMessageReader(child.stdout);
    const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
    const server = new LanguageServer(child, connection, options.settings ?? {});
    await server.sayHello(options);
    return server;
  }

  /** Opens a document; its URI. */
  async open(text: string, uri = 'file:///logs/test.flowlog'): Promise<string> {
    this.versions.set(uri, 1);
    const textDocument = { uri, languageId: 'flowlog', version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    return uri;
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const textDocument = { uri, version };
    const params = { textDocument, contentChanges };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, params);
  }

  async close(uri: string): Promise<void> {
    const params = { textDocument: { uri } };
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, params);
  }

  /** Puts other settings in force; whatever is sent afterwards is read after them. */
  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    const params = { settings: { flowlog: settings } };
    const asked = this.settingsAsked.next();
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, params);
    await asked;
  }

  /** The diagnostics of a document, asked for. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const params = { textDocument: { uri } };
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, params);
    return report.kind === 'full' ? report.items : [];
  }

  /** The diagnostics of a document as it is now, waited for. */
  async publishedFor(uri: string): Promise<Diagnostic[]> {
    const version = this.versions.get(uri);
    const found = await this.published.next(
      params => params.uri === uri && params.version === version,
    );
    return found.diagnostics;
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  token(uri: string, position: Position): Promise<TokenResult> {
    return this.connection.sendRequest(TOKEN_REQUEST, { textDocument: { uri }, position });
  }

  async codeActions(
    uri: string,
    range: Range,
    diagnostics: Diagnostic[],
    only?: string[],
  ): Promise<CodeAction[]> {
    const context = { diagnostics, ...(only ? { only } : {}) };
    const params = { textDocument: { uri }, range, context };
    const actions = await this.connection.sendRequest(CodeActionRequest.type, params);
    return (actions ?? []) as CodeAction[];
  }

  semanticTokens(uri: string, range: Range): Promise<SemanticTokens | null> {
    const params = { textDocument: { uri }, range };
    return this.connection.sendRequest(SemanticTokensRangeRequest.type, params);
  }

  /** Says goodbye; the server's exit code. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>(resolve => this.process.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  private async sayHello(options: EditorOptions): Promise<void> {
    const { connection } = this;
    connection.onNotification(PublishDiagnosticsNotification.type, params =>
      this.published.add(params),
    );
    connection.onNotification(STATUS_NOTIFICATION, (status: DocumentStatus) =>
      this.statuses.add(status),
    );
    connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type === MessageType.Error) this.errors.push(message);
    });
    connection.onRequest('workspace/configuration', async () => {
      // Not before the answer is on its way, unless that has to wait.
      setImmediate(() => this.settingsAsked.add(true));
      await options.settingsAfter;
      return [this.settings];
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes.add(true);
      return options.refresh?.() ?? null;
    });
    connection.listen();
    const pulled = options.diagnostics !== 'pushed';
    const params: InitializeParams = {
      processId: null,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the type demands it still
      rootUri: null,
      initializationOptions: options.initializationOptions,
      capabilities: {
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
        textDocument: pulled ? { diagnostic: {} } : { publishDiagnostics: {} },
      },
    };
    this.initialized = await connection.sendRequest(InitializeRequest.type, params);
    await connection.sendNotification(InitializedNotification.type, {});
    await this.settingsAsked.next();
  }
}
