import type { Counts, Metric, Row } from '../../../../server/src/core/summary/summary';
import { METRIC_NAMES, grouped } from '../format/amounts';
import type { Cell, Column } from '../table/tableModel';

const METRICS: readonly Metric[] = ['records', 'packets', 'bytes'];

/** The columns that all rows of figures have. */
export const FIGURE_COLUMNS: readonly Column[] = METRICS.map(metric => ({
  id: metric,
  label: METRIC_NAMES[metric],
  numeric: true,
}));

/** The figures of a row; that of one metric has a bar, as long as its part of the greatest. */
export function figureCells(row: Counts & Pick<Row, 'atMost'>, by: Metric, most: number): Cell[] {
  return METRICS.map(metric => ({
    ...figure(row[metric], row.atMost?.[metric] ?? 0),
    ...(metric === by && most > 0 ? { share: row[metric] / most } : {}),
  }));
}

/** The greatest amount of a metric in some rows. */
export function greatest(rows: readonly Counts[], by: Metric): number {
  return rows.reduce((most, row) => Math.max(most, row[by]), 0);
}

function figure(value: number, atMost: number): Cell {
  if (atMost === 0) return { text: grouped(value), value };
  return {
    text: `${grouped(value)} to ${grouped(value + atMost)}`,
    value,
    hint: 'Approximate: the figure lies between these two.',
  };
}

export function textColumn(id: string, label: string, hint?: string): Column {
  return { id, label, numeric: false, ...(hint ? { hint } : {}) };
}

export function numberColumn(id: string, label: string, hint?: string): Column {
  return { id, label, numeric: true, ...(hint ? { hint } : {}) };
}

export function textCell(text: string | null | undefined): Cell {
  return { text: text ?? '\u2013', value: text ?? null };
}

/** A number, and how it is read. */
export function numberCell(value: number | null, say: (value: number) => string = grouped): Cell {
  return { text: value === null ? '\u2013' : say(value), value };
}
