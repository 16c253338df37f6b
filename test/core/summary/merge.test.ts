import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DetailFold } from '../../../server/src/core/summary/detail/detailFold';
import { summaryOptions, type SummaryOptions } from '../../../server/src/core/summary/options';
import { SummaryFold } from '../../../server/src/core/summary/summaryFold';
import type { FlowTable } from '../../../server/src/core/table/flowTable';
import { summaryOf, tableOf } from './support/fold';
import { randomLog } from './support/randomLog';

const OPTIONS: Partial<SummaryOptions> = {
  seed: 7,
  top: 5,
  series: true,
  groups: [{ block: '10.0.0.0/8', label: 'inside' }],
  threats: [{ block: '203.0.113.0/24', label: 'known' }],
};

/** The chunks of a table dealt out to several folds, in runs or in turn, each as a thread would. */
function inParts(table: FlowTable, partOf: (index: number) => number, parts: number) {
  const options = summaryOptions(OPTIONS);
  const whole = new SummaryFold(table.options.layouts, options);
  const each = <F extends { add: SummaryFold['add'] }, P>(make: () => F, done: (fold: F) => P) =>
    Array.from({ length: parts }, (_, part) => {
      const fold = make();
      table.chunks.forEach((chunk, index) => {
        if (partOf(index) === part) fold.add(chunk, table.firstLine(index));
      });
      return { partial: structuredClone(done(fold)) };
    });
  whole.merge(
    each(
      () => new SummaryFold(table.options.layouts, options),
      fold => fold.partial(),
    ),
  );
  const plan = structuredClone(whole.planDetails()!);
  whole.addDetails(
    each(
      () => new DetailFold(table.options.layouts, options, plan),
      fold => fold.partial(),
    ),
  );
  return whole.finish();
}

describe('Merged parts of a summary', () => {
  it('are the summary of the whole, however the log is cut', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(randomLog, fc.integer({ min: 1, max: 4 }), fc.boolean(), (log, parts, inTurn) => {
        const table = tableOf(log, 150);
        const partOf = (index: number) =>
          inTurn ? index % parts : Math.floor((index * parts) / table.chunks.length);
        assert.deepEqual(inParts(table, partOf, parts), summaryOf(log, OPTIONS, 150));
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('count their lines from where each part begins', () => {
    const record = (address: string) =>
      `2 1251762227 eni-aaaaaaa1 ${address} 10.0.0.2 40000 443 6 1 40 1655104384 1655104390 ACCEPT OK`;
    const [one, two] = [tableOf(`${record('10.0.0.1')}\n`), tableOf(record('10.0.0.3'))];
    const options = summaryOptions({ seed: 7 });
    const folds = [one, two].map(table => {
      const fold = new SummaryFold(table.options.layouts, options);
      fold.add(table.chunks[0]!, 0);
      return fold;
    });
    const whole = new SummaryFold(one.options.layouts, options);
    whole.merge([
      { partial: folds[1]!.partial(), runs: [{ from: 0, by: 1 }] },
      { partial: folds[0]!.partial() },
    ]);
    const { rows } = whole.finish().topSources;
    assert.deepEqual(
      rows.map(({ key, line }) => [key, line]),
      [
        ['10.0.0.1', 0],
        ['10.0.0.3', 1],
      ],
    );
  });

  it('are taken over alone as if merged, and left as they were', () => {
    fc.assert(
      fc.property(randomLog, log => {
        const table = tableOf(log, 150);
        const options = summaryOptions({ ...OPTIONS, memory: 1 << 16 });
        const newFold = () => new SummaryFold(table.options.layouts, options);
        const [read, merged, over] = [newFold(), newFold(), newFold()];
        for (const [i, chunk] of table.chunks.entries()) read.add(chunk, table.firstLine(i));
        const partial = read.partial();
        const before = structuredClone(partial);
        merged.merge([{ partial }]);
        over.takeOver(partial);
        const { coverage, ...picture } = over.picture();
        assert.deepEqual(coverage.points, []);
        assert.deepEqual({ ...picture, coverage: over.finish().coverage }, over.finish());
        assert.deepEqual(over.planDetails(), merged.planDetails());
        assert.deepEqual(over.finish(), merged.finish());
        assert.deepEqual(partial, before);
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  it('are refused when their hashes differ', () => {
    const { layouts } = tableOf('').options;
    const one = new SummaryFold(layouts, summaryOptions({ seed: 1 }));
    const other = new SummaryFold(layouts, summaryOptions({ seed: 2 }));
    assert.throws(() => one.merge([{ partial: other.partial() }]), /seeds/);
  });
});
