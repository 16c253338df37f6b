import { lasting, stretch } from '../format/times';
import { grouped } from '../format/amounts';
import type { TableModel, TableRow } from '../table/tableModel';
import { numberCell, numberColumn, textColumn } from '../tables/figures';
import type { Bar } from './coarsen';
import type { Metric } from '../../../../server/src/core/summary/summary';

/** The bars of the timeline as a table, a gap being one row however long. */
export function timelineTable(bars: readonly Bar[], by: Metric): TableModel {
  const rows: TableRow[] = [];
  for (let i = 0; i < bars.length; i++) {
    const bar = bars[i]!;
    if (bar.line !== null) {
      rows.push(barRow(bar, by));
      continue;
    }
    let end = i;
    while (end + 1 < bars.length && bars[end + 1]!.line === null) end++;
    rows.push(gapRow(bar.from, bars[end]!.to));
    i = end;
  }
  return {
    id: 'timeline',
    title: 'Over time',
    columns: [
      textColumn('time', 'Time'),
      numberColumn('total', 'All'),
      numberColumn('accepted', 'Accepted'),
      numberColumn('rejected', 'Rejected'),
      numberColumn('no-data', 'NODATA', 'Records'),
      numberColumn('skip-data', 'SKIPDATA', 'Records'),
    ],
    rows,
    notes: [],
  };
}

function barRow(bar: Bar, by: Metric): TableRow {
  const { from, to, total, accepted, rejected, noData, skipData, line } = bar;
  const time = stretch({ from, to });
  return {
    key: String(from),
    title: time,
    filter: { time: { from, to } },
    ...(line === null ? {} : { line }),
    cells: [
      // Dates sort as times do.
      { text: time, value: time },
      ...[total[by], accepted[by], rejected[by], noData, skipData].map(n => numberCell(n, grouped)),
    ],
  };
}

function gapRow(from: number, to: number): TableRow {
  const time = stretch({ from, to });
  const nothing = { text: '\u2013', value: null };
  return {
    key: `gap ${from}`,
    title: time,
    cells: [
      { text: `${time}: no records for ${lasting(to - from)}`, value: time },
      ...Array.from({ length: 5 }, () => nothing),
    ],
  };
}
