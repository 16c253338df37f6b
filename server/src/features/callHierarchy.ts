import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CancellationToken,
  type Range,
} from 'vscode-languageserver';
import { counted } from '../core/explain/quantities';
import { contactsOf, type Contact } from '../core/reachability/contacts';
import { engineSettings } from '../core/reachability/levels';
import { formatAddress, parseAddress } from '../core/record/address';
import type { FlowTable } from '../core/table/flowTable';
import { recordAt, valueAt } from '../core/table/recordAt';
import { guarded, type Feature, type FeatureHost } from '../feature';
import type { OpenDocument } from '../openDocument';
import { runInSlices } from '../slices';
import { addressPlace } from './addressPlace';

/** Addresses that are listed, the busiest; of more, the log says so. */
const MOST_CONTACTS = 1000;

/** Whom an address talks to as the initiator, and who talks to it. */
export const callHierarchy: Feature = host => {
  const { languages } = host.connection;
  languages.callHierarchy.onPrepare(
    guarded(host, 'Call hierarchy', null, ({ textDocument, position }) => {
      const document = host.documents.get(textDocument.uri);
      return document ? prepare(document, position.line, position.character) : null;
    }),
  );
  languages.callHierarchy.onIncomingCalls(
    guarded(host, 'Incoming calls', null, async ({ item }, token) => {
      const calls = await callsOf(host, item, 'incoming', token);
      return calls.map(({ item: from, ranges }): CallHierarchyIncomingCall => ({
        from,
        fromRanges: ranges,
      }));
    }),
  );
  languages.callHierarchy.onOutgoingCalls(
    guarded(host, 'Outgoing calls', null, async ({ item }, token) => {
      const calls = await callsOf(host, item, 'outgoing', token);
      return calls.map(({ item: to, ranges }): CallHierarchyOutgoingCall => ({
        to,
        fromRanges: ranges,
      }));
    }),
  );
  return { callHierarchyProvider: true };
};

function prepare(
  { table, uri }: OpenDocument,
  line: number,
  character: number,
): CallHierarchyItem[] | null {
  const record = recordAt(table, line);
  const found = record && valueAt(record.view, record.placeOf(character));
  const address = found?.part === 'value' ? parseAddress(found.value.text) : undefined;
  if (!address || found?.value.field.kind !== 'address') return null;
  const item = itemAt(table, uri, line, formatAddress(address));
  return item && [item];
}

interface Call {
  readonly item: CallHierarchyItem;
  /** Where the caller's records name the other end. */
  readonly ranges: Range[];
}

async function callsOf(
  { connection, documents }: FeatureHost,
  item: CallHierarchyItem,
  direction: 'incoming' | 'outgoing',
  token: CancellationToken,
): Promise<Call[]> {
  const document = documents.get(item.uri);
  if (!document) return [];
  const { table, uri } = document;
  const { chunks } = table;
  const stopped = () => token.isCancellationRequested || table.chunks !== chunks;
  const work = contactsOf(table, item.name, engineSettings(documents.currentSettings));
  const contacts = (await runInSlices(work, stopped))[direction];
  if (contacts.length > MOST_CONTACTS) {
    const all = counted(contacts.length, 'address').replace(/s$/, 'es');
    connection.console.warn(`Only the busiest of the ${all} that ${item.name} meets are shown.`);
  }
  return runInSlices(toCalls(table, uri, contacts.slice(0, MOST_CONTACTS)), stopped);
}

function* toCalls(
  table: FlowTable,
  uri: string,
  contacts: readonly Contact[],
): Generator<void, Call[]> {
  const calls: Call[] = [];
  for (const contact of contacts) {
    yield;
    const { address, lines } = contact;
    const item = itemAt(table, uri, lines[0]!, address, detailOf(contact));
    if (!item) continue;
    const ranges = lines.flatMap(line => addressPlace(table, line, address)?.place ?? []);
    calls.push({ item, ranges });
  }
  return calls;
}

function detailOf({ accepted, rejected, certain }: Contact): string {
  const records = `${counted(accepted, 'record')} accepted, ${counted(rejected, 'record')} rejected`;
  return certain ? records : `${records}; who began is not known for all`;
}

function itemAt(
  table: FlowTable,
  uri: string,
  line: number,
  address: string,
  detail?: string,
): CallHierarchyItem | null {
  const found = addressPlace(table, line, address);
  if (!found) return null;
  return {
    name: address,
    kind: SymbolKind.Interface,
    uri,
    range: found.record,
    selectionRange: found.place,
    ...(detail === undefined ? {} : { detail }),
  };
}
