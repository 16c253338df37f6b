import { visibleText } from '../../common/visibleText';
import type { TableModel, TableRow } from './tableModel';

/**
 * What makes a spreadsheet take a cell for a formula, as OWASP lists it ("CSV Injection"), in full
 * width too, and after blanks.
 */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The table as CSV (RFC 4180), of which no cell becomes a formula. */
export function toCsv({ columns }: TableModel, rows: readonly TableRow[]): string {
  const lines = [
    columns.map(({ label }) => csvCell(label)),
    ...rows.map(({ cells }) => cells.map(({ value }) => csvCell(value))),
  ];
  return lines.map(cells => `${cells.join(',')}\r\n`).join('');
}

export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = visibleText(value);
  const harmless = FORMULA.test(value) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) || harmless !== value
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
