import type { Metric } from '../../../server/src/core/summary/summary';
import { visible } from '../visible';
import { partsOf, type Part } from './summaryParts';
import type { InputsSummary } from './summaryReader';

/** The summary for people to read on a terminal. */
export function summaryText(result: InputsSummary, top: number, by: Metric): string {
  return partsOf(result, top, by).map(textOf).join('\n');
}

function textOf({ title, columns, rows, sentences }: Part): string {
  const table = rows.length === 0 ? [] : [columns.map(({ name }) => name), ...rows];
  const cells = table.map(row => row.map(visible));
  const widths = columns.map((_, i) => Math.max(0, ...cells.map(row => widthOf(row[i]!))));
  const lines = cells.map(row =>
    row
      .map((cell, i) => {
        const blanks = ' '.repeat(widths[i]! - widthOf(cell));
        return columns[i]!.figure ? blanks + cell : cell + blanks;
      })
      .join('  ')
      .trimEnd(),
  );
  const body = [...lines, ...sentences.map(visible)].map(line => `  ${line}\n`).join('');
  return `${title}\n${body}`;
}

/** Characters, as most terminals count them. */
function widthOf(text: string): number {
  return Array.from(text).length;
}
