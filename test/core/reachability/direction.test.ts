import assert from 'node:assert/strict';
import { storyAt } from './logs';

/** What is said of the initiator of the conversation on the first line. */
function initiator(short: string): string {
  return storyAt(1, short)
    .evidence.filter(text => !text.startsWith('Local side'))
    .join(' ');
}

describe('who began', () => {
  it('is established by TCP flags before anything else', () => {
    const said = initiator(`
      5+5 10.0.0.4:22 > 203.0.113.9:50000 tcp ACCEPT flags=2
      5+5 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT flags=18`);
    assert.match(
      said,
      /^Initiator: 10\.0\.0\.4\. TCP flags: a SYN came from 10\.0\.0\.4, a SYN-ACK from 203\.0\.113\.9/,
    );
    assert.match(
      said,
      /Against that: port 22 of 10\.0\.0\.4 is registered \(.*\), and port 50000 is in the range of clients/,
    );
  });

  it('is likely from a SYN alone', () => {
    const said = initiator(
      '5+5 203.0.113.9:50000 > 10.0.0.4:50001 tcp ACCEPT flags=2\n6 10.9.9.9:1 > 10.0.0.4:2 tcp ACCEPT',
    );
    assert.match(
      said,
      /^Likely initiator: 203\.0\.113\.9\. A SYN without ACK came from 203\.0\.113\.9/,
    );
  });

  it('is likely from an earlier start', () => {
    const said = initiator(`
      5+5 203.0.113.9:5060 > 10.0.0.4:5060 udp ACCEPT
      6+5 10.0.0.4:5060 > 203.0.113.9:5060 udp ACCEPT`);
    assert.match(
      said,
      /^Likely initiator: 203\.0\.113\.9\. Packets from 203\.0\.113\.9 start 1 s before/,
    );
  });

  it('is unknown where the evidence conflicts, and both readings are given', () => {
    const said = initiator(`
      5+5 10.0.0.4:8080 > 203.0.113.9:50000 tcp ACCEPT
      6+5 203.0.113.9:50000 > 10.0.0.4:8080 tcp ACCEPT`);
    assert.match(said, /^Initiator unknown\./);
    assert.match(said, /For 10\.0\.0\.4: packets from 10\.0\.0\.4 start 1 s before/);
    assert.match(said, /For 203\.0\.113\.9: 10\.0\.0\.4 port 8080 looks like a service/);
  });

  it('is unknown where nothing tells', () => {
    const story = storyAt(
      1,
      `5+5 203.0.113.9:50000 > 10.0.0.4:50001 tcp ACCEPT
       5+4 10.0.0.4:50001 > 203.0.113.9:50000 tcp ACCEPT`,
    );
    assert.match(story.evidence[0]!, /^Initiator unknown: nothing in these records tells/);
    assert.deepEqual(story.initiator, { address: null, port: null });
    assert.deepEqual(story.responder, { address: null, port: null });
    assert.deepEqual(
      story.ends.map(({ address }) => address),
      ['10.0.0.4', '203.0.113.9'],
    );
  });

  it('is not told by an earlier start where times are bounds of windows', () => {
    const said = initiator(`
      0+60 203.0.113.9:5060 > 10.0.0.4:5060 udp ACCEPT
      0+60 10.0.0.4:5060 > 203.0.113.9:5060 udp ACCEPT`);
    assert.match(said, /^Initiator unknown: nothing/);
  });

  it('is likely by a window that had ended before the other began', () => {
    const said = initiator(`
      0+60 203.0.113.9:5060 > 10.0.0.4:5060 udp ACCEPT
      60+60 10.0.0.4:5060 > 203.0.113.9:5060 udp ACCEPT`);
    assert.match(said, /^Likely initiator: 203\.0\.113\.9\. Packets from .* start 60 s before/);
  });

  it('is not told by a direction field, which gives the local side alone', () => {
    const said = initiator(`
      5+5 203.0.113.9:50000 > 10.0.0.4:50001 tcp ACCEPT
      5+4 10.0.0.4:50001 > 203.0.113.9:50000 tcp ACCEPT`);
    assert.match(said, /^Initiator unknown/);
  });
});

describe('the local side', () => {
  const localSide = (short: string) =>
    storyAt(1, short).evidence.find(text => text.startsWith('Local side'));

  it('is both ends of a record from an address to itself', () => {
    assert.equal(
      localSide('5+5 10.0.0.4:50000 > 10.0.0.4:22 tcp REJECT'),
      'Local side: source and destination are the same address.',
    );
  });

  it('is likely where one record tells', () => {
    assert.match(
      localSide('5+5 203.0.113.9:50000 > 10.0.0.4:22 tcp REJECT')!,
      /^Local side: likely 10\.0\.0\.4, /,
    );
  });
});
