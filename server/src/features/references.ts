import type { Location } from 'vscode-languageserver';
import { grouped } from '../core/explain/quantities';
import { findLines } from '../core/filter/findLines';
import type { RecordFilter } from '../core/filter/recordFilter';
import { shortName } from '../core/filter/pointName';
import { formatAddress, parseAddress } from '../core/record/address';
import type { FieldValue } from '../core/record/recordView';
import type { FlowTable } from '../core/table/flowTable';
import { recordAt, valueAt } from '../core/table/recordAt';
import { conversationAt } from '../documentStories';
import { guarded, type Feature, type FeatureHost } from '../feature';
import type { OpenDocument } from '../openDocument';
import { runInSlices } from '../slices';
import { recordLocations } from './recordLocations';

/** Occurrences that are found; of more, the log says so. */
export const MOST_OCCURRENCES = 10_000;

/** All records of a conversation, or all places of an address, a port or an interface. */
export const references: Feature = host => {
  const { connection, documents } = host;
  connection.onReferences(
    guarded(host, 'References', null, async (params, token): Promise<Location[] | null> => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return null;
      const { line, character } = params.position;
      const record = recordAt(document.table, line);
      const found = record && valueAt(record.view, record.placeOf(character));
      if (!found) return null;
      const { kind } = found.value.field;
      if (kind === 'action' || kind === 'log-status') {
        return conversation(host, document, line, token);
      }
      return occurrences(host, document, found.value, token);
    }),
  );
  return { referencesProvider: true };
};

type Token = Parameters<typeof conversationAt>[3];

async function conversation(
  { connection, documents }: FeatureHost,
  document: OpenDocument,
  line: number,
  token: Token,
): Promise<Location[] | null> {
  const found = await conversationAt(document, documents.currentSettings, line, token);
  if (found.kind === 'none') return null;
  const lines = [...found.request, ...found.reply].sort((a, b) => a - b);
  if (lines.length > MOST_OCCURRENCES) warn(connection, 'a conversation');
  return recordLocations(document, lines.slice(0, MOST_OCCURRENCES));
}

async function occurrences(
  { connection }: FeatureHost,
  { table, uri }: OpenDocument,
  value: FieldValue,
  token: Token,
): Promise<Location[] | null> {
  const filter = filterFor(value);
  if (!filter) return null;
  const { chunks } = table;
  const stopped = () => token?.isCancellationRequested === true || table.chunks !== chunks;
  const lines = await runInSlices(findLines(table, filter, { most: MOST_OCCURRENCES }), stopped);
  const found = await runInSlices(locate(table, uri, value, lines), stopped);
  if (Math.max(lines.length, found.length) >= MOST_OCCURRENCES) warn(connection, value.text);
  return found.slice(0, MOST_OCCURRENCES);
}

/** Which records hold a value; undefined for values whose places are not looked for. */
function filterFor({ field: { kind }, text }: FieldValue): RecordFilter | undefined {
  if (kind === 'address') return parseAddress(text) && { address: text };
  if (kind === 'port') return /^\d{1,5}$/.test(text) ? { port: Number(text) } : undefined;
  return kind === 'interface' || kind === 'ccn' ? { point: shortName(text) } : undefined;
}

function* locate(
  table: FlowTable,
  uri: string,
  { field, text }: FieldValue,
  lines: readonly number[],
): Generator<void, Location[]> {
  const wanted = spelling(field.kind, text);
  const found: Location[] = [];
  for (const line of lines) {
    const record = recordAt(table, line);
    for (const value of record?.view.values ?? []) {
      if (value.field.kind !== field.kind || spelling(field.kind, value.text) !== wanted) continue;
      const { start, end } = record!.spanOf(value);
      if (end <= start) continue;
      found.push({
        uri,
        range: { start: { line, character: start }, end: { line, character: end } },
      });
    }
    yield;
  }
  return found;
}

/** One spelling for all of an address's. */
function spelling(kind: FieldValue['field']['kind'], text: string): string {
  const address = kind === 'address' ? parseAddress(text) : undefined;
  return address ? formatAddress(address) : text;
}

function warn(connection: FeatureHost['connection'], what: string): void {
  const most = grouped(MOST_OCCURRENCES);
  connection.console.warn(
    `References of ${JSON.stringify(what)}: only the first ${most} are shown.`,
  );
}
