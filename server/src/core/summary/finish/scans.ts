import { NO_PORT } from '../../filter/conversation';
import type { Books } from '../fold/books';
import { FirstLines } from '../fold/firstLines';
import { SUM, SUMS, WORD, WORDS } from '../group/entry';
import type { GroupTable } from '../group/groupTable';
import { portOfWord, protocolOfWord } from '../group/keys';
import { begunBy, type Begun, type Suspects } from './begun';
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

/**
 * The clients of conversations that reach a threshold: different addresses, or ports of one. Of
 * those with many addresses the `most` that have the most.
 */
export function attemptsIn(
  table: GroupTable,
  books: Books,
  suspects: Suspects,
  thresholds: { readonly scanAddresses: number; readonly scanPorts: number },
  most: number,
): { readonly byAddresses: readonly Attempts[]; readonly byPorts: readonly PortAttempts[] } {
  const { scanAddresses, scanPorts } = thresholds;
  const begun = begunBy(table, books, suspects, Math.min(scanAddresses, scanPorts));
  const textOf = (entry: number, word: 'a' | 'b') => addressText(books, table.words, entry, word);
  const byPorts = tryingPorts(table, begun, scanPorts).map(({ entries, ports }) => {
    const [client, server] = [textOf(entries[0]!, 'a'), textOf(entries[0]!, 'b')];
    return { client, server, ports, lines: linesOf(table, entries) };
  });
  const clients = tryingAddresses(begun, scanAddresses, most);
  const lines = linesOfClients(table, begun, clients);
  const byAddresses = clients.map((number, i) => ({
    client: textOf(begun.entries[number]!, 'a'),
    addresses: begun.addresses[number]!,
    lines: lines.of(i),
  }));
  return { byAddresses, byPorts };
}

/** The clients with the most addresses; of equal ones that with the earlier line. */
function tryingAddresses({ addresses, lines }: Begun, least: number, most: number): number[] {
  const clients: number[] = [];
  addresses.forEach((count, client) => {
    if (count >= least) clients.push(client);
  });
  const order = (a: number, b: number) => addresses[b]! - addresses[a]! || lines[a]! - lines[b]!;
  return clients.sort(order).slice(0, most);
}

/** First lines of the conversations of each of some clients. */
function linesOfClients(
  { sums }: GroupTable,
  { pairOf, clientOf, addresses }: Begun,
  clients: readonly number[],
): FirstLines {
  const lines = new FirstLines(clients.length);
  if (clients.length === 0) return lines;
  const places = new Int32Array(addresses.length).fill(-1);
  clients.forEach((client, place) => (places[client] = place));
  for (let entry = 0; entry < pairOf.length; entry++) {
    const pair = pairOf[entry]!;
    const place = pair < 0 ? -1 : places[clientOf[pair]!]!;
    if (place >= 0) lines.add(place, sums[entry * SUMS + SUM.line]!);
  }
  return lines;
}

/** Conversations of a client at the address of which it tried the most ports. */
interface MostPorts {
  readonly entries: readonly number[];
  readonly ports: number;
  readonly line: number;
}

/** For each client with so many the server with the most; of equal ones that with the earlier line. */
function tryingPorts(table: GroupTable, begun: Begun, least: number): MostPorts[] {
  const { pairOf, clientOf, sizes } = begun;
  const entriesOf = new Map<number, number[]>();
  sizes.forEach((size, pair) => {
    if (size >= least) entriesOf.set(pair, []);
  });
  if (entriesOf.size === 0) return [];
  for (let entry = 0; entry < pairOf.length; entry++) entriesOf.get(pairOf[entry]!)?.push(entry);
  const found = new Map<number, MostPorts>();
  for (const [pair, entries] of entriesOf) {
    const ports = portsOf(table, entries);
    if (ports < least) continue;
    const [line = Infinity] = linesOf(table, entries);
    const most = found.get(clientOf[pair]!);
    const isMore = !most || ports > most.ports || (ports === most.ports && line < most.line);
    if (isMore) found.set(clientOf[pair]!, { entries, ports, line });
  }
  return [...found.values()];
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
