import type { Range } from 'vscode-languageserver';
import { formatAddress, parseAddress } from '../core/record/address';
import type { FlowTable } from '../core/table/flowTable';
import { recordAt } from '../core/table/recordAt';

/** Where a line's record stands, and an address in it, given in its usual spelling. */
export function addressPlace(
  table: FlowTable,
  line: number,
  address: string,
): { readonly record: Range; readonly place: Range } | undefined {
  const found = recordAt(table, line);
  const text = table.lineText(line);
  const value = found?.view.values.find(({ field, text: spelled }) => {
    const parsed = field.kind === 'address' ? parseAddress(spelled) : undefined;
    return parsed && formatAddress(parsed) === address;
  });
  if (!found || text === undefined || !value) return undefined;
  const span = found.spanOf(value);
  // In a wrapped record the address may stand on another line.
  if (span.end <= span.start) return undefined;
  const range = (start: number, end: number): Range => ({
    start: { line, character: start },
    end: { line, character: end },
  });
  return { record: range(0, text.length), place: range(span.start, span.end) };
}
