import { spawn } from 'node:child_process';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { inProject } from '../project.mjs';
import { AS_SERVER } from './asServer.mjs';

const URI = 'file:///bench.flowlog';
const textDocument = { uri: URI };

/** The built server, spoken to as an editor does, with one document open. */
export class EditorSession {
  /** @param {import('vscode-jsonrpc/node').MessageConnection} connection */
  constructor(connection) {
    this.connection = connection;
    this.version = 1;
  }

  static async start() {
    const args = [inProject('dist', 'server.mjs'), '--stdio'];
    const child = spawn(process.execPath, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...AS_SERVER.env },
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    };
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
    await connection.sendNotification('initialized', {});
    return new EditorSession(connection);
  }

  /** Opens the document; resolves with its diagnostics. */
  async open(/** @type {string} */ text) {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'flowlog', version: 1, text },
    });
    return this.diagnostics();
  }

  /** Types a digit; resolves with the diagnostics of the text as it then is. */
  async type(/** @type {{ line: number, character: number }} */ place) {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: ++this.version },
      contentChanges: [{ range: { start: place, end: place }, text: '7' }],
    });
    return this.diagnostics();
  }

  diagnostics() {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument });
  }

  hover(/** @type {{ line: number, character: number }} */ position) {
    return this.connection.sendRequest('textDocument/hover', { textDocument, position });
  }

  references(/** @type {{ line: number, character: number }} */ position) {
    const context = { includeDeclaration: true };
    return this.connection.sendRequest('textDocument/references', {
      textDocument,
      position,
      context,
    });
  }

  tokens(/** @type {number} */ line, /** @type {number} */ count) {
    const range = { start: { line, character: 0 }, end: { line: line + count - 1, character: 0 } };
    return this.connection.sendRequest('textDocument/semanticTokens/range', {
      textDocument,
      range,
    });
  }

  /** Milliseconds until something has been answered. */
  async timed(/** @type {() => Promise<unknown>} */ ask) {
    const begin = performance.now();
    await ask();
    return performance.now() - begin;
  }

  async stop() {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
  }
}
