import type { Range } from 'vscode-languageserver';
import { formatAddress, parseAddress } from '../core/record/address';
import type { FlowTable } from '../core/table/flowTable';
import { recordAt } from '../core/table/recordAt';
import { toRange } from '../lsp/convert';

/** Where a line's record stands, and an address in it, given in its usual spelling. */
export function addressPlace(
  table: FlowTable,
  line: number,
  address: string,
): { readonly record: Range; readonly place: Range } | undefined {
  const found = recordAt(table, line);
  const value = found?.view.values.find(({ field, text }) => {
    const parsed = field.kind === 'address' ? parseAddress(text) : undefined;
    return parsed && formatAddress(parsed) === address;
  });
  if (!found || !value) return undefined;
  const record = found.rangeOf({ start: 0, end: found.view.text.length });
  return { record: toRange(record), place: toRange(found.rangeOf(value)) };
}
