import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import type { ExplainContext } from '../../../server/src/core/explain/explanation';
import { hover } from './hover';

const on = (start: string, end: string, context: Partial<ExplainContext> = {}) =>
  hover(
    `2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 22 6 20 4249 ${start} ${end} ACCEPT OK`,
    context,
  );

describe('hover on a time', () => {
  const zoneBefore = process.env.TZ;
  beforeEach(() => void (process.env.TZ = 'America/New_York'));
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = zoneBefore;
  });

  it('gives UTC, local time and the zones that the user wants', () => {
    const { headline, details } = on('|1418530010', '1418530070', {
      zones: ['Asia/Shanghai', 'Asia/Kolkata'],
    });
    equal(headline, '2014-12-14T04:06:50Z');
    deepEqual(details, [
      'Local: 2014-12-13 23:06:50 -05:00 (America/New_York)',
      'Asia/Shanghai: 2014-12-14 12:06:50 +08:00',
      'Asia/Kolkata: 2014-12-14 09:36:50 +05:30',
      'Window: 60 s from start to end.',
    ]);
  });

  it('shows each zone once', () => {
    const { details } = on('|1418530010', '1418530070', {
      zones: ['UTC', 'America/New_York', 'Asia/Shanghai', 'Asia/Shanghai'],
    });
    equal(details.length, 3);
  });

  it('says so of a zone that is none', () => {
    for (const zone of ['Nowhere/Land', '', '…']) {
      match(on('|1418530010', '1418530070', { zones: [zone] }).text, /not a time zone known here/);
    }
  });

  it('gives the length of the window', () => {
    match(on('1432917027', '|1432917142').text, /Window: 115 s \(1 min 55 s\) from start to end\./);
    match(on('|1655104384', '1655104384').text, /Window: 0 s, .* same second \(legal\)\./);
    match(on('|1655104384', '1655104379').text, /Window: none, end is 5 s before start\./);
    doesNotMatch(on('|1655104384', 'soon').text, /Window/);
  });

  it('takes the times of a CCN record for those of its packets', () => {
    const at = (end: string, rest: string) =>
      hover(`2 ap-guangzhou ccn-a1b2c3d4 ${rest.replace('END', end)}`).text;
    const traffic =
      '10.40.1.8 10.20.2.21 50312 443 6 ap-guangzhou na-siliconvalley 20 4249 |1700000000 END ACCEPT OK';
    match(
      at('1700000020', traffic),
      /First to last packet: 20 s; the capture window is not recorded/,
    );
    match(at('1700000000', traffic), /First and last packet: in the same second\./);
    const none = '- - - - - ap-guangzhou na-siliconvalley - - |1700000000 END - NODATA';
    match(at('1700000060', none), /Window: 60 s from start to end\./);
  });

  it('takes the times of an AWS record for those of its packets', () => {
    const { text } = hover(
      '2 123456789010 eni-1235b8ca123456789 10.0.0.5 10.0.1.5 1 22 6 2 80 1418530010 |1418530070 ACCEPT OK',
    );
    match(text, /First to last packet: 60 s/);
  });

  it('gives the distance to the record before, for start', () => {
    const from = (previousStart: number) => on('|1418530010', '1418530070', { previousStart }).text;
    match(from(1_418_530_000), /Starts 10 seconds later than the record before it in the file\./);
    match(from(1_418_530_011), /Starts 1 second earlier than the record before/);
    match(from(1_418_530_010), /Starts in the same second as the record before/);
    const end = on('1418530010', '|1418530070', { previousStart: 1_418_530_000 });
    doesNotMatch(end.text, /record before/);
  });

  it('reads thirteen digits as milliseconds, and says so', () => {
    const { headline, details } = on('|1418530010123', '1418530070123');
    equal(headline, '2014-12-14T04:06:50.123Z');
    equal(details[0], 'Thirteen digits: read as milliseconds; a flow log has seconds.');
    match(details.join('\n'), /Window: 60 s/);
    doesNotMatch(on('|1418530010123', '1418530070').text, /Window/, 'two units');
  });

  it('reads the whole range of Unix seconds', () => {
    equal(on('|0', '1418530070').headline, '1970-01-01T00:00:00Z');
    equal(on('|4294967295', '1418530070').headline, '2106-02-07T06:28:15Z');
  });

  it('decodes nothing else', () => {
    for (const text of ['4294967296', '-5', '2014-12-14', '0418530010', '99999999999999']) {
      equal(on(`|${text}`, '1418530070').headline, `Not a legal time: “${text}”`);
    }
  });
});
