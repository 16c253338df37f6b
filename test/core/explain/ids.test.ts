import { doesNotMatch, equal, match } from 'node:assert/strict';
import { hover } from './hover';

const eni = (version: string, account: string, id: string) =>
  hover(
    `${version} ${account} ${id} 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK`,
  );
const ccn = (region: string, id: string, source = 'ap-guangzhou') =>
  hover(
    `0001_0001 ${region} ${id} 10.0.0.1 10.1.0.1 40000 443 6 ${source} na-siliconvalley 10 1000 1655104384 1655104400 ACCEPT OK`,
  );

describe('hover on a version', () => {
  it('says where the documents have it', () => {
    equal(eni('|2', '1251762227', 'eni-lq6mkcis').headline, 'Flow log version 2');
    match(eni('|V1', '1251762227', 'eni-lq6mkcis').text, /positional form/);
    match(
      hover(
        'srcaddr:192.63.197.94 dstport:22 account-id:1251762227 start:1655104384 dstaddr:10.0.3.4 version:|0001_0001 packets:2 protocol:6 bytes:108 action:ACCEPT srcport:58188 end:1655104384 log-status:OK interface-id:eni-lq6mkcis',
      ).text,
      /key:value form/,
    );
  });

  it('does not call an unknown one illegal', () => {
    match(eni('|7', '1251762227', 'eni-lq6mkcis').text, /documents show 2, V1 and 0001_0001/);
    match(eni('|beta', '1251762227', 'eni-lq6mkcis').headline, /unlike any documented one/);
  });

  it('means the newest field in AWS records', () => {
    match(
      eni('|5', '123456789010', 'eni-1235b8ca123456789').text,
      /AWS: the version of the newest/,
    );
  });
});

describe('hover on an account', () => {
  const owners: readonly (readonly [string, RegExp, string?])[] = [
    ['1251762227', /^Account 1251762227 – Tencent Cloud APPID$/],
    ['123456789010', /AWS account, by its 12 digits$/, 'eni-1235b8ca123456789'],
    ['1234567890123456', /Alibaba Cloud account, by its 16 digits$/, 'eni-8vbf2jxulabcdefghijk'],
    [
      '5f67944957444bd6bb4fe3b367de8f3d',
      /Huawei Cloud or Open Telekom Cloud, by its shape$/,
      '1d515d18-1b36-47dc-a983-bd6512aed4bd',
    ],
    ['unknown', /^Account unknown – not recorded$/],
    ['77', /^Account 77$/],
    ['abc', /^Not a legal account id: “abc”$/],
  ];
  for (const [account, headline, point = 'eni-lq6mkcis'] of owners) {
    it(`tells whose ${account} is`, () => {
      match(eni('2', `|${account}`, point).headline, headline);
    });
  }

  it('names no owner where the rest of the record contradicts it', () => {
    for (const [account, point] of [
      ['100000750436', 'eni-jz0khx7n'],
      ['1251762227', 'eni-1235b8ca123456789'],
    ] as const) {
      const { headline, text } = eni('2', `|${account}`, point);
      equal(headline, `Account ${account}`);
      match(text, /Looks like: .*\. Other values of this record point to another cloud\./);
    }
  });
});

describe('hover on an interface', () => {
  it('says what kind of thing it is', () => {
    const on = (id: string) => eni('2', '1251762227', `|${id}`).headline;
    equal(on('eni-lq6mkcis'), 'Network interface (ENI) eni-lq6mkcis');
    equal(on('nat-lq6mkcis'), 'NAT gateway nat-lq6mkcis');
    equal(on('dcg-lq6mkcis'), 'Direct Connect gateway dcg-lq6mkcis');
    equal(on('xyz-lq6mkcis'), 'xyz-lq6mkcis: not an id of a known kind');
    equal(on('constructor-1'), 'constructor-1: not an id of a known kind');
  });

  it('recognises the shapes of other clouds', () => {
    match(eni('2', '123456789010', '|eni-1235b8ca123456789').text, /An interface of AWS/);
    match(
      eni('1', '5f67944957444bd6bb4fe3b367de8f3d', '|1d515d18-1b36-47dc-a983-bd6512aed4bd').text,
      /Huawei Cloud or Open Telekom Cloud/,
    );
    match(eni('1', '1234567890123456', '|eni-8vbf2jxulabcdefghijk').text, /Alibaba Cloud/);
  });

  it('does not guess between clouds whose signs contradict each other', () => {
    const { text } = eni('2', '123456789010', '|eni-lq6mkcis');
    doesNotMatch(text, /AWS|Alibaba|Huawei/);
  });

  it('notes another length', () => {
    match(eni('2', '1251762227', '|eni-lq6mkcis9').text, /8 characters/);
  });
});

describe('hover on a CCN id', () => {
  it('says what it is', () => {
    equal(ccn('ap-guangzhou', '|ccn-abcd1234').headline, 'Cloud Connect Network ccn-abcd1234');
    match(ccn('ap-guangzhou', '|ccn-abc').text, /8 characters/);
    match(ccn('ap-guangzhou', '|vpc-abcd1234').headline, /not a Cloud Connect Network id/);
  });
});

describe('hover on a region', () => {
  it('gives the place, by name and by number', () => {
    equal(ccn('|ap-guangzhou', 'ccn-abcd1234').headline, 'ap-guangzhou – Guangzhou (South China)');
    match(ccn('|15', 'ccn-abcd1234').headline, /^15 – Silicon Valley \(.*\), na-siliconvalley$/);
  });

  it('says which region of the record it is', () => {
    match(ccn('|ap-guangzhou', 'ccn-abcd1234').text, /Region in which the record was made/);
    match(ccn('1', 'ccn-abcd1234', '|1').text, /Region from which the traffic comes/);
  });

  it('does not call an unknown one wrong', () => {
    equal(ccn('|ap-atlantis', 'ccn-abcd1234').headline, 'Region ap-atlantis, unknown here');
    equal(ccn('|999', 'ccn-abcd1234').headline, 'Region number 999, unknown here');
    match(ccn('|???', 'ccn-abcd1234').headline, /not the form of a region’s name/);
  });
});
