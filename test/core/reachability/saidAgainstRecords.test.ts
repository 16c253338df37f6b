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

describe('A request that the interface of the other end let in', () => {
  const own = (id: string, local: string) =>
    [1, 2, 3].map(i => `${i}+5 ${local}:41000 > 10.9.${i}.9:443 tcp ACCEPT @${id}`).join('\n');
  const both = log(
    own('eni-aaaaaaaa', '10.1.0.5'),
    own('eni-bbbbbbbb', '10.2.0.6'),
    '50+5 10.1.0.5:50000 > 10.2.0.6:443 tcp ACCEPT @eni-aaaaaaaa',
    '50+5 10.1.0.5:50000 > 10.2.0.6:443 tcp ACCEPT @eni-bbbbbbbb',
  );
  const told = (short: string) =>
    storiesOf(short).find(({ summary }) =>
      /10\.2\.0\.6 was let out at eni-aaaaaaaa/.test(summary),
    )!;

  it('was not stopped by the security group or the network ACL there', () => {
    const { summary, doesNotProve } = told(both);
    assert.match(summary, /eni-bbbbbbbb at the other end let it in \(line \d+\)\./);
    assert.doesNotMatch(doesNotProve, /security group|network ACL/);
    assert.match(doesNotProve, /the firewall of the host/);
  });

  it('lost its answer on the way back where that was let out', () => {
    const answer = '50+5 10.2.0.6:443 > 10.1.0.5:50000 tcp ACCEPT @eni-bbbbbbbb';
    const { summary, doesNotProve, nextCheck } = told(log(both, answer));
    assert.match(summary, /let it in \(line \d+\), and an answer out \(line \d+\)\./);
    assert.match(doesNotProve, /Not excluded: the route back; a reply that took another way/);
    assert.doesNotMatch(doesNotProve, /firewall of the host|silent/);
    assert.match(nextCheck, /^Check the route from 10\.2\.0\.6 back to 10\.1\.0\.5/);
  });

  it('may have been stopped there where it is not on record', () => {
    const { doesNotProve } = told(both.split('\n').slice(0, -1).join('\n'));
    assert.match(doesNotProve, /the security group or the network ACL of 10\.2\.0\.6/);
  });
});

describe('Packets that have other addresses than their records', () => {
  const header =
    'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status pkt-srcaddr pkt-dstaddr';
  const eni = 'eni-0123456789abcdef0';
  const at = (source: string, destination: string, start: number, action: string, own: string) =>
    `3 123456789012 ${eni} ${source} ${destination} 6 1 60 ${start} ${start + 3} ${action} OK ${own}`.replace(
      /(\S+):(\d+) (\S+):(\d+)/,
      '$1 $3 $2 $4',
    );
  const verdict = (asked: string, answered: string) => {
    const before = [0, 30, 60, 90, 120].map((second, i) =>
      at(`198.51.100.${i}:5000${i}`, '10.0.0.4:8080', 1_600_000_000 + second, 'REJECT', '- -'),
    );
    const request = at('203.0.113.12:40001', '10.0.0.4:443', 1_600_000_150, 'ACCEPT', asked);
    const reply = at('10.0.0.4:443', '203.0.113.12:40001', 1_600_000_152, 'REJECT', answered);
    const stories = [...findingsOf([header, ...before, request, reply].join('\n')).stories()];
    const story = stories.find(({ code }) => code === 'reply-rejected-by-acl');
    return `${story?.certainty} ${story?.failures.map(({ name }) => name).join()}`;
  };

  it('prove nothing', () => {
    assert.equal(verdict('203.0.113.12 10.0.0.4', '10.0.0.4 203.0.113.12'), 'proved ');
    assert.equal(verdict('- -', '- -'), 'proved ');
    const passed = verdict('203.0.113.12 10.0.7.7', '10.0.7.7 203.0.113.12');
    assert.equal(passed, 'likely packet-addresses');
  });

  it('are not one conversation if they are others each way', () => {
    const apart = verdict('203.0.113.12 10.0.7.7', '10.0.8.8 203.0.113.12');
    assert.equal(apart, 'undecided packet-addresses');
  });
});
