import assert from 'node:assert/strict';
import { findingsOf, logOf, storiesOf, storyWith } from './logs';
import {
  BEFORE,
  check,
  COMPANY,
  judged,
  log,
  PING,
  PONG,
  QUIET,
  REPLY,
  REQUEST,
} from './refusedReplies';

describe('condition P1, the local side', () => {
  const plain = log(BEFORE, REQUEST, REPLY);
  check([
    {
      title: 'needs an address that is in every record',
      holds: plain,
      fails: log(QUIET, COMPANY.replaceAll('198.51.100.7', '203.0.113.12'), REQUEST, REPLY),
      verdict: 'likely P1',
    },
    {
      title: 'needs a private address, or a setting',
      holds: plain.replaceAll('10.0.0.4', '192.0.2.4'),
      holdsWith: { eniAddresses: { 'eni-lq6mkcis': ['192.0.2.4'] } },
      fails: plain.replaceAll('10.0.0.4', '192.0.2.4'),
      verdict: 'likely P1',
    },
    {
      title: 'needs others that cannot all be the interface’s own',
      holds: plain.replaceAll('203.0.113.12', '10.8.0.5').replaceAll('198.51.100.7', '10.9.0.6'),
      fails: plain.replaceAll('203.0.113.12', '10.9.0.5').replaceAll('198.51.100.7', '10.9.0.6'),
      verdict: 'likely P1',
    },
    {
      title: 'fails where both addresses are set as local',
      holds: plain,
      fails: plain,
      failsWith: { eniAddresses: { 'eni-lq6mkcis': ['10.0.0.4', '203.0.113.12'] } },
      verdict: 'likely P1',
    },
    {
      title: 'fails where a record stands twice, as when an interface passes traffic on',
      holds: plain,
      fails: log(plain, REQUEST),
      verdict: 'likely P1',
    },
    {
      title: 'needs a cloud whose network ACLs are known to be stateless',
      holds: plain,
      fails: log(plain)
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => `${line.trim()} @eni-8vbf2jxul0123456789a`)
        .join('\n'),
      verdict: 'likely P1',
    },
  ]);

  it('excludes nothing on the way where the interface may be the other end’s', () => {
    const near = BEFORE.replaceAll('198.51.100.7', '10.9.0.6');
    const story = storyWith(
      'no-reply-seen',
      log(near.replace(/.*40001.*/, ''), '10+3 10.9.0.5:50000 > 10.0.0.4:22 tcp ACCEPT'),
    );
    assert.match(story.doesNotProve, /the network ACL of 10\.0\.0\.4; routing/);
  });

  it('gives no proof where neither address is set as local', () => {
    const settings = { eniAddresses: { 'eni-lq6mkcis': ['10.0.0.5'] } };
    assert.match(judged(log(BEFORE, REQUEST, REPLY), settings), /^undecided P1/);
  });

  it('gives no proof where no address is in every record', () => {
    const other = '7+20 198.51.100.9:40000 > 10.0.0.5:443 tcp ACCEPT';
    assert.match(judged(log(BEFORE, other, REQUEST, REPLY)), /^undecided P1/);
  });

  it('gives no proof at a NAT gateway', () => {
    const nat = log(BEFORE, REQUEST, REPLY).replaceAll(
      /(ACCEPT|REJECT|NODATA)$/gm,
      '$1 @nat-abcd1234',
    );
    assert.match(judged(nat), /^undecided P1/);
  });
});

describe('condition P2, the direction', () => {
  const high = (line: string) => line.replaceAll(':22', ':50022');
  check([
    {
      title: 'is met by a registered port below 512 against a client’s',
      holds: log(BEFORE, REQUEST, REPLY),
      fails: log(BEFORE, high(REQUEST), high(REPLY)),
      verdict: 'undecided P2',
    },
    {
      title: 'is not met by port 20, from which FTP servers open connections',
      holds: log(BEFORE, REQUEST, REPLY),
      fails: log(BEFORE, REQUEST, REPLY).replaceAll(':22', ':20'),
      verdict: 'undecided P2',
    },
    {
      title: 'is not met by services between equals, of which either may speak first',
      holds: log(BEFORE, REQUEST, REPLY).replaceAll(':22 ', ':53 ').replaceAll(' tcp ', ' udp '),
      fails: log(BEFORE, REQUEST, REPLY)
        .replaceAll(/:22 (>|tcp)/g, ':123 $1')
        .replaceAll(' tcp ', ' udp '),
      verdict: 'likely P2',
    },
    {
      title: 'is met by TCP flags',
      holds: log(BEFORE, `${high(REQUEST)} flags=2`, `${high(REPLY)} flags=18`),
      fails: log(BEFORE, `${high(REQUEST)} flags=0`, `${high(REPLY)} flags=18`),
      verdict: 'likely P2',
    },
    {
      title: 'is met by a refused start that is a second later, whoever began',
      holds: log(BEFORE, high(REQUEST), high(REPLY).replace('10+3', '11+2')),
      fails: log(BEFORE, high(REQUEST), high(REPLY)),
      verdict: 'undecided P2',
    },
    {
      title: 'is met by a service that three peer ports talk to',
      holds: log(
        BEFORE,
        REQUEST.replace(':22', ':8080'),
        REPLY.replace(':22', ':8080'),
        '30+1 198.51.100.7:40002 > 10.0.0.4:8080 tcp ACCEPT',
        '31+1 198.51.100.7:40003 > 10.0.0.4:8080 tcp ACCEPT',
      ),
      fails: log(
        BEFORE,
        REQUEST.replace(':22', ':8080'),
        REPLY.replace(':22', ':8080'),
        '30+1 198.51.100.7:40002 > 10.0.0.4:8080 tcp ACCEPT',
        '31+1 198.51.100.7:40002 > 10.0.0.4:8081 tcp ACCEPT',
      ),
      verdict: 'likely P2',
    },
    {
      title: 'is not met by a service whose peer many talk to as well',
      holds: log(
        BEFORE,
        REQUEST.replace(':22', ':8080'),
        REPLY.replace(':22', ':8080'),
        '30+1 198.51.100.7:40002 > 10.0.0.4:8080 tcp ACCEPT',
        '31+1 198.51.100.7:40003 > 10.0.0.4:8080 tcp ACCEPT',
      ),
      fails: log(
        BEFORE,
        REQUEST.replace(':22', ':8080'),
        REPLY.replace(':22', ':8080'),
        '30+1 198.51.100.7:40002 > 10.0.0.4:8080 tcp ACCEPT',
        '31+1 198.51.100.7:40003 > 10.0.0.4:8080 tcp ACCEPT',
        '32+1 203.0.113.12:50000 > 10.0.0.4:41000 tcp ACCEPT',
        '33+1 203.0.113.12:50000 > 10.0.0.4:41001 tcp ACCEPT',
      ),
      verdict: 'likely P2',
    },
    {
      title: 'is met by ICMP types with one identifier',
      holds: log(BEFORE, PING, PONG),
      fails: log(BEFORE, PING.replace('(8,0,77)', ''), PONG.replace('(0,0,77)', '')),
      verdict: 'likely P2',
    },
    {
      title: 'is not met by an identifier of 0',
      holds: log(BEFORE, PING, PONG),
      fails: log(BEFORE, PING, PONG).replaceAll('77', '0'),
      verdict: 'likely P2',
    },
    {
      title: 'is not met by types in an order that is inferred',
      holds: log(BEFORE, PING.replace('(8,0', '(0,8'), PONG),
      holdsWith: { icmpOrder: 'type-low' },
      fails: log(BEFORE, PING.replace('(8,0', '(0,8'), PONG),
      verdict: 'likely P2',
    },
  ]);

  it('takes a refused SYN for a request of its own', () => {
    const stories = storiesOf(log(BEFORE, `${REQUEST} flags=16`, `${REPLY} flags=2`));
    assert.ok(stories.some(({ code }) => code === 'conflicting-records'));
    assert.ok(stories.every(({ code }) => code !== 'reply-rejected-by-acl'));
  });

  it('does not take protocols without ports for established', () => {
    const gre = log(
      BEFORE,
      '10+3 203.0.113.12 > 10.0.0.4 gre ACCEPT',
      '12+3 10.0.0.4 > 203.0.113.12 gre REJECT',
    );
    assert.equal(judged(gre), 'likely P2');
  });
});

describe('condition P3, the time in which the request is remembered', () => {
  const high = (line: string) => line.replaceAll(':22', ':50022');
  const later = (line: string, second: number) => line.replace(/^\d+\+3/, `${second}+3`);
  const short = { idleTimeouts: { tcp: 20, udp: 10, icmp: 10 } };
  const udp = (line: string) => line.replace(' tcp ', ' udp ').replaceAll(':22', ':53');
  check([
    {
      title: 'ends for TCP as many seconds after the request as set',
      holds: log(BEFORE, REQUEST, later(REPLY, 30)),
      holdsWith: short,
      fails: log(BEFORE, REQUEST, later(REPLY, 31)),
      failsWith: short,
      verdict: 'likely P3',
    },
    {
      title: 'ends for UDP after 30 s',
      holds: log(BEFORE, udp(REQUEST), udp(later(REPLY, 40))),
      fails: log(BEFORE, udp(REQUEST), udp(later(REPLY, 41))),
      verdict: 'likely P3',
    },
    {
      title: 'leaves undecided what comes so long after the request’s end',
      holds: log(BEFORE, udp(REQUEST), udp(later(REPLY, 40))),
      fails: log(BEFORE, udp(REQUEST), udp(later(REPLY, 44))),
      verdict: 'undecided P3',
    },
    {
      title: 'leaves it undecided though the request comes again later',
      holds: log(BEFORE, udp(REQUEST), udp(later(REPLY, 40)), udp(later(REQUEST, 60))),
      fails: log(BEFORE, udp(REQUEST), udp(later(REPLY, 44)), udp(later(REQUEST, 60))),
      verdict: 'undecided P3',
    },
    {
      title: 'ends for typed ICMP after the request’s end',
      holds: log(BEFORE, PING, later(PONG, 23)),
      holdsWith: short,
      fails: log(BEFORE, PING, later(PONG, 24)),
      failsWith: short,
      verdict: 'undecided P3',
    },
    {
      title: 'ends for typed ICMP after the request’s start where the local side asks',
      holds: log(BEFORE, mirrored(PING), later(mirrored(PONG), 20)),
      holdsWith: short,
      fails: log(BEFORE, mirrored(PING), later(mirrored(PONG), 21)),
      failsWith: short,
      verdict: 'likely P3',
    },
    {
      title: 'begins with the request',
      holds: log(BEFORE, REQUEST, REPLY),
      fails: log(BEFORE, later(REQUEST, 11), REPLY),
      verdict: 'undecided P3',
    },
    {
      title: 'is unknown where times are bounds of a window',
      holds: log(BEFORE, REQUEST, REPLY),
      fails: log(QUIET, windowed(COMPANY), windowed(REQUEST), windowed(REPLY)),
      verdict: 'likely P3',
    },
  ]);

  it('holds for bounds of a window by TCP flags', () => {
    const flagged = log(windowed(`${high(REQUEST)} flags=2`), windowed(`${high(REPLY)} flags=18`));
    assert.equal(judged(log(QUIET, windowed(COMPANY), flagged)), 'proved');
  });

  it('holds for bounds of a window by ICMP types', () => {
    assert.equal(judged(log(QUIET, windowed(COMPANY), windowed(PING), windowed(PONG))), 'proved');
  });

  it('does not hold in a later window either, for its bounds', () => {
    const next = windowed(high(REPLY)).replace('0+60', '60+60');
    assert.match(
      judged(log(QUIET, windowed(COMPANY), windowed(high(REQUEST)), next)),
      /^\S+ P2 P3$/,
    );
  });
});

describe('what else speaks against a proof', () => {
  const plain = log(BEFORE, REQUEST, REPLY);
  const flagged = (asked: number, answered: number) =>
    log(BEFORE, `${REQUEST} flags=${asked}`, `${REPLY} flags=${answered}`);
  const unread = (short: string) => log(plain, short);
  check([
    {
      title: 'a refused record that counts no packet',
      holds: plain,
      fails: log(BEFORE, REQUEST, `${REPLY} 0p`),
      verdict: 'undecided packets',
    },
    {
      title: 'an accepted record that counts no packet',
      holds: plain,
      fails: log(BEFORE, `${REQUEST} 0p`, REPLY),
      verdict: 'undecided packets',
    },
    {
      title: 'a reset among the accepted packets',
      holds: flagged(2, 18),
      fails: flagged(4, 0),
      verdict: 'undecided flags',
    },
    {
      title: 'FIN among the accepted packets',
      holds: flagged(2, 18),
      fails: flagged(1, 4),
      verdict: 'undecided flags',
    },
    {
      title: 'FIN among the accepted packets, though a SYN-ACK was refused',
      holds: flagged(2, 18),
      fails: flagged(3, 18),
      verdict: 'likely flags',
    },
    {
      title: 'FIN among the refused packets, but not a reset',
      holds: flagged(2, 4),
      fails: flagged(2, 19),
      verdict: 'likely flags',
    },
    {
      title: 'a SYN whose answer is not among what was refused',
      holds: flagged(2, 18),
      fails: flagged(2, 0),
      verdict: 'likely flags',
    },
    ...['224.0.0.9', '255.255.255.255', '0.0.0.0', '127.0.0.1'].map(address => ({
      title: `${address} at one end`,
      holds: plain,
      fails: plain.replaceAll('203.0.113.12', address),
      verdict: 'undecided hosts',
    })),
    {
      title: 'a record of the same addresses whose action cannot be read',
      holds: unread('11+3 10.0.0.4:22 > 203.0.113.13:50000 tcp accept'),
      fails: unread('11+3 10.0.0.4:22 > 203.0.113.12:50000 tcp accept'),
      verdict: 'likely unread',
    },
    {
      title: 'such a record in the window before, but not earlier',
      holds: unread('-110+9 10.0.0.4:22 > 203.0.113.12:50000 tcp accept'),
      fails: unread('-50+9 10.0.0.4:22 > 203.0.113.12:50000 tcp accept'),
      verdict: 'likely unread',
    },
    {
      title: 'such a record whose source cannot be read either',
      holds: unread('11+3 x:22 > 203.0.113.13:50000 tcp accept'),
      fails: unread('11+3 x:22 > 203.0.113.12:50000 tcp accept'),
      verdict: 'likely unread',
    },
  ]);

  it('is a record of the same addresses whose time cannot be read, or that claims to have no data', () => {
    const faulty = logOf(unread('11+3 10.0.0.4:22 > 203.0.113.12:50000 tcp ACCEPT'));
    const certainties = (text: string) =>
      [...findingsOf(text).stories()]
        .filter(({ code }) => code === 'reply-rejected-by-acl')
        .map(
          ({ certainty, failures }) => `${certainty} ${failures.map(({ name }) => name).join()}`,
        );
    const [time, status] = [/(\d{10}) \d{10} ACCEPT OK$/, /OK$/];
    assert.deepEqual(certainties(faulty.replace(time, '$1000 $1000 ACCEPT OK')), ['likely unread']);
    assert.deepEqual(certainties(faulty.replace(status, 'NODATA')), ['likely unread']);
  });

  it('is not the lack of packet counts where the interface counts none', () => {
    const none = plain.replaceAll(/(ACCEPT|REJECT)$/gm, '$1 0p');
    assert.equal(judged(none), 'proved');
  });

  it('says how many lines cannot be read at all', () => {
    const whole = findingsOf(`${logOf(plain)}\nno record\n`);
    const [story] = [...whole.stories()].filter(({ certainty }) => certainty === 'proved');
    assert.ok(
      story?.assumptions.some(text => text.startsWith('1 line of the log cannot be read, and is')),
    );
  });

  it('is one subnet where both addresses are link-local', () => {
    const local = log(BEFORE, REQUEST, REPLY)
      .replaceAll('203.0.113.12', '[fe80::12]')
      .replaceAll('198.51.100.7', '[fe80::7]')
      .replaceAll('10.0.0.4', '[fe80::4]');
    const codes = storiesOf(local).map(({ code, certainty }) => `${code} ${certainty}`);
    assert.ok(codes.includes('late-packets-rejected undecided'), codes.join());
  });
});

/** A record with its addresses swapped. */
function mirrored(short: string): string {
  return short.replace(/(\S+) > (\S+)/, '$2 > $1');
}

/** Records with the bounds of the window from 0 to 60 for times. */
function windowed(short: string): string {
  return short.replaceAll(/^( *)\d+\+\d+/gm, '$10+60');
}
