import assert from 'node:assert/strict';
import { chartData } from '../../client/webview/summary/timeline/chartData';
import type { Bar } from '../../client/webview/summary/timeline/coarsen';
import type { Counts } from '../../server/src/core/summary/summary';

const bytes = (amount: number): Counts => ({ records: 1, packets: 1, bytes: amount });

function bar(from: number, total: number, accepted: number, rejected: number): Bar {
  const counts = { total: bytes(total), accepted: bytes(accepted), rejected: bytes(rejected) };
  return { from, to: from + 1, ...counts, noData: 0, skipData: 0, line: 0 };
}

describe('The bars of the timeline', () => {
  it('stand upon each other: accepted, rejected, and what is neither', () => {
    assert.deepEqual(chartData([bar(10, 70, 40, 20)], 'bytes'), [[10], [70], [60], [40]]);
  });

  it('are not drawn where they have no height', () => {
    const bars = [bar(10, 0, 0, 0), bar(11, 20, 0, 20), bar(12, 5, 0, 0)];
    assert.deepEqual(chartData(bars, 'bytes'), [
      [10, 11, 12],
      [null, 20, 5],
      [null, 20, null],
      [null, null, null],
    ]);
  });
});
