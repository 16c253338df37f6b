import type { Ranking, Row } from '../../../../server/src/core/summary/summary';
import { METRIC_NAMES, grouped } from '../format/amounts';
import type { Cell, Column, TableModel } from '../table/tableModel';
import { FIGURE_COLUMNS, figureCells, greatest, textCell } from './figures';
import type { View } from './view';

export interface RankingSpec<R extends Row> {
  readonly id: string;
  readonly title: string;
  /** The head of the first column, and what its entries are together. */
  readonly one: string;
  readonly many: string;
  readonly between?: readonly Column[];
  readonly betweenCells?: (row: R) => readonly Cell[];
  readonly after?: readonly Column[];
  readonly afterCells?: (row: R) => readonly Cell[];
  readonly keyText?: (row: R) => string;
  readonly notes?: readonly string[];
}

/** A list of the largest as a table. */
export function rankingTable<R extends Row>(
  spec: RankingSpec<R>,
  ranking: Ranking<R>,
  { by, top }: View,
): TableModel {
  const { id, title, one, between = [], after = [], keyText = (row: R) => row.key } = spec;
  const rows = [...ranking.rows].sort((a, b) => b[by] - a[by]).slice(0, top);
  const most = greatest(rows, by);
  return {
    id,
    title,
    columns: [{ id: 'key', label: one, numeric: false }, ...between, ...FIGURE_COLUMNS, ...after],
    rows: rows.map(row => ({
      key: row.key,
      title: `${title}: ${keyText(row)}`,
      line: row.line,
      filter: row.filter,
      cells: [
        textCell(keyText(row)),
        ...(spec.betweenCells?.(row) ?? []),
        ...figureCells(row, by, most),
        ...(spec.afterCells?.(row) ?? []),
      ],
    })),
    notes: [...rankingNotes(spec, ranking, rows.length, by), ...(spec.notes ?? [])],
    sortedBy: by,
  };
}

function rankingNotes<R extends Row>(
  { many }: RankingSpec<R>,
  { keys, keysExact, exact, outside }: Ranking<R>,
  shown: number,
  by: View['by'],
): string[] {
  const metric = METRIC_NAMES[by].toLowerCase();
  const notes: string[] = [];
  if (shown < keys || !keysExact) {
    notes.push(`${shown} of ${keysExact ? '' : 'at least '}${grouped(keys)} ${many}`);
  }
  if (!exact[by]) {
    notes.push(
      `Approximate: one of the ${many} that is not listed can have up to ${grouped(outside[by])} ${metric}.`,
    );
  }
  return notes;
}
