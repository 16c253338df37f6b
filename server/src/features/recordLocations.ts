import type { Location } from 'vscode-languageserver';
import { recordSpan } from '../core/reachability/recordSpan';
import { toRange } from '../lsp/convert';
import type { OpenDocument } from '../openDocument';

/** Where the records on some lines stand, each at its action. */
export function recordLocations(
  { table, uri }: Pick<OpenDocument, 'table' | 'uri'>,
  lines: readonly number[],
): Location[] {
  return lines.flatMap(line => {
    const span = recordSpan(table, line);
    return span ? [{ uri, range: toRange(span.action ?? span.record) }] : [];
  });
}
