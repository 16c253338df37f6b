import assert from 'node:assert/strict';
import { recordSpan } from '../../../server/src/core/reachability/recordSpan';
import { conversationAt, logOf, tableOf } from './logs';

const SHORT = `
  0+5 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
  0+5 198.51.100.7:50000 > 10.0.0.4:22 tcp ACCEPT
  1+5 10.0.0.4:22 > 203.0.113.9:50000 tcp ACCEPT
  60+5 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
  400+5 203.0.113.9:50000 > 10.0.0.4:22 tcp REJECT
  400+5 203.0.113.9:0 > 10.0.0.4:0 udp ACCEPT
  400+5 10.0.0.4 > 203.0.113.9 icmp(3,1) ACCEPT
  420+60 NODATA
  420+60 SKIPDATA`;

function at(line: number) {
  return conversationAt(tableOf(logOf(SHORT), 200), line - 1);
}

describe('the conversation of a record', () => {
  it('holds all records of both sides, and knows which side the record is', () => {
    const found = at(3);
    assert.equal(found.kind, 'conversation');
    assert.equal(found.side, 'reply');
    assert.deepEqual(found.request, [0, 3]);
    assert.deepEqual(found.reply, [2]);
    assert.equal(found.story.code, 'both-ways-accepted');
  });

  it('ends where windows do not touch any more', () => {
    const found = at(5);
    assert.equal(found.kind, 'conversation');
    assert.deepEqual(found.request, [4]);
  });

  it('does not exist for what pairs with nothing, and says why', () => {
    const reason = (line: number) => {
      const found = at(line);
      return found.kind === 'none' ? found.reason : '';
    };
    assert.match(reason(6), /without ports/);
    assert.match(reason(7), /ICMP error/);
    assert.match(reason(8), /NODATA/);
    assert.match(reason(9), /SKIPDATA/);
    assert.match(reason(10), /no such line/);
  });

  it('does not exist for a record whose port cannot be read, which may be of any', () => {
    const log = logOf(`
      0+5 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
      1+5 10.0.0.4:22 > 203.0.113.9:50000 tcp REJECT`);
    const table = tableOf(log.replace(' 22 50000 ', ' "22" 50000 '));
    const found = conversationAt(table, 1);
    assert.equal(found.kind, 'none');
    assert.match(found.reason, /cannot be read/);
    const asked = conversationAt(table, 0);
    assert.equal(asked.kind, 'conversation');
    assert.match(asked.story.summary, /Line 2 may be it, but cannot be read in full/);
  });

  it('is found from any line of a wrapped record', () => {
    const log = logOf(SHORT).split('\n').slice(0, 4).join('\n');
    const wrapped = log.replace(/ (1699999981) /, '\n$1 ');
    const table = tableOf(wrapped);
    for (const line of [2, 3]) {
      const found = conversationAt(table, line);
      assert.equal(found.kind, 'conversation');
      assert.equal(found.line, 2);
      assert.deepEqual(found.reply, [2]);
    }
  });

  it('has a place for each of its records', () => {
    const table = tableOf(logOf(SHORT));
    const span = recordSpan(table, 4);
    const text = table.lineText(4)!;
    assert.deepEqual(span?.record, { line: 4, start: 0, endLine: 4, end: text.length });
    assert.equal(text.slice(span.action!.start, span.action!.end), 'REJECT');
    assert.equal(recordSpan(table, 99), undefined);
  });
});
