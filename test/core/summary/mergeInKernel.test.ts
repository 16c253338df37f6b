import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import type { Ground } from '../../../server/src/core/summary/group/ground';
import { KernelGround } from '../../../server/src/core/summary/kernel/kernelGround';
import { summaryOptions, type SummaryOptions } from '../../../server/src/core/summary/options';
import { SummaryFold } from '../../../server/src/core/summary/summaryFold';
import { exportLines } from './support/exportLog';
import { kernelDetails, kernelPartials } from './support/kernelFold';
import { randomLog } from './support/randomLog';

/** What two folds say when parts are merged, one of them in the memory of the kernel that folded. */
function bothWays(log: string, options: SummaryOptions, parts: number, size?: number) {
  const { layouts, partials, kernel } = kernelPartials(log, options, parts, size);
  const toMerge = partials.map(({ partial }, part) => ({
    partial,
    runs: [0, 3, 3, 40].map((from, run) => ({ from, by: part * 1000 + run * 100 })),
  }));
  const details = detailsOf(log, layouts, options, toMerge, size);
  const inKernel = new KernelGround(kernel, options);
  let merged = 0;
  let marked = 0;
  let joined = 0;
  const listed = { wanted: 0, crowded: 0 };
  const ground: Ground = {
    take: bytes => inKernel.take(bytes),
    merge: (table, incoming, met) => {
      const done = inKernel.merge(table, incoming, met);
      if (done) merged += incoming.count;
      return done;
    },
    markSeen: (table, met, seen) => {
      const done = inKernel.markSeen(table, met, seen);
      if (done) marked += met.length;
      return done;
    },
    joinSeen: (seen, other) => {
      const done = inKernel.joinSeen(seen, other);
      if (done) joined++;
      return done;
    },
    listWanted: (sums, wanted) => {
      const found = inKernel.listWanted(sums, wanted);
      listed.wanted += found?.length ?? 0;
      return found;
    },
    listCrowded: (table, marks, least) => {
      const found = inKernel.listCrowded(table, marks, least);
      listed.crowded += found?.length ?? 0;
      return found;
    },
  };
  const [one, other] = [ground, undefined].map(where => {
    const fold = new SummaryFold(layouts, options, parts, where);
    fold.merge(toMerge);
    const plan = fold.planDetails();
    const summary = fold.finish();
    if (details) fold.addDetails(details);
    return { plan, summary, settled: fold.finish(), tables: fold.partial().tables };
  });
  return { one: one!, other: other!, merged, marked, joined, listed, partials, details };
}

/** What a second pass finds out, if the first leaves anything in doubt that a kernel can count. */
function detailsOf(
  log: string,
  layouts: LayoutSet,
  options: SummaryOptions,
  parts: Parameters<SummaryFold['merge']>[0],
  size?: number,
) {
  const fold = new SummaryFold(layouts, options, parts.length);
  fold.merge(parts);
  const plan = fold.planDetails();
  const { points, accounts, rejectedPoints, ports, rejectedPorts } = plan?.doubts ?? {};
  if (!plan || points || accounts || rejectedPoints || ports || rejectedPorts) return undefined;
  return kernelDetails(log, options, plan, parts.length, size);
}

describe('Parts that are merged in a kernel’s memory', function () {
  this.timeout(120_000);

  it('come to the same as elsewhere, in every form and with every kind of address', () => {
    let inKernel = 0;
    fc.assert(
      fc.property(randomLog, fc.integer({ min: 1, max: 4 }), (log, parts) => {
        const { one, other, merged } = bothWays(log, summaryOptions({ seed: 7 }), parts, 300);
        inKernel += merged;
        assert.deepEqual(one, other);
      }),
      { seed: 31, numRuns: 60 },
    );
    assert.ok(inKernel > 1000);
  });

  it('come to the same when tables are full, in whichever memory there is room', () => {
    const seen = { inDoubt: 0, inKernel: 0, marked: 0, joined: 0, elsewhere: 0 };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        // Each has a kernel of its own, which the engine gives much address space.
        fc.constantFrom(1000, 20_000, 400_000, 1_000_000),
        fc.integer({ min: 1, max: 6 }),
        (seed, memory, parts) => {
          const log = [...exportLines({ records: 2000, seed, remotes: 1500, interfaces: 10 })].join(
            '\n',
          );
          const options = summaryOptions({ seed, memory, top: 10 });
          const { one, other, merged, marked, joined, partials } = bothWays(
            log,
            options,
            parts,
            20_000,
          );
          const all = partials
            .flatMap(({ partial }) => Object.values(partial.tables))
            .reduce((sum, { entries }) => sum + entries.length / 6, 0);
          if (one.plan) seen.inDoubt++;
          if (merged > 0) seen.inKernel++;
          if (marked > 0) seen.marked++;
          if (joined > 0) seen.joined++;
          if (merged < all) seen.elsewhere++;
          assert.deepEqual(one, other);
        },
      ),
      { seed: 32, numRuns: 60 },
    );
    assert.ok(
      Object.values(seen).every(count => count > 5),
      JSON.stringify(seen),
    );
  });

  it('come to the same after a second pass', () => {
    const log = [...exportLines({ records: 240_000, seed: 4, remotes: 60_000 })].join('\n');
    const options = summaryOptions({ seed: 7, memory: 8 << 20, top: 10 });
    const { one, other, details, listed } = bothWays(log, options, 2);
    assert.ok(details?.every(({ partial }) => partial.attempts));
    assert.ok(listed.wanted > 1000 && listed.crowded > 1000, JSON.stringify(listed));
    assert.notDeepEqual(one.summary, one.settled);
    assert.deepEqual(one, other);
  });

  it('stand in that memory, and leave it fit for the next fold', () => {
    const log = [...exportLines({ records: 5000, seed: 4, remotes: 800 })].join('\n');
    const options = summaryOptions({ seed: 7 });
    const before = kernelPartials(log, options, 2);
    const ground = new KernelGround(before.kernel, options);
    const fold = new SummaryFold(before.layouts, options, 2, ground);
    fold.merge(before.partials);
    assert.equal(fold.tables.conversations.sums.buffer, before.kernel.memory.buffer);
    assert.deepEqual(kernelPartials(log, options, 2).partials, before.partials);
  });

  it('go elsewhere when that memory is used up', () => {
    const options = summaryOptions({ seed: 7 });
    const { kernel } = kernelPartials('', options, 1);
    const ground = new KernelGround(kernel, options);
    const inKernel = ground.take(kernel.map.extraSize / 2);
    assert.equal(inKernel.buffer, kernel.memory.buffer);
    const elsewhere = ground.take(kernel.map.extraSize / 2);
    assert.notEqual(elsewhere.buffer, kernel.memory.buffer);
    assert.equal(elsewhere.buffer.byteLength, kernel.map.extraSize / 2);
    const { at, buffer } = ground.take(64);
    assert.ok(buffer === kernel.memory.buffer && at >= inKernel.at + kernel.map.extraSize / 2);
  });
});
