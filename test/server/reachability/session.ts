import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializeRequest,
  InitializedNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { STORIES_REQUEST, type StoriesResult } from '../../../server/src/core/requests';

const program = join(__dirname, '../../../dist/server.mjs');

/** A text with `|` where the cursor stands, taken apart. */
export function atCursor(marked: string): { text: string; position: Position } {
  const at = marked.indexOf('|');
  const before = marked.slice(0, at).split('\n');
  return {
    text: marked.replace('|', ''),
    position: { line: before.length - 1, character: before.at(-1)!.length },
  };
}

interface SessionOptions {
  readonly settings?: object;
  readonly options?: object;
  /** Whether the server may ask for diagnostics to be asked for again; else it waits for all of them. */
  readonly refreshSupport?: boolean;
}

/** The built server as an editor talks to it, with one document open. */
export class Session {
  static async start(
    text: string,
    { settings = {}, options = {}, refreshSupport = true }: SessionOptions = {},
  ): Promise<Session> {
    if (!existsSync(program)) throw new Error('dist/server.mjs is not built: npm run build');
    const child = spawn(process.execPath, [program, '--stdio'], { stdio: 'pipe' });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const configured = new Promise<void>(resolve => {
      connection.onRequest('workspace/configuration', () => {
        resolve();
        return [settings];
      });
    });
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.listen();
    const params = {
      processId: null,
      initializationOptions: options,
      capabilities: {
        workspace: { configuration: true, diagnostics: { refreshSupport } },
        textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
      },
    };
    const result = await connection.sendRequest(InitializeRequest.type, params as InitializeParams);
    const session = new Session(child, connection, result);
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      session.logged.push(message);
    });
    await connection.sendNotification(InitializedNotification.type, {});
    // What is sent from now on is read after the answer.
    await configured;
    await session.open(text);
    return session;
  }

  readonly uri = 'file:///flows/session.log';
  readonly textDocument = { uri: this.uri };
  readonly logged: string[] = [];
  private version = 1;

  private constructor(
    private readonly child: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
  ) {}

  /** The stories, or that of a line from 0. */
  stories(line?: number): Promise<StoriesResult> {
    const { textDocument } = this;
    const params = line === undefined ? { textDocument } : { textDocument, line };
    return this.connection.sendRequest(STORIES_REQUEST, params);
  }

  /** Replaces the whole text. */
  async change(text: string): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ text }],
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.child.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await ended;
    this.connection.dispose();
  }

  private async open(text: string): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.uri, languageId: 'flowlog', version: this.version, text },
    });
  }
}

/** Runs a test's part with a session that is stopped afterwards. */
export async function withSession<T>(
  text: string,
  given: Parameters<typeof Session.start>[1],
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await Session.start(text, given);
  try {
    return await use(session);
  } finally {
    await session.stop();
  }
}
