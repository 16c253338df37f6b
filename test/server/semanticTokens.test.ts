import assert from 'node:assert/strict';
import { LanguageServer } from '../support/languageServer';

const record =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 34567 443 6 20 4249 1700000000 1700000060 REJECT OK';
const noData = '2 1300000001 eni-a1b2c3d4 - - - - - - - 1700000000 1700000060 - NODATA';

describe('Colours of the lines in view', function () {
  this.timeout(30_000);
  let server: LanguageServer;
  before(async () => {
    server = await LanguageServer.start();
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
  });

  /** Tokens as `line text type modifiers`, told from the numbers of the protocol. */
  async function tokensOf(text: string, from: number, to: number): Promise<string[]> {
    const uri = await server.open(text);
    const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
    const { data } = (await server.semanticTokens(uri, range))!;
    const { legend } = server.initialized.capabilities.semanticTokensProvider!;
    const lines = text.split('\n');
    const tokens: string[] = [];
    for (let i = 0, line = 0, start = 0; i < data.length; i += 5) {
      const [down, right, length, type, modifiers] = data.slice(i, i + 5);
      start = down === 0 ? start + right! : right!;
      line += down!;
      const names = legend.tokenModifiers.filter((_, bit) => modifiers! & (1 << bit));
      const value = lines[line]!.slice(start, start + length!);
      tokens.push([line, value, legend.tokenTypes[type!], ...names].join(' '));
    }
    return tokens;
  }

  it('tell which value is what, and of which end', async () => {
    assert.deepEqual(await tokensOf(record, 0, 0), [
      '0 2 flowVersion',
      '0 1300000001 flowAccount',
      '0 eni-a1b2c3d4 flowInterface',
      '0 192.0.2.10 flowAddress source',
      '0 10.0.1.5 flowAddress destination',
      '0 34567 flowPort source',
      '0 443 flowPort destination',
      '0 6 flowProtocol',
      '0 20 flowCount',
      '0 4249 flowCount',
      '0 1700000000 flowTime',
      '0 1700000060 flowTime',
      '0 REJECT flowReject',
      '0 OK flowStatus',
    ]);
  });

  it('leave what is absent uncoloured', async () => {
    const tokens = await tokensOf(noData, 0, 0);
    assert.deepEqual(tokens.slice(3), [
      '0 1700000000 flowTime',
      '0 1700000060 flowTime',
      '0 NODATA flowNoData',
    ]);
  });

  it('do not take an action that is none for a refusal, nor a log status for missing data', async () => {
    for (const action of ['“ACCEPT”', 'ACCEPT,', 'ALLOW', '—']) {
      const tokens = await tokensOf(record.replace('REJECT', action), 0, 0);
      assert.equal(tokens.at(-2), `0 ${action} flowText`);
    }
    const tokens = await tokensOf(record.replace('REJECT OK', 'reject "OK"'), 0, 0);
    assert.deepEqual(tokens.slice(-2), ['0 reject flowReject', '0 "OK" flowText']);
  });

  it('are those of the range alone', async () => {
    const tokens = await tokensOf(Array(50).fill(record).join('\n'), 10, 12);
    assert.deepEqual([...new Set(tokens.map(token => token.split(' ')[0]))], ['10', '11', '12']);
  });

  it('follow the columns that a header declares', async () => {
    const text =
      'action srcaddr dstaddr srcport dstport log-status\nACCEPT 192.0.2.10 10.0.1.5 1 443 OK';
    const tokens = await tokensOf(text, 1, 1);
    assert.equal(tokens[0], '1 ACCEPT flowAccept');
    assert.equal(tokens[1], '1 192.0.2.10 flowAddress source');
  });

  it('tell keys from values', async () => {
    const text =
      'srcaddr:192.0.2.10 dstaddr:10.0.1.5 srcport:1 dstport:443 action:ACCEPT log-status:OK';
    assert.deepEqual((await tokensOf(text, 0, 0)).slice(0, 2), [
      '0 srcaddr flowKey',
      '0 192.0.2.10 flowAddress source',
    ]);
  });

  it('are none outside the text', async () => {
    assert.deepEqual(await tokensOf(record, 5, 9), []);
    assert.deepEqual(await tokensOf(record, 9, 2), []);
  });
});
