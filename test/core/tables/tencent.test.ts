import assert from 'node:assert/strict';
import {
  outboundBlockedPorts,
  platformBlockOf,
} from '../../../server/src/core/tables/platformPorts';
import {
  isKnownRegion,
  regionNamePattern,
  regionOf,
  regions,
} from '../../../server/src/core/tables/regions';
import {
  isProviderAddress,
  providerRanges,
  tencentAddresses,
  tencentAddressOf,
} from '../../../server/src/core/tables/tencentAddresses';
import { ipv4, ipv6 } from './addressText';

describe('Tencent addresses', () => {
  it('explains the special addresses', () => {
    assert.match(tencentAddressOf(ipv4('183.60.83.19'))?.meaning ?? '', /DNS/);
    assert.match(tencentAddressOf(ipv4('169.254.0.23'))?.meaning ?? '', /metadata/);
    assert.equal(tencentAddressOf(ipv4('183.60.83.20')), undefined);
    assert.equal(tencentAddressOf(ipv4('203.0.113.1')), undefined);
    assert.equal(tencentAddressOf(ipv6('2001:db8::1')), undefined);
  });

  it('prefers the narrowest range', () => {
    assert.equal(tencentAddressOf(ipv4('169.254.127.255'))?.block, '169.254.0.0/16');
    assert.equal(tencentAddressOf(ipv4('169.254.128.0'))?.block, '169.254.128.0/17');
    assert.equal(tencentAddressOf(ipv4('9.223.1.1'))?.block, '9.223.0.0/16');
    assert.equal(tencentAddressOf(ipv4('9.224.0.0'))?.block, '9.0.0.0/8');
    assert.equal(tencentAddressOf(ipv4('100.127.255.255'))?.block, '100.64.0.0/10');
  });

  it('tells the provider from the user', () => {
    const provider = ['9.0.0.0', '11.255.255.255', '30.1.2.3', '100.64.0.1', '169.254.1.1'];
    for (const text of [...provider, '183.60.82.98', '131.87.0.1']) {
      assert.equal(isProviderAddress(ipv4(text)), true, text);
    }
    for (const text of ['10.0.0.1', '172.16.0.1', '192.168.1.1', '8.8.8.8', '31.0.0.0']) {
      assert.equal(isProviderAddress(ipv4(text)), false, text);
    }
    assert.equal(isProviderAddress(ipv6('2001:db8::1')), false);
  });

  it('gives a meaning and a source for each, and no block twice', () => {
    for (const { block, meaning, source } of tencentAddresses) {
      assert.match(block, /^\d+\.\d+\.\d+\.\d+(\/\d+)?$/);
      assert.ok(meaning !== '' && source !== '');
    }
    const blocks = tencentAddresses.map(({ block }) => block);
    assert.equal(new Set(blocks).size, blocks.length);
    assert.equal(providerRanges.length, tencentAddresses.length - 3);
  });
});

describe('ports that Tencent blocks', () => {
  it('knows them by protocol', () => {
    assert.equal(platformBlockOf(6, 445), 'always');
    assert.equal(platformBlockOf(17, 136), 'always');
    assert.equal(platformBlockOf(6, 136), undefined);
    assert.equal(platformBlockOf(6, 25), 'outbound');
    assert.equal(platformBlockOf(17, 25), undefined);
    assert.equal(platformBlockOf(1, 445), undefined);
    assert.deepEqual(outboundBlockedPorts, { 6: [25], 17: [] });
  });
});

describe('Tencent regions', () => {
  it('finds a region by name or by number', () => {
    const guangzhou = { name: 'ap-guangzhou', id: 1, place: 'Guangzhou', area: 'South China' };
    assert.deepEqual(regionOf('ap-guangzhou'), guangzhou);
    assert.deepEqual(regionOf('1'), guangzhou);
    assert.deepEqual(regionOf(1), guangzhou);
    assert.equal(regionOf(15)?.place, 'Silicon Valley');
    assert.equal(regionOf('na-ashburn')?.id, 22);
    assert.equal(regionOf('2'), undefined);
    assert.equal(regionOf('01'), undefined);
    assert.equal(regionOf('us-east-1'), undefined);
    assert.equal(isKnownRegion('eu-frankfurt'), true);
    assert.equal(isKnownRegion(''), false);
  });

  it('has no name or number twice, and every name in the form of one', () => {
    const names = regions.map(({ name }) => name);
    const ids = regions.flatMap(({ id }) => id ?? []);
    assert.equal(new Set(names).size, names.length);
    assert.equal(new Set(ids).size, ids.length);
    for (const name of names) assert.match(name, regionNamePattern);
    assert.doesNotMatch('Guangzhou', regionNamePattern);
    assert.doesNotMatch('us-east-1', regionNamePattern);
  });
});
