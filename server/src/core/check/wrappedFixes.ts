import { wrappedRecord } from '../rules/wrapped-record';
import { lineText } from '../scan/chunk';
import type { FlowTable } from '../table/flowTable';
import type { Fix } from './problem';

/** A fix for each wrapped record of a table, listed as a problem or not. */
export function wrappedFixes(table: FlowTable): Fix[] {
  return table.chunks.flatMap((chunk, index) =>
    chunk.wrapped.map(({ row, rows, text }) => {
      const line = table.firstLine(index) + row;
      const end = lineText(chunk, row + rows - 1).length;
      const edit = { line, start: 0, endLine: line + rows - 1, end, text };
      return { title: wrappedRecord.fixTitle, edits: [edit] };
    }),
  );
}
