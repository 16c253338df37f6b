import { visibleText } from '../../common/visibleText';
import type { TableModel, TableRow } from './tableModel';

/** The table in Markdown, of which no cell becomes markup. */
export function toMarkdown({ title, columns }: TableModel, rows: readonly TableRow[]): string {
  const lines = [
    columns.map(({ label }) => markdownText(label)),
    columns.map(({ numeric }) => (numeric ? '---:' : '---')),
    ...rows.map(({ cells }) => cells.map(({ text }) => markdownText(text))),
  ];
  const body = lines.map(cells => `| ${cells.join(' | ')} |\n`).join('');
  return `**${markdownText(title)}**\n\n${body}`;
}

/** Text that reads as itself: nothing in it is markup, a link, or the end of a cell. */
export function markdownText(text: string): string {
  return visibleText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&$]/g, '\\$&')
    .replace(/^(\s*)-/, '$1\\-')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/@/g, '\\@')
    .replace(/\bwww\./gi, found => `${found.slice(0, -1)}\\.`);
}
