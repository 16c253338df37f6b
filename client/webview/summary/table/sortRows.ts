import type { Sort } from '../messages';
import type { TableModel, TableRow } from './tableModel';

/** The rows in the order asked for; those without a value come last either way. */
export function sortRows({ columns, rows }: TableModel, sort?: Sort): readonly TableRow[] {
  const index = columns.findIndex(({ id }) => id === sort?.column);
  if (!sort || index < 0) return rows;
  const way = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const first = a.cells[index]?.value ?? null;
    const second = b.cells[index]?.value ?? null;
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null);
    }
    return way * compare(first, second);
  });
}

/** The order that a click on a column's head asks for. */
export function nextSort(column: string, numeric: boolean, sort?: Sort): Sort {
  if (sort?.column !== column) return { column, descending: numeric };
  return { column, descending: !sort.descending };
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}
