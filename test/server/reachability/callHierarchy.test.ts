import assert from 'node:assert/strict';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
} from 'vscode-languageserver-protocol/node';
import { record, refusedReply } from './logs';
import { atCursor, withSession } from './session';

const own = '172.31.16.139';
const outward = [
  record(own, '192.0.2.53', '40001 53 17', [0, 1], 'ACCEPT'),
  record('192.0.2.53', own, '53 40001 17', [0, 1], 'ACCEPT'),
  record(own, '192.0.2.80', '40002 25 6', [0, 30], 'REJECT'),
].join('\n');

function calls(marked: string) {
  const { text, position } = atCursor(marked);
  return withSession(text, {}, async ({ connection, textDocument }) => {
    const items = await connection.sendRequest(CallHierarchyPrepareRequest.type, {
      textDocument,
      position,
    });
    const [item] = items ?? [];
    if (!item) return undefined;
    const outgoing = await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item });
    const incoming = await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
    return {
      item,
      outgoing: (outgoing ?? []).map(({ to, fromRanges }) => ({ item: to, ranges: fromRanges })),
      incoming: (incoming ?? []).map(({ from, fromRanges }) => ({
        item: from,
        ranges: fromRanges,
      })),
    };
  });
}

const inShort = (found: readonly { item: { name: string; detail?: string } }[]) =>
  found.map(({ item: { name, detail } }) => `${name}: ${detail}`);

describe('The call hierarchy of an address', () => {
  it('gives whom it talks to', async () => {
    const found = await calls(`${outward}\n${refusedReply}`.replace(own, `|${own}`));
    assert.equal(found?.item.name, own);
    assert.deepEqual(inShort(found.outgoing), [
      '192.0.2.53: 2 records accepted, 0 records rejected',
      '192.0.2.80: 0 records accepted, 1 record rejected',
    ]);
  });

  it('gives who talks to it', async () => {
    const found = await calls(`${outward}\n${refusedReply}`.replace(own, `|${own}`));
    assert.deepEqual(inShort(found?.incoming ?? []), [
      '198.51.100.7: 4 records accepted, 0 records rejected',
      '203.0.113.12: 1 record accepted, 1 record rejected',
    ]);
  });

  it('leads to the records', async () => {
    const found = await calls(`${outward}\n${refusedReply}`.replace(own, `|${own}`));
    const [call] = found?.incoming ?? [];
    assert.deepEqual(
      call?.ranges.map(({ start }) => start.line),
      [3, 5],
    );
  });

  it('leads to addresses on a later line of a wrapped record', async () => {
    const [first] = outward.split('\n') as [string];
    const wrapped = first.replace(' 192.0.2.53', '\n192.0.2.53');
    const found = await calls(wrapped.replace(own, `|${own}`));
    assert.deepEqual(inShort(found?.outgoing ?? []), [
      '192.0.2.53: 1 record accepted, 0 records rejected',
    ]);
    const [place] = found!.outgoing[0]!.ranges;
    assert.deepEqual(place, {
      start: { line: 1, character: 0 },
      end: { line: 1, character: '192.0.2.53'.length },
    });
  });

  it('is there for addresses only', async () => {
    assert.equal(await calls(refusedReply.replace('50622', '|50622')), undefined);
    assert.equal(await calls('# 192.0.2.|1'), undefined);
  });
});
