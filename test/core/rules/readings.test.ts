import assert from 'node:assert/strict';
import { checkLog, edited } from '../../support/checkLog';

const start = '2 1251762227 eni-lq6mkcis';
const times = '1750147210 1750147217';

/** The titles of the fixes that a line is offered. */
const fixesOf = (line: string) => checkLog(line).flatMap(({ fix }) => (fix ? [fix.title] : []));

/** Two lines with the same fault: what the first offers loses nothing, the second's would. */
const PAIRS: readonly (readonly [what: string, certain: string, title: string, lossy: string])[] = [
  [
    'the port behind an address, where it stands nowhere else',
    `${start} 203.0.113.9:40000 10.0.0.5 40000 443 6 3 180 ${times} ACCEPT OK`,
    'Write 203.0.113.9',
    `${start} 203.0.113.9:40000 10.0.0.5 443 6 3 180 ${times} ACCEPT OK`,
  ],
  [
    'the port behind an IPv6 address, where it stands nowhere else',
    `${start} [2001:db8::9]:40000 2001:db8::5 40000 443 6 3 180 ${times} ACCEPT OK`,
    'Write 2001:db8::9',
    `${start} [2001:db8::9]:40000 2001:db8::5 443 6 3 180 ${times} ACCEPT OK`,
  ],
  [
    'a value, where another one may be the one too many',
    `${start} 203.0.113.9 10.0.0.5 40000 443 6 tcp 3 1800 ${times} ACCEPT OK`,
    'Remove tcp',
    `${start} 203.0.113.9 10.0.0.5 40000 443 6 3 1 800 ${times} ACCEPT OK`,
  ],
  [
    'a value that stands in another column',
    `${start} 203.0.113.9 10.0.0.5 40000 443 6 3 1800 ${times} OK ACCEPT OK`,
    'Remove OK',
    `${start} 203.0.113.9 10.0.0.5 40000 443 6 3 1800 ${times} OK ACCEPT`,
  ],
];

describe('A fix', () => {
  for (const [what, certain, title, lossy] of PAIRS) {
    it(`does not take away ${what}`, () => {
      assert.ok(fixesOf(certain).includes(title), fixesOf(certain).join());
      assert.notEqual(checkLog(lossy).length, 0);
      assert.deepEqual(fixesOf(lossy), []);
    });
  }
});

describe('A record as other hands write it', () => {
  const keyed =
    'srcaddr:192.63.197.94 dstport:22 account-id:1251762227 start:1655104384 dstaddr:10.0.3.4 version:0001_0001 packets:2 protocol:6 bytes:108 action:REJECT srcport:58188 end:1655104384 log-status:OK interface-id:eni-lq6mkcis';

  it('is key:value where blanks stand behind the colons, and becomes what it was by the fixes', () => {
    const spaced = keyed.replaceAll(':', ': ');
    const problems = checkLog(spaced);
    assert.deepEqual(new Set(problems.map(({ code }) => code)), new Set(['unusual-blank']));
    const edits = problems.flatMap(({ fix }) => fix?.edits ?? []);
    assert.equal(edited(spaced, edits), keyed);
  });

  it('has its interface as eni-id in the logs of Alibaba Cloud', () => {
    assert.deepEqual(
      checkLog(keyed.replace('interface-id:eni-lq6mkcis', 'eni-id:eni-8vbf2jxul0abcdefghij')),
      [],
    );
  });

  it('of which nothing is known is not said to have values under NODATA', () => {
    const names = [
      'srcaddr',
      'dstaddr',
      'srcport',
      'dstport',
      'protocol',
      'packets',
      'bytes',
      'action',
    ];
    const empty = names.reduce(
      (line, name) => line.replace(new RegExp(`(^| )${name}:\\S+`), `$1${name}:`),
      keyed.replace('log-status:OK', 'log-status:NODATA'),
    );
    const codes = checkLog(empty).map(({ code }) => code);
    assert.deepEqual(
      codes,
      names.map(() => 'empty-value'),
    );
  });

  it('may come from a host that asks for its address', () => {
    const ask = `${start} 0.0.0.0 255.255.255.255 68 67 17 1 328 ${times} ACCEPT OK`;
    const codes = (line: string) => checkLog(line).map(({ code }) => code);
    assert.deepEqual(codes(ask), []);
    assert.deepEqual(codes(ask.replace('68 67', '68 53')), ['source-not-unicast']);
  });

  it('is not multiplied by a thousand where a fraction may be meant', () => {
    const decimal = `${start} 10.0.1.5 10.0.2.9 50000 443.000 6.000 20.000 4.249 ${times} ACCEPT OK`;
    const titles = checkLog(decimal).map(({ fix }) => fix?.title);
    assert.deepEqual(titles, [undefined, undefined, undefined, 'Write 4249']);
  });
});

describe('A type and code of ICMP', () => {
  const at = (dstport: number) =>
    `${start} 203.0.113.9 10.0.0.5 7 ${dstport} 1 3 180 ${times} ACCEPT OK`;
  const saidOf = (dstport: number, icmpOrder: 'auto' | 'type-high' | 'type-low') =>
    checkLog(at(dstport), { icmpOrder }).map(({ code, message }) => `${code}: ${message}`);

  it('is read in the order that the user sets', () => {
    for (const order of ['auto', 'type-high'] as const) {
      assert.match(
        saidOf(8, order).join(),
        /^icmp-code-unregistered: 8 is type 0, code 8.*swapped/,
      );
    }
    assert.deepEqual(saidOf(8, 'type-low'), []);
    assert.match(saidOf(65_280, 'type-low').join(), /65280 is type 0, code 255, which/);
  });
});
