import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { Diagnostic, InitializeResult } from 'vscode-languageserver-protocol';
import { Awaited } from '../support/awaited';

const program = join(__dirname, '..', '..', 'dist', 'browser', 'server.js');
const faulty =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 70000 443 6 20 4249 1700000000 1700000060 ACCEPT OK';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: unknown;
}

/** The server's bundle in a context with what a Web Worker has and nothing of Node's. */
function startInWorker() {
  const received = new Awaited<Message>();
  const worker: Record<string, unknown> & { onmessage?: (event: { data: unknown }) => void } = {
    ...{ TextEncoder, TextDecoder, performance, setTimeout, clearTimeout, queueMicrotask, console },
    postMessage: (message: Message) => received.add(structuredClone(message)),
    addEventListener: () => undefined,
  };
  worker.self = worker;
  runInContext(readFileSync(program, 'utf8'), createContext(worker), { filename: program });
  const send = (message: object) =>
    worker.onmessage?.({ data: structuredClone({ jsonrpc: '2.0', ...message }) });
  let lastId = 0;
  const ask = async (method: string, params: unknown) => {
    const id = ++lastId;
    send({ id, method, params });
    return (await received.next(message => message.id === id && !message.method)).result;
  };
  return { ask, tell: (method: string, params: unknown) => send({ method, params }) };
}

describe('The server of the browser', function () {
  this.timeout(30_000);

  it('checks a document without anything of Node', async () => {
    const { ask, tell } = startInWorker();
    const capabilities = { textDocument: { diagnostic: {} } };
    const { serverInfo } = (await ask('initialize', {
      ...{ processId: null, rootUri: null, capabilities },
    })) as InitializeResult;
    assert.equal(serverInfo?.name, 'Flow Logs');
    tell('initialized', {});
    const uri = 'vscode-vfs://logs/test.flowlog';
    const textDocument = { uri, languageId: 'flowlog', version: 1, text: faulty };
    tell('textDocument/didOpen', { textDocument });
    const { items } = (await ask('textDocument/diagnostic', { textDocument: { uri } })) as {
      items: Diagnostic[];
    };
    assert.deepEqual(
      items.map(({ code, range }) => [code, range.start.character]),
      [['port-out-of-range', 46]],
    );
    const position = { line: 0, character: 30 };
    assert.ok(await ask('textDocument/hover', { textDocument: { uri }, position }));
    assert.equal(await ask('shutdown', undefined), null);
  });
});
