import { NO_PORT } from '../../filter/conversation';
import type { Books } from '../fold/books';
import { FirstLines } from '../fold/firstLines';
import { MARK, SUM, SUMS, WORD, WORDS } from '../group/entry';
import type { GroupTable } from '../group/groupTable';
import { KEY, portOfWord } from '../group/keys';
import { METRIC } from '../group/spill';
import { crowded } from '../group/wanted';
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
  for (const entries of conversationsByClient(table, books, suspects, least)) {
    if (entries.length < least) continue;
    const client = textOf(entries[0]!, 'a');
    const { addresses, ports } = triedBy(table, entries);
    if (addresses >= scanAddresses) {
      byAddresses.push({ client, addresses, lines: linesOf(table, entries) });
    }
    if (ports < scanPorts) continue;
    const { entry, lines } = firstWith(ports, table, entries);
    byPorts.push({ client, server: textOf(entry, 'b'), ports, lines });
  }
  return { byAddresses, byPorts };
}

/**
 * The conversations that look as if their client had begun them, of each client that is suspected
 * and may have at least so many.
 */
function conversationsByClient(
  table: GroupTable,
  books: Books,
  suspects: Suspects,
  least: number,
): number[][] {
  // Most addresses are met again and again: whether one counts is asked once.
  const clients = new Map<number, number[] | undefined>();
  const { words } = table;
  for (const entry of crowded(table, MARK.directed, least)) {
    const word = words[entry * WORDS + WORD.a]!;
    const v6 = words[entry * WORDS + WORD.c]! & KEY.v6InA;
    const client = numberOf(word, v6);
    const entries = clients.get(client);
    if (entries) entries.push(entry);
    else if (!clients.has(client)) {
      clients.set(client, counted(books, suspects, word, v6) ? [entry] : undefined);
    }
  }
  return [...clients.values()].filter(entries => entries !== undefined);
}

/** Whether the conversations of an address are to be counted. */
function counted(books: Books, { suspected, sources }: Suspects, word: number, v6: number) {
  return suspected(books.hashOf('address').of(word, 0, v6)) && mayHaveSent(sources, word, v6);
}

/** Whether an address is the source of a record, or may be of one that the table has put out. */
function mayHaveSent(sources: GroupTable, word: number, v6: number): boolean {
  if (sources.find(word, 0, v6) >= 0) return true;
  const lost = sources.spill?.lost(sources.hashOf.of(word, 0, v6), METRIC.records) ?? 0;
  return lost > 0;
}

/** A number that no other address has. */
function numberOf(word: number, v6: number): number {
  return v6 ? 2 ** 32 + word : word >>> 0;
}

/** How many servers some conversations of a client have, and at most how many ports of one server. */
function triedBy({ words }: GroupTable, entries: readonly number[]) {
  // Sorted by the engine itself: to group them by any other means is slow until that is compiled.
  const tried = new Float64Array(entries.length);
  entries.forEach((entry, i) => {
    const hasPort = portOfWord(words[entry * WORDS + WORD.c]!) !== NO_PORT;
    tried[i] = serverOf(words, entry) * 2 + (hasPort ? 1 : 0);
  });
  tried.sort();
  let [addresses, ports] = [0, 0];
  let [server, portsHere] = [-1, 0];
  for (const one of tried) {
    const isSame = Math.floor(one / 2) === server;
    if (!isSame) {
      addresses++;
      server = Math.floor(one / 2);
    }
    // No two conversations with a server are at the same port.
    portsHere = (isSame ? portsHere : 0) + (one % 2);
    if (portsHere > ports) ports = portsHere;
  }
  return { addresses, ports };
}

function serverOf(words: Int32Array, entry: number): number {
  const at = entry * WORDS;
  return numberOf(words[at + WORD.b]!, words[at + WORD.c]! & KEY.v6InB);
}

/** Of the servers of a client at which so many ports were tried that with the earliest line. */
function firstWith(ports: number, table: GroupTable, entries: readonly number[]) {
  const atEach = new Map<number, number[]>();
  for (const entry of entries) {
    if (portOfWord(table.words[entry * WORDS + WORD.c]!) === NO_PORT) continue;
    const server = serverOf(table.words, entry);
    const others = atEach.get(server);
    if (others) others.push(entry);
    else atEach.set(server, [entry]);
  }
  return [...atEach.values()]
    .filter(some => some.length === ports)
    .map(some => ({ entry: some[0]!, lines: linesOf(table, some) }))
    .reduce((one, other) => (other.lines[0]! < one.lines[0]! ? other : one));
}

function linesOf({ sums }: GroupTable, entries: readonly number[]): number[] {
  const lines = new FirstLines(1);
  for (const entry of entries) lines.add(0, sums[entry * SUMS + SUM.line]!);
  return [...new Set(lines.of(0))];
}
