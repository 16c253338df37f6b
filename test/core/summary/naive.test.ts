import assert from 'node:assert/strict';
import fc from 'fast-check';
import { summaryOf } from './support/fold';
import { assertAsNaive } from './support/assertAsNaive';
import { randomLog } from './support/randomLog';

describe('A summary', () => {
  it('has the figures of a naive count, in every form', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(randomLog, fc.constantFrom(200, 1000, 65_536), (log, size) => {
        assertAsNaive(summaryOf(log, { top: 5 }, size), log, 5);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it('of an empty log is empty', () => {
    const { totals, timeline, findings, approximate } = summaryOf('');
    assert.equal(totals.lines, 0);
    assert.equal(totals.records, 0);
    assert.equal(totals.start, null);
    assert.deepEqual([timeline.buckets, findings, approximate], [[], [], []]);
  });
});
