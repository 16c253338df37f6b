import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CODES } from '../../../server/src/core/reachability/code';
import { conversationAt, findingsOf, logOf, tableOf } from './logs';

const address = fc.constantFrom('10.0.0.4', '10.0.0.5', '203.0.113.9', '198.51.100.7');
const port = fc.constantFrom(22, 443, 8080, 50000, 50001);
const message = fc.constantFrom('icmp', 'icmp(8,0,7)', 'icmp(0,0,7)', 'icmp(3,3)', 'gre');
const flow = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(address, address, port, port)
      .map(([from, to, x, y]) => `${from}:${x} > ${to}:${y} tcp`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(address, address, message)
      .map(([from, to, what]) => `${from} > ${to} ${what}`),
  },
);
const line = fc
  .tuple(
    fc.integer({ min: 0, max: 400 }),
    fc.integer({ min: 0, max: 70 }),
    flow,
    fc.constantFrom('ACCEPT', 'REJECT'),
    fc.constantFrom('', ' @eni-bbbbbbbb', ' @nat-abcd1234', ' @ccn-abcd1234'),
  )
  .map(([start, length, what, action, where]) => ({
    start,
    text:
      what.includes('icmp') && where.includes('ccn')
        ? `${start}+${length} ${what.replace(/icmp\S*/, 'icmp')} ${action}${where}`
        : `${start}+${length} ${what} ${action}${where}`,
  }));
const lines = fc
  .array(line, { minLength: 1, maxLength: 60 })
  .map(list => [...list].sort((x, y) => x.start - y.start).map(({ text }) => text));

describe('what is said of a log', () => {
  it('is the same for one record as in the list of stories', () => {
    fc.assert(
      fc.property(lines, texts => {
        const log = logOf(texts.join('\n'));
        const table = tableOf(log);
        for (const story of findingsOf(log).stories()) {
          if (story.code === 'action-changed') continue;
          for (const at of [...story.request.lines, ...story.reply.lines]) {
            const found = conversationAt(table, at);
            assert.equal(found.kind, 'conversation');
            assert.equal(found.story.code, story.code);
            assert.equal(found.story.certainty, story.certainty);
            assert.ok([...found.request, ...found.reply].includes(at));
          }
        }
      }),
      { seed: 107, numRuns: 60 },
    );
  });

  it('counts every conversation once, under one code', () => {
    fc.assert(
      fc.property(lines, texts => {
        const findings = findingsOf(logOf(texts.join('\n')));
        const told = [...findings.stories()].reduce((sum, story) => sum + story.conversations, 0);
        assert.equal(told, findings.pairing.conversations);
        const counted = [...findings.conversationsByCode.values()].reduce((x, y) => x + y, 0);
        assert.equal(counted, findings.pairing.conversations);
      }),
      { seed: 108, numRuns: 60 },
    );
  });

  it('is the same newest first', () => {
    fc.assert(
      fc.property(lines, texts => {
        const codes = (order: readonly string[]) =>
          [...findingsOf(logOf(order.join('\n'))).stories()]
            .map(({ code, certainty, conversations }) => `${code} ${certainty} ${conversations}`)
            .sort();
        assert.deepEqual(codes(texts), codes([...texts].reverse()));
      }),
      { seed: 109, numRuns: 60 },
    );
  });

  it('is put into words that know every address, and never proves more than the code may', () => {
    fc.assert(
      fc.property(lines, texts => {
        for (const story of findingsOf(logOf(texts.join('\n'))).stories()) {
          assert.ok(CODES.includes(story.code));
          assert.doesNotMatch(JSON.stringify(story), /undefined|NaN|Infinity|null port|\[object/);
          if (story.certainty !== 'proved') continue;
          assert.ok(
            ['throttled', 'both-ways-accepted', 'reply-rejected-by-acl'].includes(story.code),
          );
        }
      }),
      { seed: 110, numRuns: 60 },
    );
  });
});
