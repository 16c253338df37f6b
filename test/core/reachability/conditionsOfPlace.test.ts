import assert from 'node:assert/strict';
import { storiesOf } from './logs';
import { BEFORE, check, COMPANY, judged, log, PING, PONG, REPLY, REQUEST } from './refusedReplies';

describe('condition P4, one action a direction', () => {
  const plain = log(BEFORE, REQUEST, REPLY);
  const early = (line: string, start: number) => line.replace(/^\d+\+3/, `${start}+20`);
  check([
    {
      title: 'fails with an ACCEPT of the reply in the window before',
      holds: log(plain, early(REPLY, -71).replace('REJECT', 'ACCEPT')),
      fails: log(plain, early(REPLY, -70).replace('REJECT', 'ACCEPT')),
      verdict: 'likely P4',
    },
    {
      title: 'fails with a REJECT of the request in the window before',
      holds: log(plain, early(REQUEST, -71).replace('ACCEPT', 'REJECT')),
      fails: log(plain, early(REQUEST, -70).replace('ACCEPT', 'REJECT')),
      verdict: 'likely P4',
    },
    {
      title: 'fails with a later ACCEPT of the reply',
      holds: plain,
      fails: log(plain, '30+3 10.0.0.4:22 > 203.0.113.12:50000 tcp ACCEPT'),
      verdict: 'likely P4',
    },
    {
      title: 'looks a window back, however closely a setting pairs',
      holds: log(plain, early(REPLY, -71).replace('REJECT', 'ACCEPT')),
      holdsWith: { pairingWindow: 5 },
      fails: log(plain, early(REPLY, -70).replace('REJECT', 'ACCEPT')),
      failsWith: { pairingWindow: 5 },
      verdict: 'likely P4',
    },
    {
      title: 'fails where the setting alone keeps apart what follows',
      holds: log(plain, '71+3 10.0.0.4:22 > 203.0.113.12:50000 tcp ACCEPT'),
      holdsWith: { pairingWindow: 5 },
      fails: log(plain, '70+3 10.0.0.4:22 > 203.0.113.12:50000 tcp ACCEPT'),
      failsWith: { pairingWindow: 5 },
      verdict: 'likely P4',
    },
  ]);

  it('looks back through all that only the setting keeps apart', () => {
    const accepted = (start: number) => REQUEST.replace('10+3', `${start}+3`);
    const passed = early(REPLY, -90).replace('REJECT', 'ACCEPT');
    const between = log(accepted(-60), accepted(-30));
    const settings = { pairingWindow: 5 };
    const codes = storiesOf(log('-180+60 NODATA', plain, passed, between), settings).map(
      ({ code, certainty }) => `${certainty} ${code}`,
    );
    assert.ok(
      codes.every(code => code !== 'proved reply-rejected-by-acl'),
      codes.join(),
    );
  });
});

describe('condition P5, what the records cover', () => {
  const plain = log(BEFORE, REQUEST, REPLY);
  check([
    {
      title: 'reaches back a window before the request',
      holds: log('-50+60 NODATA', COMPANY, REQUEST, REPLY),
      fails: log('-49+60 NODATA', COMPANY, REQUEST, REPLY),
      verdict: 'likely P5',
    },
    {
      title: 'is broken by skipped records in the window before',
      holds: log(plain, '-111+60 SKIPDATA'),
      fails: log(plain, '-110+60 SKIPDATA'),
      verdict: 'likely P5',
    },
    {
      title: 'is broken by a window without any record',
      holds: plain,
      fails: log('-180+60 NODATA', '-120+60 NODATA', COMPANY, REQUEST, REPLY),
      verdict: 'likely P5',
    },
    {
      title: 'is broken by skipped records within the conversation',
      holds: log(plain, '14+60 SKIPDATA'),
      fails: log(plain, '13+60 SKIPDATA'),
      verdict: 'likely P5',
    },
  ]);

  it('takes no less than a window of the log for one, however closely a setting pairs', () => {
    const settings = { pairingWindow: 0 };
    const late = log('-49+60 NODATA', COMPANY, REQUEST, REPLY);
    const silent = log('-180+60 NODATA', '-120+60 NODATA', COMPANY, REQUEST, REPLY);
    assert.equal(judged(plain, settings), 'proved');
    assert.equal(judged(late, settings), 'likely P5');
    assert.equal(judged(silent, settings), 'likely P5');
  });

  it('takes no more than a window of the log for a missing one, however widely a setting pairs', () => {
    const silent = log('-700+20 198.51.100.7:40000 > 10.0.0.4:443 tcp ACCEPT', COMPANY);
    assert.equal(judged(log(silent, REQUEST, REPLY), { pairingWindow: 600 }), 'likely P5');
  });

  it('need not reach back for typed ICMP', () => {
    assert.equal(judged(log(COMPANY, PING, PONG)), 'proved');
    assert.equal(judged(log(COMPANY, PING, PONG, '10+5 SKIPDATA')), 'likely P5');
  });
});

describe('condition P6, subnets', () => {
  const near = log(BEFORE, REQUEST, REPLY).replaceAll('203.0.113.12', '10.0.9.12');
  const far = log(BEFORE, REQUEST, REPLY).replaceAll('203.0.113.12', '10.1.9.12');
  check([
    {
      title: 'fails for two addresses in one /16',
      holds: far,
      fails: near,
      verdict: 'likely P6',
    },
    {
      title: 'holds in one /16 if a setting separates them',
      holds: near,
      holdsWith: { subnets: ['10.0.0.0/24', '10.0.9.0/24'] },
      fails: near,
      verdict: 'likely P6',
    },
  ]);

  it('excludes the network ACL inside one subnet, and says that the model fails', () => {
    const [story] = storiesOf(near, { subnets: ['10.0.0.0/20'] }).filter(
      ({ ends }) => ends[0].address === '10.0.9.12',
    );
    assert.equal(story?.code, 'late-packets-rejected');
    assert.equal(story.certainty, 'undecided');
    assert.match(story.summary, /both addresses are in one subnet, where no network ACL works/);
    assert.match(story.summary, /What is usually assumed fails here/);
  });
});

describe('condition P7, the platform', () => {
  const plain = log(BEFORE, REQUEST, REPLY);
  for (const address of [
    '100.64.3.4',
    '169.254.0.23',
    '9.1.2.3',
    '11.1.2.3',
    '30.1.2.3',
    '183.60.83.19',
  ]) {
    it(`is not met by ${address}`, () => {
      assert.equal(judged(plain), 'proved');
      assert.equal(judged(plain.replaceAll('203.0.113.12', address)), 'likely P7');
    });
  }

  it('is not met by a port that the platform may block', () => {
    const ported = (port: number) => plain.replaceAll('203.0.113.12:50000', `203.0.113.12:${port}`);
    const flagged = (short: string) =>
      short
        .replace('22 tcp ACCEPT', '22 tcp ACCEPT flags=2')
        .replace('tcp REJECT', 'tcp REJECT flags=18');
    assert.equal(judged(flagged(ported(4443))), 'proved');
    assert.equal(judged(flagged(ported(4444))), 'likely platform-port');
  });
});

describe('an ACL that a setting speaks of', () => {
  const plain = log(BEFORE, REQUEST, REPLY);

  it('is not assumed where it is said to be bound', () => {
    const [story] = storiesOf(plain, { aclBound: { '10.0.0.0/24': true } });
    assert.equal(story?.certainty, 'proved');
    assert.doesNotMatch(story.assumptions.join(), /is bound/);
    assert.match(
      story.nextCheck,
      /^A network ACL is bound here \(setting\): check its outbound rules/,
    );
  });

  it('cannot have refused a reply where none is bound', () => {
    const codes = storiesOf(plain, { aclBound: { 'eni-lq6mkcis': false } }).map(({ code }) => code);
    assert.ok(!codes.includes('reply-rejected-by-acl'));
    assert.ok(codes.includes('late-packets-rejected'));
  });

  it('goes by the interface before the range of the address', () => {
    const settings = { aclBound: { '10.0.0.0/8': false, 'eni-lq6mkcis': true } };
    assert.equal(judged(plain, settings), 'proved');
  });
});

describe('the pattern of a handshake, where the local side asks over TCP', () => {
  const asked = (what: string) => `10 10.0.0.4:50000 > 203.0.113.12:443 tcp ACCEPT ${what}`;
  const refused = (what: string) => `10 203.0.113.12:443 > 10.0.0.4:50000 tcp REJECT ${what}`;
  check([
    {
      title: 'is that of a SYN and its answer, not of a keepalive and a reset',
      holds: log(BEFORE, asked('1p 60b'), refused('1p 60b')),
      fails: log(BEFORE, asked('1p 52b'), refused('1p 40b')),
      verdict: 'likely handshake',
    },
    {
      title: 'is not that of data',
      holds: log(BEFORE, asked('3p 180b'), refused('3p 180b')),
      fails: log(BEFORE, asked('3p 180b'), refused('3p 1800b')),
      verdict: 'likely handshake',
    },
  ]);

  it('does not matter where the other side asks', () => {
    const keepalive = REQUEST.replace('10+3', '10').concat(' 1p 52b');
    assert.equal(
      judged(log(BEFORE, keepalive, REPLY.replace('10+3', '10').concat(' 1p 40b'))),
      'proved',
    );
  });
});
