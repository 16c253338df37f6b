import assert from 'node:assert/strict';
import {
  DefinitionRequest,
  ReferencesRequest,
  type Location,
} from 'vscode-languageserver-protocol/node';
import { record, refusedReply } from './logs';
import { atCursor, withSession } from './session';

/** Places as `line: text`, lines from 0. */
const texts = (text: string, found: readonly Location[] | null) =>
  (found ?? []).map(({ range: { start, end } }) => {
    const line = text.split('\n')[start.line] ?? '';
    return `${start.line}: ${line.slice(start.character, end.character)}`;
  });

function definition(marked: string) {
  const { text, position } = atCursor(marked);
  return withSession(text, {}, async ({ connection, textDocument }) => {
    const found = await connection.sendRequest(DefinitionRequest.type, { textDocument, position });
    return texts(text, found as Location[] | null);
  });
}

function references(marked: string) {
  const { text, position } = atCursor(marked);
  return withSession(text, {}, async ({ connection, textDocument, logged }) => {
    const params = { textDocument, position, context: { includeDeclaration: true } };
    const found = await connection.sendRequest(ReferencesRequest.type, params);
    return { found: texts(text, found), logged };
  });
}

describe('Go to Definition', () => {
  it('goes from a reply to its request', async () => {
    assert.deepEqual(await definition(refusedReply.replace('REJECT', '|REJECT')), ['4: ACCEPT']);
  });

  it('goes from a request to its reply', async () => {
    assert.deepEqual(await definition(refusedReply.replace('50622 443', '|50622 443')), [
      '5: REJECT',
    ]);
  });

  it('goes to the nearest of several', async () => {
    assert.deepEqual(await definition(refusedReply.replace(/1750000060/, '|1750000060')), [
      '3: ACCEPT',
    ]);
  });

  it('goes nowhere from a record that nothing answers', async () => {
    const alone = record('192.0.2.1', '10.0.0.4', '40000 443 6', [0, 60], 'ACCEPT');
    assert.deepEqual(await definition(`|${alone}`), []);
  });
});

describe('Find References', () => {
  it('on an action gives the whole conversation', async () => {
    const { found } = await references(refusedReply.replace('ACCEPT', '|ACCEPT'));
    assert.deepEqual(found, ['0: ACCEPT', '1: ACCEPT', '2: ACCEPT', '3: ACCEPT']);
  });

  it('on a log status gives the whole conversation', async () => {
    const { found } = await references(`${refusedReply.slice(0, -1)}|K`);
    assert.deepEqual(found, ['4: ACCEPT', '5: REJECT']);
  });

  it('on an address gives its places, whatever end it is', async () => {
    const { found } = await references(refusedReply.replace('203.0.113.12', '203.0.|113.12'));
    assert.deepEqual(found, ['4: 203.0.113.12', '5: 203.0.113.12']);
  });

  it('on a port gives its places', async () => {
    const { found } = await references(refusedReply.replace('50622', '50|622'));
    assert.deepEqual(found, ['4: 50622', '5: 50622']);
  });

  it('on an interface gives its places', async () => {
    const { found } = await references(refusedReply.replace('eni-', 'eni|-'));
    assert.deepEqual(
      found,
      [0, 1, 2, 3, 4, 5].map(line => `${line}: eni-lq6mkcis`),
    );
  });

  it('on an IPv6 address finds its other spellings', async () => {
    const other = record('2001:db8::1', '2001:db8:0::2', '40000 443 6', [0, 60], 'ACCEPT');
    const same = record('2001:DB8:0:0::1', '2001:db8::3', '40001 443 6', [0, 60], 'ACCEPT');
    const { found } = await references(`${other}\n${same}`.replace('db8::1', 'db8|::1'));
    assert.deepEqual(found, ['0: 2001:db8::1', '1: 2001:DB8:0:0::1']);
  });

  it('finds the values that stand on a later line of a wrapped record', async () => {
    const wrapped = refusedReply.split('\n')[5]!.replace(' 203.0.113.12', '\n203.0.113.12');
    const broken = refusedReply.split('\n')[5]!.replace('203.0.113.12', '203.0.\n113.12');
    const log = `${refusedReply}\n${wrapped}\n${broken}`;
    const { found } = await references(log.replace('203.0.113.12', '203.0.|113.12'));
    const same = [4, 5, 7].map(line => `${line}: 203.0.113.12`);
    assert.deepEqual(found.slice(0, 3), same);
    assert.equal(found.length, 4);
  });

  it('on an address of the packet finds it wherever it stands', async () => {
    const aws = (source: string, packetSource: string) =>
      `5 10.0.0.9 ${packetSource} ${source} 1750000000 1750000060 ACCEPT OK`;
    const log = [
      'version dstaddr pkt-srcaddr srcaddr start end action log-status',
      aws('10.0.0.220', '203.0.113.5'),
      aws('10.0.0.220', '203.0.113.50'),
      aws('203.0.113.5', '203.0.113.5'),
    ].join('\n');
    for (const at of ['203.0.113.5 10.0.0.220', '203.0.113.5 203.0.113.5']) {
      const { found } = await references(log.replace(at, `|${at}`));
      assert.deepEqual(
        found,
        [1, 3, 3].map(line => `${line}: 203.0.113.5`),
      );
    }
  });

  it('takes no type of an ICMP message for a port', async () => {
    const ping = record('203.0.113.12', '172.31.16.139', '2048 2048 1', [0, 60], 'ACCEPT');
    const web = record('203.0.113.12', '172.31.16.139', '2048 443 6', [0, 60], 'ACCEPT');
    const query = record('203.0.113.12', '172.31.16.139', '40000 2048 17', [0, 60], 'ACCEPT');
    const log = [ping, ping, web, query].join('\n');
    const places = async (marked: string) => (await references(marked)).found;
    assert.deepEqual(await places(log.replace('2048 1 ', '2048| 1 ')), ['0: 2048', '1: 2048']);
    assert.deepEqual(await places(log.replace('2048 443', '2048| 443')), ['2: 2048', '3: 2048']);
  });

  it('stops at ten thousand places and says so', async function () {
    this.timeout(60_000);
    const line = record('192.0.2.1', '10.0.0.4', '40000 443 6', [0, 60], 'ACCEPT');
    const text = `${line.replace('192', '|192')}${`\n${line}`.repeat(10_500)}`;
    const { found, logged } = await references(text);
    assert.equal(found.length, 10_000);
    assert.match(logged.join(), /only the first 10,000/);
  });
});
