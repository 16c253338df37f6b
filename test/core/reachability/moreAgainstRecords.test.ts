import assert from 'node:assert/strict';
import { storiesOf, storyWith } from './logs';
import { BEFORE, judged, log, REPLY, REQUEST } from './refusedReplies';

describe('A proof beside settings that the records contradict', () => {
  const plain = log(BEFORE, REQUEST, REPLY);
  const set = (...addresses: string[]) => ({ eniAddresses: { 'eni-lq6mkcis': addresses } });

  it('is none where the address that is set is not the one in every record', () => {
    assert.equal(judged(plain, set('10.0.0.4')), 'proved');
    assert.match(judged(plain, set('203.0.113.12')), /^likely .*P1/);
  });

  it('is none where records have no address that is set', () => {
    const others = log('7+3 198.51.100.7:40000 > 10.7.7.7:443 tcp ACCEPT', plain);
    assert.match(judged(others, set('10.0.0.4')), /^likely .*P1/);
  });

  it('is none where one of several subnets that overlap holds both addresses', () => {
    const near = plain.replaceAll('203.0.113.12', '10.0.2.9');
    assert.equal(judged(near, { subnets: ['10.0.0.0/24', '10.0.2.0/24'] }), 'proved');
    assert.match(judged(near, { subnets: ['10.0.0.0/16', '10.0.2.0/24'] }), /^likely .*P6/);
  });
});

describe('A port that says who began', () => {
  const ends = (flags: number, back: number) =>
    log(
      BEFORE,
      `10+3 203.0.113.12:50000 > 10.0.0.4:22 tcp ACCEPT flags=${flags}`,
      `10+3 10.0.0.4:22 > 203.0.113.12:50000 tcp REJECT flags=${back}`,
    );
  const told = (short: string) =>
    storiesOf(short).find(({ code }) => code === 'reply-rejected-by-acl')?.certainty;

  it('does not establish it against a SYN-ACK', () => {
    assert.equal(told(ends(2, 18)), 'proved');
    assert.notEqual(told(ends(18, 0)), 'proved');
  });
});

describe('Packets of the size of a handshake', () => {
  const told = (sign: string) =>
    storiesOf(
      log(
        BEFORE,
        `10+3 10.0.0.4:50000 > 203.0.113.12:22 tcp ACCEPT 1p 60b${sign}`,
        `11+3 203.0.113.12:22 > 10.0.0.4:50000 tcp REJECT 1p 60b${sign && ' flags=4'}`,
      ),
    ).find(({ code }) => code === 'reply-rejected-by-acl')?.certainty;

  it('are one where no flags are on record', () => {
    assert.equal(told(''), 'proved');
    assert.equal(told(' flags=2'), 'proved');
  });

  it('are none where flags are, and no SYN', () => {
    assert.equal(told(' flags=16'), 'likely');
    assert.equal(told(' flags=0'), 'likely');
  });
});

describe('Throttled records of several pairs of regions', () => {
  const at = (start: number, from: string, to: string) =>
    `${start}+5 10.1.0.1:50000 > 10.2.0.1:443 tcp REJECT 5p 500b @ccn-abcd1234/${from}/${to}`;

  it('are told with their regions where these are the same', () => {
    const { regions, proves } = storyWith(
      'throttled',
      log(at(0, 'ap-guangzhou', 'ap-beijing'), at(500, 'ap-guangzhou', 'ap-beijing')),
    );
    assert.deepEqual(regions, ['ap-guangzhou', 'ap-beijing']);
    assert.match(proves, /between ap-guangzhou and ap-beijing/);
  });

  it('are not told of the first of them', () => {
    const { regions, summary, proves, doesNotProve } = storyWith(
      'throttled',
      log(at(0, 'ap-guangzhou', 'ap-beijing'), at(500, 'ap-guangzhou', 'ap-shanghai')),
    );
    assert.equal(regions, undefined);
    assert.doesNotMatch(`${summary} ${proves}`, /ap-beijing|ap-shanghai/);
    assert.match(doesNotProve, /the records name several/);
  });
});

describe('Traffic inside one subnet', () => {
  const settings = {
    subnets: ['10.0.1.0/24'],
    eniAddresses: { 'eni-lq6mkcis': ['10.0.1.4'] },
  };

  it('has the security group alone for a suspect', () => {
    const short = '5+5 10.0.1.9:50002 > 10.0.1.4:80 tcp REJECT';
    const { layer, summary, nextCheck } = storyWith('request-rejected', short, settings);
    assert.equal(layer, 'security-group');
    assert.match(summary, /^As far as can be told, the security group refused/);
    assert.match(summary, /in one subnet, where no network ACL works\./);
    assert.doesNotMatch(nextCheck, /network ACL/);
  });

  it('has no network ACL at the other end either', () => {
    const short = '5+5 10.0.1.4:50002 > 10.0.1.9:80 tcp ACCEPT';
    const { doesNotProve } = storyWith('no-reply-seen', short, settings);
    assert.match(doesNotProve, /the security group of 10\.0\.1\.9;/);
  });
});

describe('What another interface refused', () => {
  const own = (id: string, local: string) =>
    [1, 2, 3].map(i => `${i}+5 ${local}:41000 > 10.9.${i}.9:443 tcp ACCEPT @${id}`).join('\n');
  const request = '10.1.0.5:50000 > 10.2.0.6:443 tcp';
  const told = (at: number) =>
    storiesOf(
      log(
        own('eni-aaaaaaaa', '10.1.0.5'),
        own('eni-bbbbbbbb', '10.2.0.6'),
        `20000+5 ${request} ACCEPT @eni-aaaaaaaa`,
        `${at}+5 ${request} REJECT @eni-bbbbbbbb`,
        `${at + 40_000}+5 ${request} REJECT @eni-bbbbbbbb`,
      ),
    ).find(({ summary }) => /10\.2\.0\.6 was let out/.test(summary))!.summary;

  it('is told where it did so at that time', () => {
    assert.match(told(20_000), /eni-bbbbbbbb refused it at the other end \(line 8\)/);
  });

  it('is not told of hours before and after', () => {
    assert.doesNotMatch(told(100), /eni-bbbbbbbb/);
  });
});

describe('ICMP errors beside a conversation', () => {
  const asked = (...errors: string[]) =>
    storiesOf(
      log(
        ...errors,
        '20000+5 10.0.0.4:50000 > 203.0.113.12:9999 udp ACCEPT',
        '20400+5 198.51.100.7:40000 > 10.0.0.4:443 tcp ACCEPT',
      ),
    ).find(({ summary }) => summary.includes('9999'))!.summary;
  const error = (start: number, type: number, code: number) =>
    `${start}+1 203.0.113.12 > 10.0.0.4 icmp(${type},${code},7) ACCEPT`;

  it('are those of its time, each with its own type', () => {
    const summary = asked(error(10, 3, 3), error(20_002, 11, 0));
    assert.match(summary, /type 11 code 0/);
    assert.doesNotMatch(summary, /type 3 code 3/);
  });

  it('are none of hours before and after', () => {
    assert.doesNotMatch(asked(error(10, 3, 3), error(60_000, 3, 3)), /ICMP error/);
  });

  it('do not say of a redirected packet that it was not delivered', () => {
    const summary = asked(error(20_002, 5, 1));
    assert.match(summary, /type 5 code 1.* it was forwarded/);
    assert.doesNotMatch(summary, /could not be delivered/);
  });
});
