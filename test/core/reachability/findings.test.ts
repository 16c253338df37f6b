import assert from 'node:assert/strict';
import { storyNotes } from '../../../server/src/core/reachability/notes';
import { findingsOf, logOf } from './logs';

const SCANS = Array.from(
  { length: 40 },
  (_, i) => `${i} 203.0.113.${i + 1}:50000 > 10.0.0.4:3389 tcp REJECT`,
).join('\n');
const MIXED = `
  0+5 10.0.0.9:50000 > 10.0.0.4:3389 tcp REJECT
  0+5 203.0.113.9:50000 > 10.0.0.4:3389 tcp REJECT
  0+5 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
  1+5 10.0.0.4:22 > 203.0.113.9:50000 tcp ACCEPT
  2+5 203.0.113.9:50001 > 10.0.0.5:22 tcp ACCEPT @eni-bbbbbbbb
  3+5 10.0.0.5:22 > 203.0.113.9:50001 tcp REJECT @eni-bbbbbbbb
  4+5 [2001:db8::9]:50000 > [2001:db8::4]:22 tcp ACCEPT`;

describe('the findings of a log', () => {
  it('tell refused requests to one port in one story, private sources first', () => {
    const stories = [
      ...findingsOf(logOf(`${SCANS}\n50 10.0.9.9:50000 > 10.0.0.4:3389 tcp REJECT`)).stories(),
    ];
    assert.equal(stories.length, 1);
    const [story] = stories;
    assert.equal(story?.conversations, 41);
    assert.equal(story.peers?.count, 41);
    assert.equal(story.peers.privateOnes, 1);
    assert.equal(story.peers.listed[0], '10.0.9.9');
    assert.deepEqual(story.initiator, { address: null, port: null });
    assert.deepEqual(story.responder, { address: '10.0.0.4', port: 3389 });
    assert.equal(story.request.lines.length, 20);
    assert.equal(story.request.leftOut, 21);
  });

  it('tell what came in apart from what went out', () => {
    const out = '0 10.0.0.4:50000 > 198.51.100.7:3389 tcp REJECT';
    assert.equal(findingsOf(logOf(`${SCANS}\n${out}`)).count({ code: 'request-rejected' }), 2);
  });

  it('put the worst first', () => {
    const codes = [...findingsOf(logOf(MIXED)).stories()].map(({ code }) => code);
    assert.deepEqual(codes, [
      'reply-rejected-by-acl',
      'request-rejected',
      'no-reply-seen',
      'both-ways-accepted',
    ]);
  });

  it('can be listed by address, port, place and code', () => {
    const findings = findingsOf(logOf(MIXED));
    const codes = (filter: Parameters<typeof findings.stories>[0]) =>
      [...findings.stories(filter)].map(({ code }) => code).join(' ');
    assert.equal(codes({ address: '10.0.0.9' }), 'request-rejected');
    assert.equal(codes({ address: '10.0.0.5' }), 'reply-rejected-by-acl');
    assert.equal(codes({ address: '2001:db8:0::9' }), 'no-reply-seen');
    assert.equal(codes({ address: 'nonsense' }), '');
    assert.equal(codes({ port: 50_001 }), 'reply-rejected-by-acl');
    assert.equal(codes({ port: 3389 }), 'request-rejected');
    assert.equal(codes({ point: 'eni-bbbbbbbb' }), 'reply-rejected-by-acl');
    assert.equal(codes({ code: 'both-ways-accepted', port: 22 }), 'both-ways-accepted');
    assert.equal(codes({ code: 'both-ways-accepted', port: 23 }), '');
  });

  it('leave out codes that are off, but count their conversations', () => {
    const findings = findingsOf(logOf(MIXED), { codesOff: ['request-rejected', 'no-reply-seen'] });
    assert.deepEqual(
      [...findings.stories()].map(({ code }) => code),
      ['reply-rejected-by-acl', 'both-ways-accepted'],
    );
    assert.equal(findings.conversationsByCode.get('request-rejected'), 2);
  });

  it('count refused requests in full, though not each of their sources is kept', () => {
    const findings = findingsOf(logOf(SCANS), {}, { plentiful: 10 });
    const all = [...findingsOf(logOf(SCANS)).stories()];
    const stories = [...findings.stories()];
    assert.equal(stories.length, 1);
    const [story] = stories;
    assert.ok(story?.peers?.atLeast);
    assert.equal(story.peers.count, 11);
    assert.match(story.summary, /at least 11 sources .*: 120 packets in 40 conversations/);
    assert.equal(story.conversations, 40);
    assert.deepEqual(story.counts, all[0]?.counts);
    assert.deepEqual([story.first, story.last], [all[0]?.first, all[0]?.last]);
    assert.deepEqual(story.request, all[0]?.request);
    assert.equal(findings.leftOut.size, 0);
    assert.match(storyNotes(findings).join(), /not found by the address of every one/);
  });

  it('say how many lines may be records and cannot be read', () => {
    const log = `${logOf(MIXED)}\n{"srcaddr":"10.0.0.4"}\nwhatever this is\n# a comment\n`;
    assert.match(storyNotes(findingsOf(log)).join(), /cannot be read, .*: 2\./);
    assert.doesNotMatch(storyNotes(findingsOf(logOf(MIXED))).join(), /cannot be read/);
  });

  it('keep one source apart from those beyond the limit', () => {
    const busy = `${SCANS}\n300 192.0.2.1:50000 > 10.0.0.4:22 tcp REJECT`;
    const stories = [...findingsOf(logOf(busy), {}, { plentiful: 39 }).stories()];
    assert.deepEqual(
      stories.map(({ conversations, peers }) => [conversations, peers?.atLeast]),
      [
        [40, true],
        [1, undefined],
      ],
    );
  });

  it('say how many conversations of plentiful kinds are left out', () => {
    const ports = Array.from(
      { length: 40 },
      (_, i) => `${i} 203.0.113.9:${50_000 + i} > 10.0.0.4:${i + 1} tcp REJECT`,
    ).join('\n');
    const findings = findingsOf(logOf(ports), {}, { plentiful: 10 });
    assert.equal(findings.count(), 10);
    assert.equal(findings.leftOut.get('request-rejected'), 30);
    assert.equal(findings.conversationsByCode.get('request-rejected'), 40);
  });

  it('keep the first lines of a long story and say how many there are', () => {
    const long = Array.from(
      { length: 30 },
      (_, i) =>
        `${i * 20}+5 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT\n${i * 20}+5 10.0.0.4:22 > 203.0.113.9:50000 tcp ACCEPT`,
    ).join('\n');
    const [story] = [...findingsOf(logOf(long)).stories()];
    assert.equal(story?.conversations, 1);
    assert.equal(story.request.lines.length, 20);
    assert.equal(story.request.leftOut, 10);
  });

  it('list the line that a long story rests on', () => {
    const long = Array.from(
      { length: 30 },
      (_, i) =>
        `${i * 60}+55 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT\n${i * 60}+55 10.0.0.4:22 > 203.0.113.9:50000 tcp ${i === 29 ? 'REJECT' : 'ACCEPT'}`,
    ).join('\n');
    const [story] = [...findingsOf(logOf(long)).stories()];
    assert.match(story?.summary ?? '', /\(line 60\)/);
    assert.equal(story?.reply.lines.at(-1), 59);
    assert.deepEqual([story.reply.lines.length, story.reply.leftOut], [21, 9]);
  });

  it('name the port of an initiator where all requests of a change have it', () => {
    const change = (port: number) => {
      const log = logOf(`
        10+9 203.0.113.12:50000 > 10.0.0.4:22 tcp REJECT
        90+8 203.0.113.12:${port} > 10.0.0.4:22 tcp ACCEPT
        90+8 10.0.0.4:22 > 203.0.113.12:${port} tcp ACCEPT`);
      const [story] = [...findingsOf(log).stories({ code: 'action-changed' })];
      return story?.initiator;
    };
    assert.deepEqual(change(50000), { address: '203.0.113.12', port: 50000 });
    assert.deepEqual(change(50001), { address: '203.0.113.12', port: null });
  });

  it('tell how the records were paired', () => {
    const shuffled = [5, 900, 100, 2000, 1000, 3, 1500]
      .map(second => `${second} 203.0.113.9:${50_000 + second} > 10.0.0.4:22 tcp REJECT`)
      .join('\n');
    const { pairing } = findingsOf(logOf(shuffled), {}, { batch: 3 });
    assert.equal(pairing.ordering, 'unordered');
    assert.equal(pairing.passes, 3);
    assert.equal(pairing.partitions, 3);
    assert.equal(pairing.conversations, 7);
    assert.equal(findingsOf(logOf(MIXED)).pairing.ordering, 'ascending');
  });

  it('have nothing to say of an empty log', () => {
    const findings = findingsOf('');
    assert.equal(findings.count(), 0);
    assert.equal(findings.pairing.records, 0);
  });
});
