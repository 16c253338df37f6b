import { NO_PORT } from '../../filter/conversation';
import type { Books } from '../fold/books';
import { FirstLines } from '../fold/firstLines';
import { MARK, SUM, SUMS, WORD, WORDS } from '../group/entry';
import type { GroupTable } from '../group/groupTable';
import { KEY, portOfWord, protocolOfWord } from '../group/keys';
import { METRIC } from '../group/spill';
import { addressText } from './keyText';

/** What a client seems to have tried: its conversations look as if it had begun them. */
export interface Attempts {
  readonly client: string;
  /** Different addresses at the other end. */
  readonly addresses: number;
  /** First lines of some of its conversations. */
  readonly lines: readonly number[];
}

/** What a client seems to have tried at one address. */
export interface PortAttempts {
  readonly client: string;
  readonly server: string;
  /** Different ports of any protocol. */
  readonly ports: number;
  readonly lines: readonly number[];
}

/** Whether a client, by its hash, is to be looked at. */
export type Suspected = (clientHash: number) => boolean;

/** Who is looked at. */
export interface Suspects {
  readonly suspected: Suspected;
  /** The sources of all records: whoever is none of them has tried nothing. */
  readonly sources: GroupTable;
}

/** Entries of conversations, by server and by client. */
type Clients = Map<number, Map<number, number[]>>;

/** The words of clients are told apart by so many places. */
const PLACES = 1 << 14;

/** The clients of conversations that reach a threshold: different addresses, or ports of one. */
export function attemptsIn(
  table: GroupTable,
  books: Books,
  suspects: Suspects,
  { scanAddresses, scanPorts }: { scanAddresses: number; scanPorts: number },
) {
  const byAddresses: Attempts[] = [];
  const byPorts: PortAttempts[] = [];
  const textOf = (entry: number, word: 'a' | 'b') => addressText(books, table.words, entry, word);
  const least = Math.min(scanAddresses, scanPorts);
  for (const servers of clientsIn(table, books, suspects, least).values()) {
    const addresses = servers.size;
    if (addresses >= scanAddresses) {
      const entries = [...servers.values()].flat();
      const client = textOf(entries[0]!, 'a');
      byAddresses.push({ client, addresses, lines: linesOf(table, entries) });
    }
    const most = mostPorts(table, servers, scanPorts);
    if (!most) continue;
    const { entries, ports } = most;
    const [client, server] = [textOf(entries[0]!, 'a'), textOf(entries[0]!, 'b')];
    byPorts.push({ client, server, ports, lines: linesOf(table, entries) });
  }
  return { byAddresses, byPorts };
}

/**
 * The conversations that look as if their client had begun them, of the clients that are suspected
 * and may have at least so many.
 */
function clientsIn(table: GroupTable, books: Books, suspects: Suspects, least: number): Clients {
  const clients: Clients = new Map();
  const { words, count } = table;
  const hashOf = books.hashOf('address');
  const counts = countByClient(table);
  for (let entry = 0, at = 0; entry < count; entry++, at += WORDS) {
    if (counts[placeOf(words[at + WORD.a]!)]! < least || !isDirected(words, entry)) continue;
    const c = words[at + WORD.c]!;
    if (!suspects.suspected(hashOf.of(words[at + WORD.a]!, 0, c & KEY.v6InA))) continue;
    const client = numberOf(words[at + WORD.a]!, c & KEY.v6InA);
    const server = numberOf(words[at + WORD.b]!, c & KEY.v6InB);
    let servers = clients.get(client);
    if (!servers) {
      if (!mayHaveSent(suspects.sources, words[at + WORD.a]!, c & KEY.v6InA)) continue;
      clients.set(client, (servers = new Map<number, number[]>()));
    }
    const entries = servers.get(server);
    if (entries) entries.push(entry);
    else servers.set(server, [entry]);
  }
  return clients;
}

/** Whether an address is the source of a record, or may be of one that the table has put out. */
function mayHaveSent(sources: GroupTable, word: number, v6: number): boolean {
  if (sources.find(word, 0, v6) >= 0) return true;
  const lost = sources.spill?.lost(sources.hashOf.of(word, 0, v6), METRIC.records) ?? 0;
  return lost > 0;
}

/** How many conversations have a client with a word of this place: hardly any has enough of them. */
function countByClient({ words, count }: GroupTable): Uint32Array {
  const counts = new Uint32Array(PLACES);
  for (let entry = 0, at = 0; entry < count; entry++, at += WORDS) {
    if (isDirected(words, entry)) counts[placeOf(words[at + WORD.a]!)]!++;
  }
  return counts;
}

function placeOf(word: number): number {
  return (word ^ (word >>> 16)) & (PLACES - 1);
}

function isDirected(words: Int32Array, entry: number): boolean {
  return (words[entry * WORDS + WORD.point]! & MARK.directed) !== 0;
}

/** A number that no other address has. */
function numberOf(word: number, v6: number): number {
  return v6 ? 2 ** 32 + word : word >>> 0;
}

/** The server at which the most ports were tried; of equal ones that with the earlier line. */
function mostPorts(table: GroupTable, servers: ReadonlyMap<number, number[]>, least: number) {
  let most: { entries: number[]; ports: number; line: number } | undefined;
  for (const entries of servers.values()) {
    if (entries.length < least || (most && entries.length < most.ports)) continue;
    const ports = portsOf(table, entries);
    if (ports < least) continue;
    const [line = Infinity] = linesOf(table, entries);
    const first = !most || ports > most.ports || (ports === most.ports && line < most.line);
    if (first) most = { entries, ports, line };
  }
  return most;
}

function portsOf({ words }: GroupTable, entries: readonly number[]): number {
  const ports = new Set<number>();
  for (const entry of entries) {
    const c = words[entry * WORDS + WORD.c]!;
    if (portOfWord(c) !== NO_PORT) ports.add((protocolOfWord(c) << 16) | portOfWord(c));
  }
  return ports.size;
}

function linesOf({ sums }: GroupTable, entries: readonly number[]): number[] {
  const lines = new FirstLines(1);
  for (const entry of entries) lines.add(0, sums[entry * SUMS + SUM.line]!);
  return [...new Set(lines.of(0))];
}
