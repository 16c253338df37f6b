import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { scanChunk } from '../../../server/src/core/scan/scanChunk';
import { mostEntries } from '../../../server/src/core/summary/fold/tables';
import { SUM, SUMS } from '../../../server/src/core/summary/group/entry';
import { foldBytes } from '../../../server/src/core/summary/kernel/foldMemory';
import { KernelSummaryFold } from '../../../server/src/core/summary/kernel/kernelFold';
import { summaryOptions, type SummaryOptions } from '../../../server/src/core/summary/options';
import type { SummaryPartial } from '../../../server/src/core/summary/partial';
import { SummaryFold } from '../../../server/src/core/summary/summaryFold';
import { newFoldingKernel } from '../../support/compiledKernel';
import { assertAsNaive } from './support/assertAsNaive';
import { assertTrue } from './support/assertTrue';
import { exportLines } from './support/exportLog';
import { LATEST, summaryOf, tableOf } from './support/fold';
import { kernelDetails, kernelPartials } from './support/kernelFold';
import { randomLog } from './support/randomLog';

const LABELS: Partial<SummaryOptions> = {
  groups: [{ block: '10.0.0.0/8', label: 'inside' }],
  threats: [{ block: '203.0.113.0/24', label: 'known' }],
};

/** The summary of a log that the kernel folds, in as many parts as there are partials. */
function kernelSummary(log: string, given: Partial<SummaryOptions> = {}, parts = 1, size?: number) {
  const options = summaryOptions({ seed: 7, ...given });
  const { layouts, partials } = kernelPartials(log, options, parts, size);
  const whole = new SummaryFold(layouts, options, parts);
  whole.merge(partials);
  return whole.finish();
}

/** The same after a second pass, which the kernel does too if it can. */
function twoPasses(log: string, given: Partial<SummaryOptions>, parts: number) {
  const options = summaryOptions({ seed: 7, ...given });
  const { layouts, partials } = kernelPartials(log, options, parts, 20_000);
  const whole = new SummaryFold(layouts, options, parts);
  whole.merge(partials);
  const plan = whole.planDetails();
  const { points, accounts, rejectedPoints, ports, rejectedPorts } = plan?.doubts ?? {};
  const isForKernel = !points && !accounts && !rejectedPoints && !ports && !rejectedPorts;
  if (plan && isForKernel) whole.addDetails(kernelDetails(log, options, plan, parts, 20_000));
  return { plan: isForKernel ? plan : undefined, summary: whole.finish() };
}

/** Sums of clients: their records, packets, bytes and first line, by that line. */
function clientsIn({ tables }: SummaryPartial): number[][] {
  const { entries } = tables.clients;
  const sums = Array.from({ length: entries.length / SUMS }, (_, i) => [
    ...entries.subarray(i * SUMS + SUM.records, (i + 1) * SUMS),
  ]);
  return sums.sort((a, b) => a.at(-1)! - b.at(-1)!);
}

describe('A summary that the kernel folds', function () {
  this.timeout(120_000);

  it('has the figures of a naive count, in every form', () => {
    fc.assert(
      fc.property(randomLog, fc.constantFrom(200, 1000, 65_536), (log, size) => {
        assertAsNaive(kernelSummary(log, { top: 5 }, 1, size), log, 5);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('is that of the reference fold, labels included', () => {
    fc.assert(
      fc.property(randomLog, fc.integer({ min: 1, max: 3 }), (log, parts) => {
        assert.deepEqual(kernelSummary(log, LABELS, parts, 400), summaryOf(log, LABELS));
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it('counts labels once where batches hold lines that are no records', () => {
    const lines = Array.from({ length: 4000 }, (_, i) =>
      i % 3 === 0
        ? '# a comment'
        : `2 1251762227 eni-aaaaaaa1 10.0.0.${i % 250} 203.0.113.${i % 50} 40000 443 6 4 400 1655104384 1655104390 ACCEPT OK`,
    );
    const { groups } = kernelSummary(lines.join('\n'), LABELS, 1, 1 << 20);
    assert.equal(groups[0]?.records, 2666);
    assert.deepEqual(groups, summaryOf(lines.join('\n'), LABELS).groups);
  });

  it('counts only what a filter admits', () => {
    const filter = { action: 'REJECT' } as const;
    fc.assert(
      fc.property(randomLog, log => {
        assert.deepEqual(kernelSummary(log, { filter }), summaryOf(log, { filter }));
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  it('has the addresses of records on several lines', () => {
    const record =
      '2 1251762227 eni-aaaaaaa1 2001:db8::7 2001:db8::9 40000 443 6 10 1000 1655104384 1655104390 REJECT OK';
    const others = Array.from({ length: 40 }, (_, i) => record.replaceAll('db8::', `db8:${i}::`));
    for (let cut = 1; cut < record.length; cut++) {
      const wrapped = `${record.slice(0, cut)}\n${record.slice(cut)}`;
      const log = [...others, wrapped, wrapped, ...others].join('\n');
      assert.deepEqual(kernelSummary(log), summaryOf(log), wrapped);
    }
  });

  it('has every line of a block that has more than the kernel has rows for', () => {
    const record = (i: number) =>
      `2 1251762227 eni-aaaaaaa1 10.0.0.${i} 10.0.0.9 40000 443 6 10 1000 1655104384 1655104390 REJECT OK\n`;
    const log = record(1) + '\n'.repeat(140_000) + record(2) + record(3);
    const options = summaryOptions({ seed: 7 });
    const summary = kernelSummary(log, {}, 1, 1 << 20);
    assert.deepEqual([summary.totals.lines, summary.totals.records], [140_003, 3]);
    assert.deepEqual(summary, summaryOf(log));
    // The second pass goes the same way.
    const { layouts, partials } = kernelPartials(log, options, 1, 1 << 20);
    const whole = new SummaryFold(layouts, options, 1);
    whole.merge(partials);
    const plan = whole.planDetails();
    if (plan) whole.addDetails(kernelDetails(log, options, plan, 1, 1 << 20));
    assert.deepEqual(whole.finish(), summaryOf(log));
  });

  it('takes for a CCN’s what names one, or no interface but a source region', () => {
    const told =
      'srcaddr:10.0.0.1 dstaddr:10.0.0.2 srcport:40000 dstport:443 protocol:6 packets:10 bytes:1000 ' +
      'start:1750000000 end:1750000060 action:REJECT log-status:OK srcregionid:ap-guangzhou';
    const kindsOf = (log: string) => {
      const summary = kernelSummary(log);
      assert.deepEqual(summary, summaryOf(log));
      return [summary.byObservation.map(({ key }) => key).join(), summary.totals.throttled.records];
    };
    assert.deepEqual(kindsOf(`ccn-id:ccn-ddddddd1 ${told}`), ['ccn', 1]);
    assert.deepEqual(kindsOf(`ccn-id:- ${told}`), ['ccn', 1]);
    assert.deepEqual(kindsOf(`interface-id:eni-aaaaaaa1 ${told}`), ['eni', 0]);
  });

  it('is the reference fold’s for an export of many keys', () => {
    const log = [...exportLines({ records: 30_000, seed: 3, remotes: 3000, faulty: 5 })].join('\n');
    const memory = 64 << 20;
    const first = summaryOptions({ seed: 7, memory });
    assert.deepEqual(
      kernelSummary(log, { memory, top: 25 }, 2),
      summaryOf(log, { ...first, top: 25 }),
    );
  });

  it('is the reference fold’s where addresses take far more room than at first', () => {
    const v4 = (i: number) => `10.${(i >> 14) & 255}.${(i >> 7) & 127}.${i & 127}`;
    const v6 = (i: number) => `2001:db8::${i.toString(16)}`;
    const lines = Array.from({ length: 36_000 }, (_, i) => {
      // Every address comes back later in another role, when its sums have been moved.
      const [source, destination] = i < 24_000 ? [i, i + 24_000] : [(i - 24_000) * 3, i - 24_000];
      const ends = [source, destination].map(i % 5 === 0 ? v6 : v4).join(' ');
      const outcome = i % 3 === 0 ? 'REJECT OK' : 'ACCEPT OK';
      return `2 1251762227 eni-aaaaaaa1 ${ends} ${40_000 + (i % 9)} 443 6 ${1 + (i % 7)} ${i} 1655104384 1655104390 ${outcome}`;
    });
    const log = lines.join('\n');
    const options = { memory: 128 << 20, top: 50 };
    assert.deepEqual(kernelSummary(log, options, 1, 200_000), summaryOf(log, options));
    // Who began conversations is in no list.
    const given = summaryOptions({ seed: 7, ...options });
    const { partials } = kernelPartials(log, given, 1, 200_000);
    const { chunks, options: scan } = tableOf(log, 1 << 20);
    const reference = new SummaryFold(scan.layouts, given);
    chunks.reduce((line, chunk) => (reference.add(chunk, line), line + chunk.lines), 0);
    const clients = clientsIn(partials[0]!.partial);
    assert.equal(clients.length, 28_000);
    assert.deepEqual(clients, clientsIn(reference.partial()));
  });

  it('has sums of more packets than 32 bits hold', () => {
    const counts = [1, 4_294_967_295, 4_294_967_296, 900_000_000_000_000, 3_000_000_000];
    const lines = Array.from({ length: 4000 }, (_, i) => {
      const packets = counts[i % counts.length]!;
      const ends = `10.0.0.${1 + (i % 7)} 10.0.1.${1 + (i % 3)} ${40_000 + (i % 11)} ${440 + (i % 5)}`;
      const outcome = i % 4 === 0 ? 'REJECT OK' : 'ACCEPT OK';
      return `2 1251762227 eni-aaaaaaa1 ${ends} 6 ${packets} ${packets} 1655104384 1655104390 ${outcome}`;
    });
    const log = lines.join('\n');
    assert.deepEqual(kernelSummary(log, {}, 2, 3000), summaryOf(log));
  });

  it('goes on with the reference fold before a key has more packets than 64 bits hold', () => {
    // Sums of these are exact in a double, however large.
    const packets = 209_715 * 2 ** 32;
    const line =
      `2 1251762227 eni-aaaaaaa1 10.0.0.1 10.0.1.1 40000 443 6 ${packets} 1 ` +
      `1655104384 1655104390 ACCEPT OK`;
    const records = 30_000;
    assert.ok(records * packets > 2 ** 64);
    const log = Array.from({ length: records }, () => line).join('\n');
    const summary = kernelSummary(log);
    assert.equal(summary.topSources.rows[0]?.packets, records * packets);
    assert.deepEqual(summary, summaryOf(log));
  });

  it('goes on with the reference fold before lines have numbers of more than 32 bits', () => {
    const log = [...exportLines({ records: 4000, seed: 5, remotes: 300 })].join('\n');
    const { chunks, options } = tableOf(log, 50_000);
    const summary = summaryOptions({ seed: 7 });
    const { layouts } = options;
    const kernel = newFoldingKernel(1 << 20, 1 << 17, foldBytes(summary, 1 << 17));
    const compiled = new KernelSummaryFold(kernel, layouts, summary);
    const reference = new SummaryFold(layouts, summary);
    let line = 2 ** 32 - 2500;
    const scan = { layouts, latest: LATEST, kernel };
    for (const chunk of chunks) {
      const last = chunk === chunks.at(-1);
      compiled.add(scanChunk(chunk.bytes, chunk.declaredBefore, last, scan), line);
      reference.add(chunk, line);
      line += chunk.lines;
    }
    assert.ok(line > 2 ** 32);
    const merged = new SummaryFold(layouts, summary);
    merged.merge([{ partial: compiled.partial() }]);
    assert.deepEqual(merged.finish(), reference.finish());
    assert.ok(merged.finish().topSources.rows.some(row => row.line < 2 ** 32));
  });

  it('puts light conversations out of a table that is full to the last, far down a log', () => {
    const record = (i: number) =>
      `2 1251762227 eni-aaaaaaa1 10.0.${i >> 8}.${i & 255} 10.9.0.1 40000 443 6 1 ${i} 1655104384 1655104390 ACCEPT OK\n`;
    for (const memory of [1 << 18, (1 << 18) + 216, (1 << 18) + 432, (1 << 18) + 648]) {
      const options = summaryOptions({ seed: 7, memory, top: 5 });
      const layouts = new LayoutSet();
      const kernel = newFoldingKernel(1 << 12, 1 << 9, foldBytes(options, 1 << 9));
      const compiled = new KernelSummaryFold(kernel, layouts, options);
      const first = 4_000_000_000;
      const records = mostEntries('conversations', memory) + 600;
      // One record at a time: room for it is made only when there is none at all.
      for (let i = 0; i < records; i++) {
        const bytes = Buffer.from(record(i));
        const chunk = scanChunk(bytes, -1, false, { layouts, latest: LATEST, kernel });
        compiled.add(chunk, first + i);
      }
      const merged = new SummaryFold(layouts, options);
      merged.merge([{ partial: compiled.partial() }]);
      const { rows, outside } = merged.finish().topConversations;
      assert.deepEqual(
        rows.slice(0, 5).map(({ bytes, line }) => [bytes, line]),
        Array.from({ length: 5 }, (_, i) => [records - 1 - i, first + records - 1 - i]),
      );
      assert.ok(outside.bytes < records - 1, String(outside.bytes));
    }
  });

  it('is true of any log, any memory and any cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1000, max: 200_000 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 2000 }),
        (seed, memory, parts, most, remotes) => {
          const shape = { records: 1200, seed, remotes, interfaces: 1 + (seed % 60) };
          const log = [...exportLines(shape)].join('\n');
          assertTrue(kernelSummary(log, { seed, memory, top: most }, parts), log, most);
        },
      ),
      { seed: 21, numRuns: 60 },
    );
  });

  it('goes on with the reference fold where there are too many names or addresses', () => {
    const lines = Array.from({ length: 12_000 }, (_, i) => {
      const ends = `2001:db8::${i.toString(16)} 2001:db8:1::1`;
      const eni = `eni-${i.toString(36).padStart(8, '0')}`;
      return `2 1251762227 ${eni} ${ends} 40000 443 6 1 40 1655104384 1655104390 REJECT OK`;
    });
    const log = lines.join('\n');
    assertTrue(kernelSummary(log, { memory: 50_000, top: 10 }), log, 10);
  });

  it('goes on with the reference fold where records are of thousands of days', () => {
    const lines = Array.from({ length: 9000 }, (_, day) => {
      const start = 1_136_073_600 + (day % 4500) * 86_400;
      return `2 1251762227 eni-aaaaaaa1 10.0.0.1 10.0.0.2 40000 443 6 1 40 ${start} ${start + 60} ACCEPT OK`;
    });
    const log = lines.join('\n');
    const kernel = kernelSummary(log, { buckets: 100 });
    assert.equal(kernel.timeline.buckets.length, 4500);
    assert.deepEqual(kernel, summaryOf(log, { buckets: 100 }));
  });

  it('is told at any time on the way', () => {
    const lines = [...exportLines({ records: 3000, seed: 9, remotes: 300 })];
    const options = summaryOptions({ seed: 7 });
    const told: [partial: Parameters<SummaryFold['merge']>[0][number]['partial'], lines: number][] =
      [];
    const { layouts, partials } = kernelPartials(
      lines.join('\n'),
      options,
      1,
      50_000,
      (partial, upTo) => told.push([partial, upTo]),
    );
    assert.ok(told.length > 3);
    for (const [partial, upTo] of [...told, [partials[0]!.partial, lines.length] as const]) {
      const whole = new SummaryFold(layouts, options);
      whole.merge([{ partial }]);
      assertAsNaive(whole.finish(), lines.slice(0, upTo).join('\n'), 100);
    }
  });

  it('is true after a second pass, of any log and any memory', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 20_000, max: 400_000 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 2000 }),
        (seed, memory, parts, remotes) => {
          const log = [...exportLines({ records: 3000, seed, remotes, interfaces: 10 })].join('\n');
          const { summary } = twoPasses(log, { seed, memory, top: 10 }, parts);
          assertTrue(summary, log, 10);
        },
      ),
      { seed: 22, numRuns: 40 },
    );
  });

  it('has after a second pass the scans that a fold with much memory finds', () => {
    const log = [...exportLines({ records: 120_000, seed: 4, remotes: 30_000 })].join('\n');
    const { plan, summary } = twoPasses(log, { memory: 8 << 20, top: 10 }, 1);
    assert.ok(plan?.clients, 'was in doubt');
    const large = summaryOf(log, { memory: 64 << 20, top: 10 });
    assert.ok(large.findings.some(({ rule }) => rule === 'address-scan'));
    assert.deepEqual(summary.findings, large.findings);
    assert.deepEqual(summary.topConversations.rows, large.topConversations.rows);
  });
});
