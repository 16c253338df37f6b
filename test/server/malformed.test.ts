import assert from 'node:assert/strict';
import { LanguageServer } from '../support/languageServer';

const record =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 34567 443 6 20 4249 1700000000 1700000060 REJECT OK';

const UNKNOWN = 'file:///logs/never-opened.flowlog';
const at = (line: unknown, character: unknown) => ({ line, character });
const range = (line: unknown, character: unknown) => ({
  start: at(line, character),
  end: at(line, character),
});

/** Requests with a document and a place in it; what they answer where there is nothing. */
const REQUESTS: Record<string, (uri: unknown, line: unknown, character: unknown) => object> = {
  'textDocument/hover': (uri, line, character) => ({
    textDocument: { uri },
    position: at(line, character),
  }),
  'flowlog/token': (uri, line, character) => ({
    textDocument: { uri },
    position: at(line, character),
  }),
  'textDocument/definition': (uri, line, character) => ({
    textDocument: { uri },
    position: at(line, character),
  }),
  'textDocument/references': (uri, line, character) => ({
    textDocument: { uri },
    position: at(line, character),
    context: { includeDeclaration: true },
  }),
  'textDocument/prepareCallHierarchy': (uri, line, character) => ({
    textDocument: { uri },
    position: at(line, character),
  }),
  'textDocument/codeAction': (uri, line, character) => ({
    textDocument: { uri },
    range: range(line, character),
    context: { diagnostics: [] },
  }),
  'textDocument/semanticTokens/range': (uri, line, character) => ({
    textDocument: { uri },
    range: range(line, character),
  }),
  'textDocument/diagnostic': uri => ({ textDocument: { uri } }),
  'textDocument/codeLens': uri => ({ textDocument: { uri } }),
  'flowlog/stories': uri => ({ textDocument: { uri } }),
};

const NONSENSE = [null, {}, [], 7, 'text', { textDocument: null }, { textDocument: { uri: 7 } }];

describe('A server that is sent nonsense', function () {
  this.timeout(60_000);
  let server: LanguageServer;
  let uri: string;
  before(async () => {
    server = await LanguageServer.start();
    uri = await server.open(record);
  });
  afterEach('goes on', async () => {
    const hover = await server.hover(uri, { line: 0, character: 28 });
    assert.ok(hover, 'the next request is answered');
  });
  after(async () => assert.equal(await server.stop(), 0));

  /** What comes back; an error counts as an answer, silence does not. */
  const answerTo = (method: string, params: unknown): Promise<unknown> =>
    server.connection.sendRequest(method, params).catch((error: unknown) => error);
  const isEmpty = (answer: unknown): boolean => {
    if (answer === null || answer instanceof Error) return true;
    const { items, data, stories } = answer as Record<string, unknown>;
    const list = items ?? data ?? stories ?? answer;
    return Array.isArray(list) && list.length === 0;
  };

  for (const [method, params] of Object.entries(REQUESTS)) {
    it(`answers ${method} about a document that is not open with nothing`, async () => {
      assert.ok(isEmpty(await answerTo(method, params(UNKNOWN, 0, 0))));
    });

    it(`answers ${method} about a closed document with nothing`, async () => {
      const closed = await server.open(record, 'file:///logs/closed.flowlog');
      await server.close(closed);
      assert.ok(isEmpty(await answerTo(method, params(closed, 0, 28))));
    });

    it(`answers ${method} whatever is sent with it`, async () => {
      for (const nonsense of NONSENSE) {
        const answer = await answerTo(method, nonsense);
        assert.ok(isEmpty(answer), `${JSON.stringify(nonsense)}: ${JSON.stringify(answer)}`);
      }
    });

    if (params.length < 2) continue;
    it(`answers ${method} at places outside the text`, async () => {
      const places = [
        ...[at(1e9, 0), at(-1, -1), at(0, -5), at(0, 1e9), at(0.5, 0.5)],
        ...[at('0', '0'), at(null, null), at(Number.MAX_SAFE_INTEGER, 0), at({}, [])],
      ];
      for (const place of places) {
        const answer = await answerTo(method, params(uri, place.line, place.character));
        assert.notEqual(answer, undefined, JSON.stringify(place));
      }
    });
  }

  it('answers a method that it does not know with an error', async () => {
    const answer = await answerTo('flowlog/unknown', {});
    assert.equal((answer as { code?: unknown }).code, -32_601);
  });

  it('survives notifications of any shape', async () => {
    for (const method of ['didOpen', 'didChange', 'didClose']) {
      for (const nonsense of NONSENSE) {
        const sent = nonsense as object;
        await server.connection.sendNotification(`textDocument/${method}`, sent).catch(() => null);
      }
    }
    await server.change(UNKNOWN, { text: 'bogus line' });
    await server.close(UNKNOWN);
    await server.connection.sendNotification('workspace/didChangeConfiguration', {});
    await server.connection.sendNotification('flowlog/unknown', { a: 1 });
  });

  it('takes a change with places outside the text for one at its end', async () => {
    const other = await server.open(record, 'file:///logs/outside.flowlog');
    const far = { line: 1e6, character: 1e6 };
    await server.change(other, { range: { start: far, end: far }, text: '\nbogus line' });
    const problems = await server.diagnostics(other);
    assert.deepEqual(
      problems.map(({ code, range: { start } }) => [code, start.line]),
      [['not-a-record', 1]],
    );
  });
});
