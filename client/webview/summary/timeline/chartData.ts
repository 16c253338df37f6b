import type uPlot from 'uplot';
import type { Metric } from '../../../../server/src/core/summary/summary';
import type { Bar } from './coarsen';

/** Each series covers those before it: all, then rejected with accepted, then accepted. */
export function chartData(bars: readonly Bar[], by: Metric): uPlot.AlignedData {
  return [
    bars.map(({ from }) => from),
    bars.map(({ total }) => drawn(total[by])),
    bars.map(({ accepted, rejected }) => drawn(accepted[by] + rejected[by])),
    bars.map(({ accepted }) => drawn(accepted[by])),
  ];
}

/** A bar of no height would still show its border, as if there were a little of it. */
function drawn(amount: number): number | null {
  return amount === 0 ? null : amount;
}
