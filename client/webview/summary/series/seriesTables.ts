import type { Metric } from '../../../../server/src/core/summary/summary';
import { METRIC_NAMES } from '../format/amounts';
import { lasting, stretch, utc } from '../format/times';
import type { TableModel } from '../table/tableModel';
import { numberCell, numberColumn, textCell, textColumn } from '../tables/figures';
import { RATES } from './rates';
import type { Line, LineSet } from './seriesModel';

/** Each line with its sum, its mean and its highest rate. */
export function lineTable(
  { id, title, one, width, times, lines }: LineSet,
  by: Metric,
): TableModel {
  const { say } = RATES[by];
  const rate = (value: number) => ({ text: say(value), value });
  return {
    id: `series-${id}`,
    title,
    columns: [
      textColumn('key', one),
      numberColumn('total', METRIC_NAMES[by]),
      numberColumn('mean', 'Mean', 'Over the times that have records'),
      numberColumn('highest', 'Highest', `Over ${lasting(width)}`),
      textColumn('when', 'From'),
    ],
    rows: lines.map(line => {
      const { mean, highest, at } = measure(line, times);
      return {
        key: line.key,
        title: `${one}: ${line.key}`,
        filter: line.filter,
        cells: [
          textCell(line.key),
          numberCell(line.total),
          rate(mean),
          rate(highest),
          textCell(`${utc(at)} UTC`),
        ],
      };
    }),
    notes: [`Rates are averages over ${lasting(width)}; a record counts where it starts.`],
    sortedBy: 'total',
  };
}

function measure({ rates }: Line, times: readonly number[]) {
  const known = rates.filter(rate => rate !== null);
  const highest = known.reduce((most, rate) => Math.max(most, rate), 0);
  const mean = known.reduce((sum, rate) => sum + rate, 0) / Math.max(1, known.length);
  return { mean, highest, at: times[rates.indexOf(highest)]! };
}

/** The rates of some lines, a row a time. */
export function rateTable(
  { id, title, width, times }: LineSet,
  lines: readonly Line[],
  by: Metric,
): TableModel {
  const { say } = RATES[by];
  const rows = times.flatMap((at, i) => {
    const rates = lines.map(({ rates }) => rates[i] ?? null);
    if (rates.every(rate => rate === null)) return [];
    const range = { from: at, to: at + width };
    const time = stretch(range);
    const cells = [{ text: time, value: time }, ...rates.map(rate => numberCell(rate, say))];
    return [{ key: String(at), title: time, filter: { time: range }, cells }];
  });
  return {
    id: `rates-${id}`,
    title: `${title}, as a table`,
    columns: [
      textColumn('time', 'Time'),
      ...lines.map(({ key }) => numberColumn(key, key, RATES[by].title)),
    ],
    rows,
    notes: [],
  };
}
