import assert from 'node:assert/strict';
import { readsAsHeader } from '../../../server/src/core/layouts/declared';
import { checkLog } from '../../support/checkLog';

const said = (log: string) =>
  checkLog(log).map(({ line, code, message }) => `${line + 1} ${code}: ${message}`);

describe('Columns that a header declares', () => {
  for (const header of [
    'srcaddr dstaddr',
    'srcaddr dstaddr bytes',
    'bytes packets action',
    'srcaddr dstaddr bytes colour size shape',
    '__TIMESTAMP__ __SOURCE__ srcaddr dstaddr bytes',
    'srcaddr dstaddr __TAG__.region __FILENAME__',
  ]) {
    it(`are any of the known ones: ${header}`, () => {
      assert.ok(readsAsHeader(header.split(' ')));
    });
  }

  for (const words of [
    'source port',
    'start end',
    'version protocol',
    'action direction',
    'srcaddr',
  ]) {
    it(`are no two words of a sentence: ${words}`, () => {
      assert.equal(readsAsHeader(words.split(' ')), false);
    });
  }

  it('may be so few that hardly one of them is telling', () => {
    assert.deepEqual(said('srcaddr dstaddr\n192.0.2.1 10.0.0.5\n'), []);
    assert.deepEqual(said('srcaddr bytes\n192.0.2.1 60\n192.0.2.1 x60\n').length, 1);
  });

  it('may have what the log service adds', () => {
    const header = '__TIMESTAMP__ __SOURCE__ __TAG__.zone srcaddr dstaddr bytes';
    assert.deepEqual(said(`${header}\n1655104400000 9.9.9.9 a 192.0.2.1 10.0.0.5 60`), []);
  });

  it('name the field that is missing, and the value too many', () => {
    const header = 'srcaddr dstaddr bytes vpc-id action';
    const problems = said(
      `${header}\n192.0.2.1 10.0.0.5 60 ACCEPT\n192.0.2.1 10.0.0.5 60 red ACCEPT REJECT`,
    );
    assert.match(
      problems[0]!,
      /^2 field-missing: bytes or vpc-id is missing between dstaddr and action/,
    );
    assert.match(problems[1]!, /^3 field-extra: .*ACCEPT/);
    assert.equal(problems.length, 2);
  });
});

describe('A record without data whose times are absent, too', () => {
  it('is a record, with both times to be mended', () => {
    const problems = said('2 1300000001 eni-a1b2c3d4 - - - - - - - - - - NODATA');
    assert.deepEqual(
      problems.map(text => text.slice(0, 24)),
      ['1 absent-under-ok: start', '1 absent-under-ok: end i'],
    );
  });
});

describe('A key:value record', () => {
  it('may have what the log service adds', () => {
    const keyed =
      'srcaddr:192.0.2.10 dstport:443 account-id:1300000001 start:1700000000 dstaddr:10.0.1.5 version:2 packets:20 protocol:6 bytes:4249 action:ACCEPT srcport:50312 end:1700000060 log-status:OK interface-id:eni-a1b2c3d4';
    assert.deepEqual(
      said(`${keyed} __TIMESTAMP__:1655104400000 __SOURCE__:10.0.0.1 __TAG__.zone:a`),
      [],
    );
  });
});
