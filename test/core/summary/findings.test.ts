import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withStories } from '../../../server/src/core/summary/finish/findings';
import type { FindingRule, Summary } from '../../../server/src/core/summary/summary';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../../server/src/core/summary/thresholds';
import { summaryOf } from './support/fold';
import { naiveRecords, type NaiveRecord } from './support/naiveRecords';
import { conversationOf, endsOf, sourceOf } from './support/naiveSummary';
import { randomLog } from './support/randomLog';

interface Line {
  readonly eni?: string;
  readonly source?: string;
  readonly destination?: string;
  readonly ports?: readonly [from: number, to: number];
  readonly protocol?: number;
  readonly bytes?: number;
  readonly action?: string;
}

function record({
  eni = 'eni-aaaaaaa1',
  source = '203.0.113.9',
  destination = '10.0.0.2',
  ports = [40_000, 443],
  protocol = 6,
  bytes = 400,
  action = 'ACCEPT',
}: Line): string {
  return `2 1251762227 ${eni} ${source} ${destination} ${ports[0]} ${ports[1]} ${protocol} 4 ${bytes} 1655104384 1655104390 ${action} OK`;
}

const many = (count: number, line: (i: number) => Line) =>
  Array.from({ length: count }, (_, i) => record(line(i)));

function thresholds(some: Partial<Thresholds>): { thresholds: Thresholds } {
  return { thresholds: { ...DEFAULT_THRESHOLDS, ...some } };
}

function found(summary: Summary, rule: FindingRule) {
  return summary.findings.filter(finding => finding.rule === rule);
}

describe('Findings', () => {
  it('name an address that seems to turn to many, and not the server that answers as many', () => {
    const requests = many(120, i => ({ destination: `10.0.0.${i}`, ports: [40_000, 22] }));
    const replies = many(120, i => ({
      source: '10.9.9.9',
      destination: `10.1.0.${i}`,
      ports: [443, 50_000],
    }));
    const scans = found(summaryOf([...requests, ...replies].join('\n')), 'address-scan');
    assert.deepEqual(scans, [
      {
        rule: 'address-scan',
        title: 'One address seems to turn to many others',
        text: '203.0.113.9 is one end of conversations with 120 different addresses, and its ports, or its echo messages, make it look like the end that began them.',
        threshold: { setting: 'scanAddresses', value: 100 },
        measured: 120,
        exact: true,
        lines: [0, 1, 2, 3, 4],
        filter: { address: '203.0.113.9' },
      },
    ]);
  });

  it('name a source that sends echo requests to many addresses', () => {
    const pings = many(100, i => ({ destination: `10.0.0.${i}`, ports: [7, 2048], protocol: 1 }));
    assert.equal(found(summaryOf(pings.join('\n')), 'address-scan').length, 1);
  });

  it('name a source that tries many ports of an address', () => {
    const lines = many(60, i => ({ ports: [40_000, 1 + i], action: 'REJECT' }));
    const [scan] = found(summaryOf(lines.join('\n')), 'port-scan');
    assert.equal(
      scan?.text,
      '203.0.113.9 is one end of conversations at 60 different ports of 10.0.0.2, and its ports, or its echo messages, make it look like the end that began them.',
    );
    assert.equal(scan.measured, 60);
    assert.deepEqual(scan.filter, { address: '203.0.113.9', peer: '10.0.0.2' });
  });

  const host = (i: number) => `198.18.0.${i}`;
  const unproved: Record<string, string[]> = {
    'a server whose clients have lower ports than its own': many(200, i => ({
      ...{ source: host(i), destination: '10.0.0.5', ports: [2001 + i, 27_017] },
      action: 'REJECT',
    })),
    'a server whose port is as high as those of its clients': [
      ...many(150, i => ({
        ...{ source: host(i), destination: '10.0.0.5', ports: [33_000 + i, 50_051] as const },
      })),
      ...many(150, i => ({
        ...{ source: '10.0.0.5', destination: host(i), ports: [50_051, 33_000 + i] as const },
      })),
    ],
    'a client of one high port': many(60, i => ({
      ...{ source: '10.0.0.5', destination: '10.1.0.1', ports: [40_000 + i, 50_051] },
    })),
    'a server probed from port 0': [
      ...many(200, i => ({ source: host(i), destination: '10.0.0.5', ports: [0, 23] as const })),
      ...many(200, i => ({ source: '10.0.0.5', destination: host(i), ports: [23, 0] as const })),
    ],
    'an address that is the source of no record': many(200, i => ({
      ...{ source: host(i), destination: '10.0.0.5', ports: [2001 + i, 50_051] },
    })),
  };
  for (const [who, lines] of Object.entries(unproved)) {
    it(`do not say of ${who} that it scans`, () => {
      const { findings } = summaryOf(lines.join('\n'));
      assert.deepEqual(
        findings.map(({ rule, text }) => [rule, text]),
        [],
      );
    });
  }

  it('mark as directed what has one port from 32768 on and one below but for 0', () => {
    const ports = [
      [40_000, 443],
      [32_768, 32_767],
      [32_767, 443],
      [60_000, 50_051],
      [40_000, 0],
    ] as const;
    const log = ports.map((pair, i) => record({ source: `10.1.0.${i}`, ports: pair })).join('\n');
    const { rows } = summaryOf(log).topConversations;
    const ordered = [...rows].sort((a, b) => a.line - b.line);
    assert.deepEqual(
      ordered.map(({ key }) => key),
      [
        '10.1.0.0 → 10.0.0.2 443/TCP',
        '10.1.0.1 → 10.0.0.2 32767/TCP',
        '10.1.0.2 ↔ 10.0.0.2 443/TCP',
        '10.1.0.3 ↔ 10.0.0.2 50051/TCP',
        '10.1.0.4 ↔ 10.0.0.2 0/TCP',
      ],
    );
  });

  it('follow their settings', () => {
    const log = many(60, i => ({ ports: [40_000, 1 + i] })).join('\n');
    assert.equal(found(summaryOf(log, thresholds({ scanPorts: 61 })), 'port-scan').length, 0);
    assert.equal(found(summaryOf(log, thresholds({ scanPorts: 60 })), 'port-scan').length, 1);
  });

  it('name protocols that are hardly ever used, with their lines', () => {
    const lines = many(3000, () => ({}));
    lines[1000] = record({ protocol: 47 });
    lines[2000] = record({ protocol: 47 });
    const rare = found(summaryOf(lines.join('\n')), 'rare-protocol');
    assert.deepEqual(
      rare.map(({ text, lines }) => [text, lines]),
      [['Protocol 47 (GRE): 2 of 3,000 records.', [1000, 2000]]],
    );
  });

  it('name an interface with an outsized share of bytes, when there are enough interfaces', () => {
    const log = (count: number) =>
      many(count, i => ({ eni: `eni-aaaaaaa${i}`, bytes: i === 1 ? 9000 : 1000 })).join('\n');
    assert.equal(found(summaryOf(log(3)), 'outsized-interface').length, 0);
    const [finding] = found(summaryOf(log(5)), 'outsized-interface');
    assert.equal(finding?.text, 'eni-aaaaaaa1 has 69.2 % of all bytes recorded at interfaces.');
    assert.deepEqual(finding.lines, [1]);
  });

  it('do not say that an interface has all when it has nearly all', () => {
    const log = many(10_000, i => ({ eni: `eni-aaaaaaa${i < 9997 ? 0 : i - 9996}` })).join('\n');
    const [finding] = found(summaryOf(log), 'outsized-interface');
    assert.match(finding!.text, /^eni-aaaaaaa0 has > 99\.9 % of all packets/);
  });

  it('name known threats by the narrowest block that holds an address', () => {
    const log = ['203.0.113.9', '203.0.113.77', '198.51.100.1', '2001:db8::7'].map(source =>
      record({ source }),
    );
    const threats = [
      { block: '203.0.113.0/24', label: 'botnet' },
      { block: '203.0.113.77', label: 'its master' },
      { block: '2001:db8::/32', label: 'six' },
    ];
    const hits = found(summaryOf(log.join('\n'), { threats }), 'known-threat');
    assert.deepEqual(
      hits.map(({ text, lines }) => [text, lines]),
      [
        ['1 record has an address of “botnet”.', [0]],
        ['1 record has an address of “its master”.', [1]],
        ['1 record has an address of “six”.', [3]],
      ],
    );
  });

  it('take the reachability stories as they come', () => {
    const stories = [{ code: 'no-reply-seen', title: 'No reply seen', stories: 3, lines: [4] }];
    const summary = withStories(summaryOf(record({})), stories);
    assert.deepEqual(found(summary, 'reachability'), [
      {
        ...{ rule: 'reachability', title: 'no-reply-seen', text: 'No reply seen: 3.' },
        ...{ measured: 3, exact: true, lines: [4], filter: {} },
      },
    ]);
  });

  it('count attempts as a naive reader does, with much memory and with little', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(randomLog, fc.constantFrom(undefined, 1000), (log, memory) => {
        const options = {
          ...thresholds({ scanAddresses: 2, scanPorts: 2 }),
          ...(memory && { memory }),
        };
        const expected = naiveAttempts(naiveRecords(log));
        const summary = summaryOf(log, options);
        for (const [rule, most] of [
          ['address-scan', expected.addresses],
          ['port-scan', expected.ports],
        ] as const) {
          const scans = found(summary, rule);
          const real = [...most].filter(([, count]) => count >= 2);
          const sure = !summary.approximate.some(({ panel }) => panel === 'findings');
          if (sure) assert.equal(scans.length, real.length, rule);
          for (const { filter, measured, exact } of scans) {
            const count = most.get(filter.address!)!;
            assert.ok(exact ? measured === count : measured <= count, `${rule} ${filter.address!}`);
          }
        }
      }),
      { seed: 13, numRuns: 200 },
    );
  });
});

/** Different addresses that each client turned to, and the most ports it tried of one of them. */
function naiveAttempts(records: readonly NaiveRecord[]) {
  const sources = new Set(records.map(sourceOf));
  const directed = new Set(records.filter(r => endsOf(r)?.directed).map(conversationOf));
  const servers = new Map<string, Map<string, Set<string>>>();
  for (const record of records) {
    const ends = endsOf(record);
    if (!ends || !directed.has(conversationOf(record)) || !sources.has(ends.client)) continue;
    const known = servers.get(ends.client) ?? new Map<string, Set<string>>();
    servers.set(ends.client, known);
    const ports = known.get(ends.server) ?? new Set<string>();
    known.set(ends.server, ports);
    if (ends.port !== undefined) ports.add(ends.service);
  }
  const of = (count: (known: Map<string, Set<string>>) => number) =>
    new Map([...servers].map(([client, known]) => [client, count(known)]));
  return {
    addresses: of(known => known.size),
    ports: of(known => Math.max(...[...known.values()].map(ports => ports.size))),
  };
}
