import assert from 'node:assert/strict';
import { chunksOf } from '../../../server/src/core/conversation/chunkSource';
import { factsOf } from '../../../server/src/core/conversation/factsOf';
import { Context } from '../../../server/src/core/reachability/context';
import { DEFAULT_SETTINGS } from '../../../server/src/core/reachability/settings';
import { logOf, tableOf } from '../reachability/logs';
import { run } from './referencePairing';

function contextOf(short: string, eniAddresses: Record<string, string[]> = {}): Context {
  const table = tableOf(logOf(short));
  const facts = run(factsOf(table, { icmpOrder: 'auto' }));
  return new Context(chunksOf(table), facts, { ...DEFAULT_SETTINGS, eniAddresses });
}

function basis(short: string, v6 = false): string {
  const context = contextOf(short);
  return context.localSide(0, v6).basis;
}

describe('the local side of an interface', () => {
  it('is the one address in every data record', () => {
    const short = `
      0 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
      0 10.0.0.4:22 > 203.0.113.9:50000 tcp REJECT
      0+60 NODATA
      0 10.0.0.4:22 > 10.0.0.9:50000 tcp REJECT`;
    assert.equal(basis(short), 'every-record');
    assert.equal(contextOf(short).localOf(0, false, 0x0a000004, 0x0a000009), 0);
    assert.equal(contextOf(short).localOf(0, false, 0x0a000009, 0x0a000004), 1);
  });

  it('is in doubt where the others may be the interface’s own, in one subnet', () => {
    const to = (...others: string[]) =>
      others.map(other => `0 10.0.0.4:22 > ${other}:50000 tcp ACCEPT`).join('\n');
    assert.equal(basis(to('10.9.0.5', '10.9.200.6')), 'facing-one-subnet');
    assert.equal(basis(to('10.9.0.5', '10.9.200.6', '10.8.0.5')), 'every-record');
    assert.equal(basis(to('10.9.0.5', '10.9.200.6', '203.0.113.9')), 'every-record');
    assert.equal(basis(to('203.0.113.8', '203.0.113.9')), 'every-record');
    assert.equal(basis(to('10.9.0.5', '203.0.113.9')), 'every-record');
    assert.equal(
      basis(to('[2001:db8::5]', '[2001:db8::6]').replaceAll('10.0.0.4', '[::4]'), true),
      'facing-one-subnet',
    );
    assert.equal(
      basis(to('[2001:db8::5]', '[2001:db9::6]').replaceAll('10.0.0.4', '[::4]'), true),
      'every-record',
    );
  });

  it('is likely the private one of two', () => {
    assert.equal(basis('0 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT'), 'only-private');
    assert.equal(basis('0 203.0.113.9:50000 > 172.31.0.4:22 tcp ACCEPT'), 'only-private');
    assert.equal(basis('0 203.0.113.9:50000 > 192.168.0.4:22 tcp ACCEPT'), 'only-private');
  });

  it('is unknown where both of two are private, or neither', () => {
    assert.equal(basis('0 10.0.0.9:50000 > 10.0.0.4:22 tcp ACCEPT'), 'unknown');
    assert.equal(basis('0 203.0.113.9:50000 > 172.32.0.4:22 tcp ACCEPT'), 'unknown');
    assert.equal(basis('0 [2001:db8::9]:50000 > [2001:db8::4]:22 tcp ACCEPT', true), 'unknown');
  });

  it('is none where no address covers all records: the interface forwards', () => {
    const short = `
      0 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
      0 203.0.113.8:50000 > 10.0.0.5:22 tcp ACCEPT`;
    assert.equal(basis(short), 'forwarding');
    assert.ok(contextOf(short).isTransit(0, false, 0xcb007109, 0x0a000004));
  });

  it('is the one that a direction field names, as it is in every record', () => {
    const doubted = `
      0 203.0.113.4:22 > 10.9.0.5:50000 tcp ACCEPT
      0 10.9.0.6:50000 > 203.0.113.4:22 tcp ACCEPT`;
    assert.equal(basis(doubted), 'public-in-every-record');
    const named = doubted.replaceAll('22 > 10.9.0.5:50000 tcp ACCEPT', '$& dir=egress');
    assert.equal(basis(named), 'named');
    assert.equal(contextOf(named).localOf(0, false, 0x0a090005, 0xcb007104), 1);
    const two = '0 10.0.0.9:50000 > 10.0.0.4:22 tcp ACCEPT';
    assert.equal(contextOf(`${two} dir=ingress`).localOf(0, false, 0x0a000009, 0x0a000004), 1);
    assert.equal(contextOf(`${two} dir=out`).localOf(0, false, 0x0a000009, 0x0a000004), 0);
    assert.equal(basis(`${two} dir=sideways`), 'unknown');
  });

  it('is none where a direction field names several, or one that not every record has', () => {
    const shared = `
      0 10.0.0.4:22 > 10.9.0.5:50000 tcp ACCEPT dir=ingress
      0 10.0.0.4:22 > 10.8.0.6:50000 tcp ACCEPT dir=ingress`;
    assert.equal(basis(shared), 'many-named');
    assert.equal(basis(shared.replaceAll(' dir=ingress', '')), 'every-record');
    assert.ok(contextOf(shared).isTransit(0, false, 0x0a000004, 0x0a090005));
    assert.equal(basis(shared.replace(' dir=ingress', '')), 'many-named');
    const both = '0 10.0.0.9:50000 > 10.0.0.4:22 tcp ACCEPT dir=';
    assert.equal(basis(`${both}in\n${both}out`), 'many-named', 'on its way in and out');
  });

  it('is told apart for IPv4 and IPv6', () => {
    const short = `
      0 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
      0 203.0.113.8:50000 > 10.0.0.4:22 tcp ACCEPT
      0 [2001:db8:9::9]:50000 > [2001:db8::4]:22 tcp ACCEPT
      0 [2001:db9::8]:50000 > [2001:db8::4]:22 tcp ACCEPT`;
    assert.equal(basis(short), 'every-record');
    assert.equal(basis(short, true), 'every-record');
  });

  it('is as a setting says, with secondary addresses', () => {
    const short = `
      0 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
      0 203.0.113.8:50000 > 10.0.0.5:22 tcp ACCEPT`;
    const context = contextOf(short, { 'eni-lq6mkcis': ['10.0.0.4', '10.0.0.5'] });
    assert.equal(context.localOf(0, false, 0xcb007109, 0x0a000005), 1);
    assert.ok(!context.isTransit(0, false, 0xcb007109, 0x0a000005));
    assert.ok(context.isTransit(0, false, 0xcb007109, 0x0a000006), 'an address that is not set');
  });
});
