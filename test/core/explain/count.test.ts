import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { hover } from './hover';

/** The hover on packets or bytes of a record with that window. */
const on = (packets: string, bytes: string, window = 60, action = 'ACCEPT') =>
  hover(
    `2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 22 6 ${packets} ${bytes} 1418530010 ${1_418_530_010 + window} ${action} OK`,
  );

describe('hover on packets and bytes', () => {
  it('gives bytes in groups and in a binary unit, per packet, and as a rate', () => {
    const { headline, details } = on('20', '|4249');
    equal(headline, '4,249 bytes (4.15 KiB)');
    deepEqual(details, [
      '212.5 bytes per packet.',
      '566.5 bit/s, 0.33 packets/s on average over 60 s (start to end).',
      'Tencent Cloud counts outbound traffic before rate limiting, inbound after it.',
    ]);
    equal(on('|20', '4249').headline, '20 packets');
    equal(on('|1', '60').headline, '1 packet');
    equal(on('2', '|108').headline, '108 bytes');
    equal(on('1234567', '|1048576').headline, '1,048,576 bytes (1 MiB)');
  });

  it('has no rate for a window of no seconds, or of fewer than none', () => {
    match(on('2', '|108', 0).text, /No rate: start and end are the same second\./);
    doesNotMatch(on('2', '|108', -5).text, /No rate|bit\/s/);
  });

  it('does not divide by no packets', () => {
    const { text } = on('0', '|108');
    doesNotMatch(text, /per packet|NaN|Infinity|∞/);
    match(text, /0 packets\/s/);
  });

  it('gives a rate that is next to nothing as more than nothing', () => {
    match(on('|1', '60', 300).text, /1\.6 bit\/s, < 0\.01 packets\/s on average/);
    match(on('|1', '1').text, /^1 byte per packet\.$/m);
  });

  it('does without the other count where it is illegal', () => {
    const { text } = on('many', '|6000');
    doesNotMatch(text, /per packet|packets\/s/);
    match(text, /800 bit\/s on average/);
  });

  it('says that refused traffic was counted all the same', () => {
    match(on('20', '|4249', 60, 'REJECT').text, /Counted but not let through/);
  });

  it('reads milliseconds in both times', () => {
    const { text } = hover(
      '2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 22 6 20 |6000 1418530010000 1418530070000 ACCEPT OK',
    );
    match(text, /800 bit\/s, 0\.33 packets\/s on average over 60 s/);
  });

  it('takes -1 for no value only where there is no data', () => {
    equal(on('20', '|-1').headline, 'Not a legal count: “-1”');
    equal(
      hover('V1 1251762227 eni-lq6mkcis - - - - - |-1 -1 1431280876 1431280934 - NODATA').headline,
      'No value: no traffic to record in this window (NODATA)',
    );
  });

  it('says that a count is not expected where there is no data', () => {
    const { headline, details } = hover(
      'V1 1251762227 eni-lq6mkcis - - - - - |7 - 1431280876 1431280934 - NODATA',
    );
    equal(headline, '7 packets');
    deepEqual(details, ['Not expected here: the log-status is NODATA.']);
  });
});
