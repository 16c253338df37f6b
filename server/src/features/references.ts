import type { Location } from 'vscode-languageserver';
import { grouped } from '../core/explain/quantities';
import type { FieldValue, RecordView } from '../core/record/recordView';
import { recordAt, valueAt } from '../core/table/recordAt';
import { conversationAt } from '../documentStories';
import { guarded, type Feature, type FeatureHost } from '../feature';
import type { OpenDocument } from '../openDocument';
import { runInSlices } from '../slices';
import { occurrencesOf } from './occurrences';
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
  const { chunks } = table;
  const stopped = () => token?.isCancellationRequested === true || table.chunks !== chunks;
  const work = occurrencesOf(table, uri, view, value, MOST_OCCURRENCES);
  const found = await runInSlices(work, stopped);
  if (!found) return null;
  if (found.length >= MOST_OCCURRENCES) warn(connection, value.text);
  return found.slice(0, MOST_OCCURRENCES);
}

function warn(connection: FeatureHost['connection'], what: string): void {
  const most = grouped(MOST_OCCURRENCES);
  connection.console.warn(
    `References of ${JSON.stringify(what)}: only the first ${most} are shown.`,
  );
}
