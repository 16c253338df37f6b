import type { Metric } from '../../../../server/src/core/summary/summary';
import { METRIC_NAMES, counted, grouped } from '../format/amounts';
import { lasting, stretch } from '../format/times';
import type { Bar } from './coarsen';

/** The chart in a sentence, for those who do not see it. */
export function chartLabel(bars: readonly Bar[], by: Metric): string {
  const first = bars[0];
  const last = bars.at(-1);
  if (!first || !last) return 'No records with a time';
  const gaps = bars.filter(({ line }) => line === null).length;
  const highest = bars.reduce((most, bar) => (bar.total[by] > most.total[by] ? bar : most));
  return [
    `${METRIC_NAMES[by]} over time, ${stretch({ from: first.from, to: last.to })}`,
    `${counted(bars.length, 'bar')} of ${lasting(first.to - first.from)}`,
    `the highest at ${stretch(highest)} with ${grouped(highest.total[by])}`,
    gaps > 0 ? `${gaps} of them without records` : 'no gaps',
  ].join('; ');
}

/** What one bar holds. */
export function barWords(bar: Bar, by: Metric): string {
  if (bar.line === null) return `${stretch(bar)}: no records`;
  const { total, accepted, rejected } = bar;
  const parts = [
    `${grouped(total[by])} ${METRIC_NAMES[by].toLowerCase()}`,
    `${grouped(accepted[by])} accepted`,
    `${grouped(rejected[by])} rejected`,
    ...(bar.noData > 0 ? [`${bar.noData} NODATA`] : []),
    ...(bar.skipData > 0 ? [`${bar.skipData} SKIPDATA`] : []),
  ];
  return `${stretch(bar)}: ${parts.join(', ')}`;
}
