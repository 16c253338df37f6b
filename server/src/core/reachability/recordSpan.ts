import type { Range } from '../check/problem';
import { recordAt } from '../table/recordAt';
import type { FlowTable } from '../table/flowTable';

/**
 * Where a record of a story stands, and its action in it; lines of the table from 0, columns in
 * UTF-16 units. Of a wrapped record the part on the line.
 */
export function recordSpan(
  table: FlowTable,
  line: number,
): { readonly record: Range; readonly action: Range | undefined } | undefined {
  const found = recordAt(table, line);
  const text = table.lineText(line);
  if (!found || text === undefined) return undefined;
  const action = found.view.value('action');
  const part = action && found.spanOf(action);
  const start = text.length - text.trimStart().length;
  return {
    record: { line, start, endLine: line, end: text.trimEnd().length },
    action: part && part.end > part.start ? { line, endLine: line, ...part } : undefined,
  };
}
