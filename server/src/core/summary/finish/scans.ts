import { NO_PORT } from '../../filter/conversation';
import type { Books } from '../fold/books';
import { FirstLines } from '../fold/firstLines';
import { crowded, type WordRows } from '../group/crowds';
import { MARK, SUM, SUMS, WORD, WORDS } from '../group/entry';
import type { EntryTable } from '../group/entryTable';
import { KEY, portOfWord } from '../group/keys';
import { addressAt } from './keyText';

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

/** What clients seem to have tried. */
export interface Attempted {
  readonly byAddresses: readonly Attempts[];
  readonly byPorts: readonly PortAttempts[];
}

/** From how many different ones on it counts. */
export interface ScanThresholds {
  readonly scanAddresses: number;
  readonly scanPorts: number;
}

/** Conversations as a table holds them, wherever that stands. */
export interface ConversationEntries extends WordRows {
  /** The bytes of an IPv6 address, by its number. */
  readonly ipv6: (number: number) => Uint8Array;
  readonly lineOf: (entry: number) => number;
}

/** The conversations of a table. */
export function entriesOf({ count, words, sums }: EntryTable, books: Books): ConversationEntries {
  return {
    ...{ count, words, stride: WORDS },
    ipv6: number => books.addresses.at(number),
    lineOf: entry => sums[entry * SUMS + SUM.line]!,
  };
}

/** Whether an address is to be looked at, by its word and by whether it is IPv6. */
export type IsClient = (word: number, v6: number) => boolean;

/** The clients of a table's conversations that reach a threshold. */
export function attemptsOf(
  table: EntryTable,
  books: Books,
  isClient: IsClient,
  thresholds: ScanThresholds,
): Attempted {
  const listed = crowded(table, MARK.directed, leastOf(thresholds));
  return attemptsIn(entriesOf(table, books), listed, isClient, thresholds);
}

/** Whoever has fewer conversations reaches no threshold. */
export function leastOf({ scanAddresses, scanPorts }: ScanThresholds): number {
  return Math.min(scanAddresses, scanPorts);
}

/**
 * The clients of some conversations that reach a threshold: different addresses, or ports of one. All
 * conversations of a client have to be listed that look as if it had begun them.
 */
export function attemptsIn(
  entries: ConversationEntries,
  listed: Int32Array,
  isClient: IsClient,
  thresholds: ScanThresholds,
): Attempted {
  const { scanAddresses, scanPorts } = thresholds;
  const byAddresses: Attempts[] = [];
  const byPorts: PortAttempts[] = [];
  const least = leastOf(thresholds);
  for (const some of byClient(entries, listed, isClient)) {
    if (some.length < least) continue;
    const client = textOf(entries, some[0]!, 'a');
    const { addresses, ports } = triedBy(entries, some);
    if (addresses >= scanAddresses) {
      byAddresses.push({ client, addresses, lines: linesOf(entries, some) });
    }
    if (ports < scanPorts) continue;
    const { entry, lines } = firstWith(ports, entries, some);
    byPorts.push({ client, server: textOf(entries, entry, 'b'), ports, lines });
  }
  return { byAddresses, byPorts };
}

function textOf(
  { words, stride, ipv6 }: ConversationEntries,
  entry: number,
  word: 'a' | 'b',
): string {
  return addressAt(words, entry * stride, word, ipv6);
}

/** The listed entries of each client, in their order. */
function* byClient(
  { words, stride }: ConversationEntries,
  listed: Int32Array,
  isClient: IsClient,
): Generator<Int32Array> {
  // Most addresses are met again and again: whether one counts is asked once.
  const clients = new Map<number, number>();
  const sizes: number[] = [];
  const clientOf = listed.map(entry => {
    const word = words[entry * stride + WORD.a]!;
    const v6 = words[entry * stride + WORD.c]! & KEY.v6InA;
    const address = numberOf(word, v6);
    let client = clients.get(address);
    if (client === undefined) {
      client = isClient(word, v6) ? sizes.push(0) - 1 : -1;
      clients.set(address, client);
    }
    if (client >= 0) sizes[client]!++;
    return client;
  });
  let end = 0;
  const ends = sizes.map(size => (end += size));
  const ordered = new Int32Array(end);
  const next = ends.map((end, client) => end - sizes[client]!);
  listed.forEach((entry, i) => {
    const client = clientOf[i]!;
    if (client >= 0) ordered[next[client]!++] = entry;
  });
  for (let client = 0, from = 0; client < ends.length; from = ends[client++]!) {
    yield ordered.subarray(from, ends[client]);
  }
}

/** A number that no other address has. */
function numberOf(word: number, v6: number): number {
  return v6 ? 2 ** 32 + word : word >>> 0;
}

/** How many servers some conversations of a client have, and at most how many ports of one server. */
function triedBy({ words, stride }: ConversationEntries, entries: Int32Array) {
  // Sorted by the engine itself: to group them by any other means is slow until that is compiled.
  const tried = new Float64Array(entries.length);
  entries.forEach((entry, i) => {
    const at = entry * stride;
    const hasPort = portOfWord(words[at + WORD.c]!) !== NO_PORT;
    tried[i] = serverAt(words, at) * 2 + (hasPort ? 1 : 0);
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

function serverAt(words: Int32Array, at: number): number {
  return numberOf(words[at + WORD.b]!, words[at + WORD.c]! & KEY.v6InB);
}

/** Of the servers of a client at which so many ports were tried that with the earliest line. */
function firstWith(ports: number, all: ConversationEntries, entries: Int32Array) {
  const { words, stride } = all;
  const atEach = new Map<number, number[]>();
  for (const entry of entries) {
    const at = entry * stride;
    if (portOfWord(words[at + WORD.c]!) === NO_PORT) continue;
    const server = serverAt(words, at);
    const others = atEach.get(server);
    if (others) others.push(entry);
    else atEach.set(server, [entry]);
  }
  return [...atEach.values()]
    .filter(some => some.length === ports)
    .map(some => ({ entry: some[0]!, lines: linesOf(all, some) }))
    .reduce((one, other) => (other.lines[0]! < one.lines[0]! ? other : one));
}

function linesOf({ lineOf }: ConversationEntries, entries: Iterable<number>): number[] {
  const lines = new FirstLines(1);
  for (const entry of entries) lines.add(0, lineOf(entry));
  return [...new Set(lines.of(0))];
}
