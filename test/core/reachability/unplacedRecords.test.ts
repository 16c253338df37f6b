import assert from 'node:assert/strict';
import { findingsOf, logOf } from './logs';
import { BEFORE, log, REPLY, REQUEST } from './refusedReplies';

describe('what may have been of the same place or five-tuple', () => {
  const proved = logOf(log(BEFORE, REQUEST, REPLY));
  const skipped = '2 1251762227 eni-lq6mkcis - - - - - - - 1699999980 1700000040 - SKIPDATA';
  const certainty = (extra: string) =>
    [...findingsOf(`${proved}\n${extra}\n`).stories()].find(
      ({ code }) => code === 'reply-rejected-by-acl',
    )?.certainty;

  it('is proved without it', () => {
    assert.equal(certainty('# nothing'), 'proved');
  });

  for (const [what, line] of Object.entries({
    'a record of skipped data in lower case': skipped.replace('SKIPDATA', 'skipdata'),
    'one in quotes': skipped.replace('SKIPDATA', '"SKIPDATA"'),
    'one whose times are in milliseconds': skipped.replace(/(\d{10}) (\d{10})/, '$1000 $2000'),
    'one that ends before it starts': skipped.replace(/(\d{10}) (\d{10})/, '$2 $1'),
    'one that names no interface': skipped.replace('eni-lq6mkcis', '-'),
    'one without a log-status': skipped.replace('SKIPDATA', '-'),
  })) {
    it(`is ${what}`, () => assert.equal(certainty(line), 'likely'));
  }

  const record = logOf('11+3 10.0.0.4:22 > 203.0.113.12:50000 tcp ACCEPT').split('\n').at(-1)!;
  for (const [what, id] of Object.entries({
    'names no interface': '-',
    'has its interface in quotes': '"eni-lq6mkcis"',
  })) {
    it(`is a record that ${what}`, () => {
      assert.equal(certainty(record.replace('eni-lq6mkcis', id)), 'likely');
    });
  }

  it('is a record whose interface is written in upper case, of the same place', () => {
    assert.equal(certainty(record.replace('eni-lq6mkcis', 'ENI-LQ6MKCIS')), undefined);
  });

  it('is no record of another interface', () => {
    assert.equal(certainty(record.replace('eni-lq6mkcis', 'eni-a1b2c3d4')), 'proved');
  });
});
