import type { Metric } from '../../../server/src/core/summary/summary';
import { visible } from '../visible';
import { partsOf, type Column, type Part } from './summaryParts';
import type { InputsSummary } from './summaryReader';

/** The summary in Markdown, with nothing in it that a log could have written as markup. */
export function summaryMarkdown(result: InputsSummary, top: number, by: Metric): string {
  return `# Flow log summary\n\n${partsOf(result, top, by).map(markdownOf).join('\n')}`;
}

function markdownOf({ title, columns, rows, sentences }: Part): string {
  const head = [
    columns.map(({ name }) => name),
    columns.map(({ figure }) => (figure ? '---:' : '---')),
  ];
  const body = rows.map(row =>
    row.map((cell, i) => (isPlain(columns[i]!) ? visible(cell) : code(cell))),
  );
  const table = rows.length === 0 ? '' : [...head, ...body].map(rowOf).join('');
  const list = sentences.map(sentence => `- ${code(sentence)}\n`).join('');
  return `## ${title}\n\n${table}${table && list ? '\n' : ''}${list}`;
}

/** Nothing that a log or the name of a file could say. */
function isPlain({ figure, named = false }: Column): boolean {
  return figure && !named;
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** Text in which Markdown finds nothing to do: a code span with more backticks than are inside. */
export function code(text: string): string {
  const shown = visible(text);
  if (shown === '') return '';
  const runs = [...shown.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const blank = /^`|`$/.test(shown) ? ' ' : '';
  // A table is cut into cells before anyone looks for code.
  return `${fence}${blank}${shown.replaceAll('|', '\\|')}${blank}${fence}`;
}
