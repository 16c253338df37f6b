import assert from 'node:assert/strict';
import fc from 'fast-check';
import { factsOf } from '../../../server/src/core/conversation/factsOf';
import { logOf, tableOf } from '../reachability/logs';
import { pairedBy, pairSlowly, run } from './referencePairing';

/** The conversations of a log written in short, each as its lines from 1. */
function paired(short: string): string[] {
  return pairedBy(tableOf(logOf(short))).map(lines =>
    lines.map(line => Number(line) + 1).join(' '),
  );
}

describe('records pair into conversations', () => {
  it('by addresses and ports swapped, at one observation point', () => {
    assert.deepEqual(
      paired(`
        0+5 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
        1+5 10.0.0.4:22 > 203.0.113.9:50000 tcp ACCEPT
        1+5 10.0.0.4:22 > 203.0.113.9:50001 tcp ACCEPT
        1+5 10.0.0.4:22 > 203.0.113.9:50000 udp ACCEPT
        1+5 10.0.0.4:22 > 203.0.113.9:50000 tcp ACCEPT @eni-bbbbbbbb`),
      ['1 2', '3', '4', '5'],
    );
  });

  it('of IPv6 exactly as of IPv4', () => {
    assert.deepEqual(
      paired(`
        0+5 [2001:db8::9]:50000 > [2001:db8::4]:22 tcp ACCEPT
        1+5 [2001:db8::4]:22 > [2001:db8::9]:50000 tcp ACCEPT
        1+5 [2001:db8::5]:22 > [2001:db8::9]:50000 tcp ACCEPT`),
      ['1 2', '3'],
    );
  });

  it('of ICMP by identifier and by types that belong together', () => {
    assert.deepEqual(
      paired(`
        0 203.0.113.9 > 10.0.0.4 icmp(8,0,7) ACCEPT
        0 10.0.0.4 > 203.0.113.9 icmp(0,0,7) ACCEPT
        0 10.0.0.4 > 203.0.113.9 icmp(0,0,8) ACCEPT
        0 203.0.113.9 > 10.0.0.4 icmp(13,0,7) ACCEPT
        0 10.0.0.4 > 203.0.113.9 icmp(14,0,7) ACCEPT
        0 203.0.113.9 > 10.0.0.4 icmp(0,0,7) ACCEPT
        0 10.0.0.4 > 203.0.113.9 icmp(8,0,7) ACCEPT`),
      ['1 2', '3', '4 5', '6 7'],
    );
  });

  it('of ICMPv6 likewise', () => {
    assert.deepEqual(
      paired(`
        0 [2001:db8::9] > [2001:db8::4] icmp6(128,0,7) ACCEPT
        0 [2001:db8::4] > [2001:db8::9] icmp6(129,0,7) ACCEPT
        0 [2001:db8::4] > [2001:db8::9] icmp6(129,0,9) ACCEPT`),
      ['1 2', '3'],
    );
  });

  it('of ICMP whose types are not recorded by addresses, an identifier of 0 with them', () => {
    assert.deepEqual(
      paired(`
        0 203.0.113.9 > 10.0.0.4 icmp ACCEPT
        0 10.0.0.4 > 203.0.113.9 icmp ACCEPT
        1 203.0.113.9 > 10.0.0.4 icmp(8,0,0) ACCEPT`),
      ['1 2 3'],
    );
  });

  it('of protocols without ports by addresses and protocol', () => {
    assert.deepEqual(
      paired(`
        0 203.0.113.9 > 10.0.0.4 gre ACCEPT
        0 10.0.0.4 > 203.0.113.9 gre ACCEPT
        0 10.0.0.4 > 203.0.113.9 50 ACCEPT
        0 10.0.0.4:1 > 203.0.113.9:2 sctp ACCEPT
        0 203.0.113.9:2 > 10.0.0.4:1 sctp ACCEPT`),
      ['1 2', '3', '4 5'],
    );
  });

  it('of ICMP at a Cloud Connect Network by addresses, at one network and region', () => {
    assert.deepEqual(
      paired(`
        0 10.9.0.9 > 10.0.0.4 icmp ACCEPT @ccn-abcd1234
        0 10.0.0.4 > 10.9.0.9 icmp ACCEPT @ccn-abcd1234/ap-singapore/ap-guangzhou
        0 10.0.0.4 > 10.9.0.9 icmp ACCEPT @ccn-abcd1235`),
      ['1 2', '3'],
    );
  });

  it('never for fragments, which have no ports, nor for ICMP errors', () => {
    const short = `
      0 203.0.113.9:0 > 10.0.0.4:0 udp ACCEPT
      0 10.0.0.4:0 > 203.0.113.9:0 udp ACCEPT
      0 10.0.0.4 > 203.0.113.9 icmp(3,3) ACCEPT
      0 203.0.113.9 > 10.0.0.4 icmp(11,0) ACCEPT`;
    assert.deepEqual(paired(short), []);
    const { unpaired } = run(factsOf(tableOf(logOf(short)), { icmpOrder: 'auto' }));
    assert.deepEqual(unpaired, { unusable: 0, noData: 0, skipped: 0, fragments: 2, icmpErrors: 2 });
  });

  it('never for a port that cannot be read, which is no fragment', () => {
    const log = logOf(`
      0 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
      0 203.0.113.9:50000 > 10.0.0.4:0 tcp ACCEPT
      0 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT`);
    const unpairedIn = (text: string) => {
      const { unpaired } = run(factsOf(tableOf(text), { icmpOrder: 'auto' }));
      return [unpaired.unusable, unpaired.fragments];
    };
    assert.deepEqual(unpairedIn(log), [0, 1]);
    assert.deepEqual(unpairedIn(log.replaceAll(' 22 ', ' "22" ')), [2, 1]);
    assert.deepEqual(unpairedIn(log.replaceAll(' 22 ', ' ')), [2, 1]);
    assert.deepEqual(unpairedIn(log.replaceAll(' 22 ', ' - ')), [0, 3]);
  });

  it('whose windows overlap or touch, the longest of the file being a window', () => {
    const log = (second: number) => `
      0+100 198.51.100.7:40000 > 10.0.0.5:443 tcp ACCEPT
      0+5 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
      ${second}+5 10.0.0.4:22 > 203.0.113.9:50000 tcp ACCEPT`;
    assert.deepEqual(paired(log(100)), ['1', '2 3']);
    assert.deepEqual(paired(log(101)), ['1', '2', '3']);
  });

  it('in windows that touch, where an end is the last second of its window', () => {
    const log = (second: number, length: number) => `
      0+${length} 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
      ${second}+${length} 10.0.0.4:22 > 203.0.113.9:50000 tcp ACCEPT`;
    assert.deepEqual(paired(log(300, 299)), ['1 2']);
    assert.deepEqual(paired(log(301, 299)), ['1', '2']);
    assert.deepEqual(paired(log(600, 598)), ['1 2']);
    assert.deepEqual(paired(log(300, 270)), ['1', '2']);
  });

  it('as far apart as a window that no document makes shorter than a minute', () => {
    const log = (second: number) => `
      0 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
      ${second} 10.0.0.4:22 > 203.0.113.9:50000 tcp ACCEPT`;
    assert.deepEqual(paired(log(60)), ['1 2']);
    assert.deepEqual(paired(log(61)), ['1', '2']);
  });

  it('no further apart than ten minutes, whatever a record claims', () => {
    const log = (second: number) => `
      0+3000 198.51.100.7:40000 > 10.0.0.5:443 tcp ACCEPT
      0+5 203.0.113.9:50000 > 10.0.0.4:22 tcp ACCEPT
      ${second}+5 10.0.0.4:22 > 203.0.113.9:50000 tcp ACCEPT`;
    assert.deepEqual(paired(log(600)), ['1', '2 3']);
    assert.deepEqual(paired(log(601)), ['1', '2', '3']);
  });

  it('as a slow and obvious pairing has it, in any order of lines and any size of chunk', () => {
    fc.assert(
      fc.property(
        logs,
        fc.constantFrom(64, 300, 65_536),
        fc.integer({ min: 1, max: 40 }),
        (short, size, batch) => {
          const table = tableOf(logOf(short), size);
          assert.deepEqual(pairedBy(table, batch), pairSlowly(table));
        },
      ),
      { seed: 111, numRuns: 200 },
    );
  });
});

const address = fc.constantFrom('10.0.0.4', '10.0.0.5', '203.0.113.9');
const v6Address = fc.constantFrom('[2001:db8::4]', '[2001:db8::5]');
const port = fc.constantFrom(22, 443, 50000);
const action = fc.constantFrom('ACCEPT', 'REJECT');
const point = fc.constantFrom('', ' @eni-bbbbbbbb');

const ported = fc
  .tuple(
    fc.oneof(fc.tuple(address, address), fc.tuple(v6Address, v6Address)),
    port,
    port,
    fc.constantFrom('tcp', 'udp'),
  )
  .map(([[from, to], x, y, protocol]) => `${from}:${x} > ${to}:${y} ${protocol}`);
const icmp = fc
  .tuple(
    address,
    address,
    fc.constantFrom('icmp', 'icmp(8,0,7)', 'icmp(0,0,7)', 'icmp(8,0,0)', 'icmp(3,3)', 'gre'),
  )
  .map(([from, to, message]) => `${from} > ${to} ${message}`);
const record = fc
  .tuple(
    fc.integer({ min: 0, max: 2000 }),
    fc.integer({ min: 0, max: 90 }),
    fc.oneof(ported, icmp),
    action,
    point,
  )
  .map(([start, length, flow, what, where]) => ({
    start,
    line: `${start}+${length} ${flow} ${what}${where}`,
  }));
/** Logs in order, newest first, nearly in order and in none. */
const logs = fc
  .tuple(
    fc.array(record, { minLength: 1, maxLength: 80 }),
    fc.constantFrom('as is', 'up', 'down', 'nearly'),
  )
  .map(([records, order]) => {
    const sorted = [...records];
    const slot = ({ start }: { start: number }) => Math.floor(start / 60);
    if (order === 'up') sorted.sort((x, y) => x.start - y.start);
    if (order === 'down') sorted.sort((x, y) => y.start - x.start);
    if (order === 'nearly') sorted.sort((x, y) => slot(x) - slot(y));
    return sorted.map(({ line }) => line).join('\n');
  });
