import { doesNotMatch, equal, match } from 'node:assert/strict';
import { hover } from './hover';

describe('hover on a log-status', () => {
  it('lists what is never collected where documents do', () => {
    const on = (ids: string) => hover(`${ids} - - - - - - - 1431280876 1431280934 - |NODATA`).text;
    match(on('2 123456789010 eni-1235b8ca123456789'), /never collected \(DHCP/);
    match(
      on('1 5f67944957444bd6bb4fe3b367de8f3d 1d515d18-1b36-47dc-a983-bd6512aed4bd'),
      /never collected may still have flowed/,
    );
  });

  it('says what OK is about', () => {
    const { headline, text } = hover(
      '2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 REJECT |OK',
    );
    equal(headline, 'OK – this record was written normally');
    match(text, /About the record, not the traffic/);
  });

  it('says that NODATA is legal and what it does not exclude', () => {
    const { headline, text } = hover(
      'V1 1251762227 eni-lq6mkcis - - - - - - - 1431280876 1431280934 - |NODATA',
    );
    equal(headline, 'NODATA – no traffic to record in this window');
    match(text, /A legal record/);
    match(text, /never collected .* may still have flowed/);
  });

  it('says of OK that a record without values contradicts it', () => {
    const { text } = hover('V1 1251762227 eni-lq6mkcis - - - - - - - 1431280876 1431280934 - |OK');
    match(text, /Yet the record leaves out/);
    doesNotMatch(
      hover(
        '2 1251762227 eni-lq6mkcis 10.0.0.5 10.0.1.5 1 22 6 2 80 1431280876 1431280934 ACCEPT |OK',
      ).text,
      /Yet/,
    );
  });

  it('does not call a record with values one without data', () => {
    const { text } = hover(
      'V1 1251762227 eni-lq6mkcis 10.0.0.5 10.0.1.5 1 22 6 2 80 1431280876 1431280934 ACCEPT |NODATA',
    );
    match(text, /Yet this record has values/);
    doesNotMatch(text, /A legal record/);
  });

  it('says that under SKIPDATA absence proves nothing', () => {
    const { headline, text } = hover(
      'V1 1251762227 eni-lq6mkcis - - - - - - - 1431280876 1431280934 - |SKIPDATA',
    );
    equal(headline, 'SKIPDATA – records of this window were skipped');
    match(text, /that a record is missing in this window proves nothing/);
    doesNotMatch(text, /CCN/);
  });

  it('says that CCN documents do not list SKIPDATA', () => {
    const { text } = hover(
      '0001_0001 ap-guangzhou ccn-abcd1234 - - - - - ap-guangzhou na-siliconvalley -1 -1 1655104384 1655104400 - |SKIPDATA',
    );
    match(text, /CCN records list only OK and NODATA/);
  });
});

describe('hover on an absent value', () => {
  const eni = (status: string) =>
    `V1 1251762227 eni-lq6mkcis |- - - - - - - 1431280876 1431280934 - ${status}`;

  it('means no traffic under NODATA, and nothing under SKIPDATA', () => {
    equal(hover(eni('NODATA')).headline, 'No value: no traffic to record in this window (NODATA)');
    equal(
      hover(eni('SKIPDATA')).headline,
      'No value: records of this window were skipped (SKIPDATA)',
    );
    match(hover(eni('SKIPDATA')).text, /proves nothing/);
  });

  it('is not expected under OK', () => {
    equal(hover(eni('OK')).headline, 'No value, although the log-status is OK');
    equal(hover(eni('ok')).headline, 'No value; no legal log-status says why');
  });

  it('is the rule for ports in CCN records of other protocols than TCP and UDP', () => {
    const ccn = (protocol: number) =>
      hover(
        `0001_0001 ap-guangzhou ccn-abcd1234 10.0.0.1 10.1.0.1 |- - ${protocol} ap-guangzhou na-siliconvalley 10 1000 1655104384 1655104400 ACCEPT OK`,
      );
    equal(ccn(47).headline, 'No port: CCN records have ports for TCP and UDP only');
    match(ccn(1).text, /type, code and identifier of these ICMP messages are not recorded/);
    equal(ccn(17).headline, 'No port, although the protocol is UDP');
  });

  it('is not provided for where every record has a value', () => {
    const { text } = hover('V1 1251762227 eni-lq6mkcis - - - - - - - |- 1431280934 - NODATA');
    match(text, /do not provide for a record without start/);
  });

  it('may mean that the field does not apply in AWS records', () => {
    const { headline } = hover(
      'version account-id interface-id srcaddr dstaddr srcport dstport protocol tcp-flags log-status\n5 123456789010 eni-1235b8ca123456789 10.0.0.1 10.0.0.2 43416 5001 17 |- OK',
    );
    equal(headline, 'No value: does not apply to this record, or was not recorded');
  });
});
