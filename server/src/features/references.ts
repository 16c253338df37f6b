import type { Location } from 'vscode-languageserver';
import { grouped } from '../core/explain/quantities';
import { portRegistryOf } from '../core/explain/transport';
import { findLines } from '../core/filter/findLines';
import type { RecordFilter } from '../core/filter/recordFilter';
import { shortName } from '../core/filter/pointName';
import type { Field } from '../core/layouts/fields';
import { formatAddress, parseAddress } from '../core/record/address';
import { numberIn } from '../core/record/readValue';
import type { FieldValue, RecordView } from '../core/record/recordView';
import type { FlowTable } from '../core/table/flowTable';
import { recordAt, valueAt } from '../core/table/recordAt';
import { conversationAt } from '../documentStories';
import { guarded, type Feature, type FeatureHost } from '../feature';
import { toRange } from '../lsp/convert';
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
      return occurrences(host, document, record.view, found.value, token);
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
  view: RecordView,
  value: FieldValue,
  token: Token,
): Promise<Location[] | null> {
  const filter = filterFor(value);
  if (!filter) return null;
  const { chunks } = table;
  const stopped = () => token?.isCancellationRequested === true || table.chunks !== chunks;
  const lines = await runInSlices(findLines(table, filter, { most: MOST_OCCURRENCES }), stopped);
  const found = await runInSlices(locate(table, uri, sameAs(view, value), lines), stopped);
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
  isSame: (view: RecordView, value: FieldValue) => boolean,
  lines: readonly number[],
): Generator<void, Location[]> {
  const found: Location[] = [];
  for (const line of lines) {
    const record = recordAt(table, line);
    for (const value of record?.view.values ?? []) {
      if (!isSame(record!.view, value)) continue;
      found.push({ uri, range: toRange(record!.rangeOf(value)) });
    }
    yield;
  }
  return found;
}

/** Tells whether a value of a record means what another one does. */
function sameAs(view: RecordView, { field, text }: FieldValue) {
  const wanted = meaning(view, field, text);
  return (other: RecordView, value: FieldValue) =>
    value.field.kind === field.kind && meaning(other, value.field, value.text) === wanted;
}

/** One spelling for all of an address's; a number that is no port counts in its field and protocol alone. */
function meaning(view: RecordView, { kind, name }: Field, text: string): string {
  if (kind === 'port') {
    const protocol = numberIn(view, 'protocol');
    const isPort = protocol === undefined || portRegistryOf(protocol) !== undefined;
    return isPort ? text : `${protocol} ${name} ${text}`;
  }
  const address = kind === 'address' ? parseAddress(text) : undefined;
  return address ? formatAddress(address) : text;
}

function warn(connection: FeatureHost['connection'], what: string): void {
  const most = grouped(MOST_OCCURRENCES);
  connection.console.warn(
    `References of ${JSON.stringify(what)}: only the first ${most} are shown.`,
  );
}
