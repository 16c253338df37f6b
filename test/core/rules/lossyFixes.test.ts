import assert from 'node:assert/strict';
import { checkLog } from '../../support/checkLog';

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
