import assert from 'node:assert/strict';
import { FaultFold } from '../../../server/src/core/fold/faults';
import { AS_COUNTED } from '../../../server/src/core/fold/lineRuns';
import { DetailFold } from '../../../server/src/core/summary/detail/detailFold';
import { summaryOptions } from '../../../server/src/core/summary/options';
import { buffersOf } from '../../../server/src/core/summary/partial';
import { SummaryFold } from '../../../server/src/core/summary/summaryFold';
import type { SummaryPart } from '../../../server/src/fileAccess';
import { finishSummary } from '../../../server/src/node/files/finishSummary';
import { exportLines } from '../../core/summary/support/exportLog';
import { LATEST, tableOf } from '../../core/summary/support/fold';

describe('What threads have folded', function () {
  this.timeout(60_000);
  const shape = { records: 8000, seed: 1, remotes: 1500, interfaces: 40, faulty: 5 };
  const table = tableOf([...exportLines(shape)].join('\n'), 65_536);
  const { layouts } = table.options;

  /** Every chunk of which this thread has the share. */
  function folded<F extends { add: SummaryFold['add'] }>(fold: F, thread: number, threads: number) {
    table.chunks.forEach((chunk, index) => {
      if (index % threads === thread) fold.add(chunk, table.firstLine(index));
    });
    return fold;
  }

  function partsOf(threads: number, options: ReturnType<typeof summaryOptions>): SummaryPart[] {
    return Array.from({ length: threads }, (_, thread) => {
      const rules = { latest: LATEST, icmpOrder: 'auto' as const };
      const faults = new FaultFold({ layouts, rules, levels: rule => rule.severity });
      return {
        runs: AS_COUNTED,
        partial: folded(new SummaryFold(layouts, options), thread, threads).partial(),
        faults: folded(faults, thread, threads).partial(),
      };
    });
  }

  for (const threads of [1, 2, 3]) {
    for (const memory of [20_000, 200_000, 16 << 20]) {
      it(`by ${threads} in ${memory} bytes is the same in one part, after a second pass`, () => {
        const options = summaryOptions({ seed: 7, top: 10, memory, series: true });
        const parts = partsOf(threads, options);
        const first = finishSummary({
          ...{ options, threads, wantsPart: true },
          parts: structuredClone(parts),
        });
        const { plan, part } = first;
        assert.ok(plan && part, 'there is something to find out');
        const details = Array.from({ length: threads }, (_, thread) => {
          const fold = folded(new DetailFold(layouts, options, plan), thread, threads);
          return { runs: AS_COUNTED, partial: fold.partial() };
        });
        const finish = (of: readonly SummaryPart[]) =>
          finishSummary({
            ...{ options, threads, wantsPart: false },
            ...structuredClone({ parts: of, details }),
          }).summary;
        assert.deepEqual(finish([part]), finish(parts));
        assert.ok(first.summary.totals.faults > 0, 'there are faults');
      });
    }
  }

  it('is freed as soon as it has been merged', () => {
    const options = summaryOptions({ seed: 7, top: 10 });
    const parts = partsOf(2, options);
    const entries = parts.flatMap(({ partial }) => Object.values(partial.tables));
    finishSummary({ options, threads: 2, parts, wantsPart: true });
    const sizes = buffersOf(entries.map(table => table.entries)).map(buffer => buffer.byteLength);
    assert.deepEqual(new Set(sizes), new Set([0]));
  });
});
