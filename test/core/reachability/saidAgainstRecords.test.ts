import assert from 'node:assert/strict';
import { findingsOf, logOf, storiesOf, storyWith } from './logs';
import { COMPANY, log, QUIET } from './refusedReplies';

const PEERS = `
  0+5 198.51.100.7:50002 > 10.0.0.4:8080 tcp REJECT
  30+5 198.51.100.8:50002 > 10.0.0.4:8081 tcp REJECT
  60+5 198.51.100.9:50003 > 10.0.0.4:8082 tcp REJECT`;
const storyOf = (short: string, peer = '203.0.113.12') =>
  storiesOf(short).filter(({ summary }) => summary.includes(peer));

describe('A change of the action', () => {
  const changed = (to: string, port: number) => `${PEERS}
    100+5 10.0.0.4:40001 > ${to}:${port} tcp REJECT 3p 180b
    400+5 10.0.0.4:40002 > ${to}:${port} tcp ACCEPT 9p 900b
    400+5 ${to}:${port} > 10.0.0.4:40002 tcp ACCEPT 9p 900b`;

  it('is likely one of a rule where nothing else refuses such packets', () => {
    const story = storyWith('action-changed', changed('203.0.113.12', 443));
    assert.equal(story.certainty, 'likely');
    assert.doesNotMatch(story.summary, /platform/);
  });

  for (const [what, to, port] of [
    ['outbound TCP 25', '203.0.113.12', 25],
    ['an address of the platform itself', '100.64.1.1', 443],
  ] as const) {
    it(`may be one of the platform's own block of ${what}`, () => {
      const { certainty, layer, summary, nextCheck } = storyWith(
        'action-changed',
        changed(to, port),
      );
      assert.deepEqual([certainty, layer], ['undecided', 'unknown']);
      assert.match(summary, /or the platform itself refused some of them: /);
      assert.match(nextCheck, /block of the platform/);
    });
  }

  const between = (flags: string) => `${PEERS}
    150+5 203.0.113.12:40001 > 10.0.0.4:8443 tcp ACCEPT flags=2
    150+5 10.0.0.4:8443 > 203.0.113.12:40001 tcp ACCEPT flags=18
    400+5 203.0.113.12:40002 > 10.0.0.4:8443 tcp REJECT flags=${flags}
    800+5 203.0.113.12:40003 > 10.0.0.4:8443 tcp ACCEPT flags=2
    800+5 10.0.0.4:8443 > 203.0.113.12:40003 tcp ACCEPT flags=18`;

  it('is told of SYNs that were refused between others that were let through', () => {
    const [story] = storyOf(between('2'));
    assert.deepEqual([story?.code, story?.certainty], ['action-changed', 'undecided']);
    assert.match(story!.summary, /was let through at .* refused at .* let through again until/);
  });

  it('is not told of packets that may be late ones', () => {
    assert.equal(storyOf(between('16'))[0]?.code, 'request-rejected');
  });
});

describe('Packets that were refused before any was let through', () => {
  const short = `${PEERS}
    100+2 203.0.113.12:40001 > 10.0.0.4:80 tcp REJECT
    120+4 203.0.113.12:40001 > 10.0.0.4:80 tcp ACCEPT
    121+3 10.0.0.4:80 > 203.0.113.12:40001 tcp ACCEPT
    150+2 203.0.113.12:40001 > 10.0.0.4:80 tcp REJECT`;

  it('are not called late', () => {
    const { certainty, summary, proves } = storyWith('late-packets-rejected', short);
    assert.equal(certainty, 'undecided');
    assert.doesNotMatch(summary, /, then /);
    assert.match(summary, /first at .* Some were refused before any was let through/);
    assert.match(proves, /earlier and later packets/);
  });
});

describe('A reply by windows of which the bounds alone are known', () => {
  const windows = [0, 300, 600].map(at => `${at}+300 198.51.100.7:40000 > 10.0.0.4:443 tcp ACCEPT`);
  const ping = (at: number, back: number) =>
    log(
      ...windows,
      `${at}+300 203.0.113.12 > 10.0.0.4 icmp(8,0,77) ACCEPT`,
      `${back}+300 10.0.0.4 > 203.0.113.12 icmp(0,0,77) REJECT`,
    );

  it('is not said to come in the same second', () => {
    const [story] = storyOf(ping(600, 600));
    assert.match(story!.summary, /in the window in which the request was let in/);
    assert.doesNotMatch(story!.summary, /same second/);
  });

  it('may come in the next one', () => {
    const [story] = storyOf(ping(600, 900));
    assert.match(
      story!.summary,
      /in a window that begins 300 s .* after the one in which the request/,
    );
  });
});

describe('Records that name no interface', () => {
  const header =
    'version account-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
  const told = (short: string) => {
    const lines = logOf(short)
      .split('\n')
      .map(line => line.split(' ').toSpliced(2, 1).join(' '));
    const stories = findingsOf([header, ...lines].join('\n')).stories();
    return [...stories].map(({ summary, doesNotProve }) => `${summary} ${doesNotProve}`);
  };

  it('are not said to be of another place than an interface', () => {
    const [rejected] = told('5+5 203.0.113.12:50000 > 10.0.0.4:22 tcp REJECT');
    assert.match(rejected!, /do not tell at which interface they were made/);
    assert.doesNotMatch(rejected!, /not the interface of one end/);
  });
});

describe('ICMP between addresses of the other family', () => {
  it('is no traffic of which anything could be proved', () => {
    const pinged = (protocol: string) =>
      storiesOf(
        log(
          QUIET,
          COMPANY,
          `10+3 203.0.113.12 > 10.0.0.4 ${protocol}(8,0,77) ACCEPT`,
          `11+3 10.0.0.4 > 203.0.113.12 ${protocol}(0,0,77) REJECT`,
        ),
      ).map(({ code, certainty }) => `${code} ${certainty}`);
    assert.ok(pinged('icmp').includes('reply-rejected-by-acl proved'));
    const mixed = storiesOf(
      log(
        QUIET,
        COMPANY,
        '10+3 203.0.113.12 > 10.0.0.4 icmp6(128,0,77) ACCEPT',
        '11+3 10.0.0.4 > 203.0.113.12 icmp6(129,0,77) REJECT',
      ),
    );
    assert.ok(!mixed.some(({ code }) => code === 'reply-rejected-by-acl'));
  });
});
