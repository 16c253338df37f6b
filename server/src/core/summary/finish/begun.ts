import type { Books } from '../fold/books';
import { MARK, SUM, SUMS, WORD, WORDS } from '../group/entry';
import type { GroupTable } from '../group/groupTable';
import { KEY } from '../group/keys';
import { METRIC } from '../group/spill';
import { EntryGroups } from './entryGroups';

/** Whether a client, by its hash, is to be looked at. */
export type Suspected = (clientHash: number) => boolean;

/** Who is looked at. */
export interface Suspects {
  readonly suspected: Suspected;
  /** The sources of all records: whoever is none of them has tried nothing. */
  readonly sources: GroupTable;
}

/** The words of clients are told apart by so many places. */
const PLACES = 1 << 14;

/** The conversations of suspected clients that look as if their client had begun them. */
export interface Begun {
  /** Of each entry of the table the pair of its ends; -1 if it is none of these. */
  readonly pairOf: Int32Array;
  /** Of each pair its client, and how many conversations it has. */
  readonly clientOf: readonly number[];
  readonly sizes: readonly number[];
  /** Of each client at how many addresses it has conversations, the first entry and line of these. */
  readonly addresses: readonly number[];
  readonly entries: readonly number[];
  readonly lines: readonly number[];
}

/** Conversations that clients seem to have begun which are suspected and may have at least so many. */
export function begunBy(table: GroupTable, books: Books, suspects: Suspects, least: number): Begun {
  const { words, sums, count } = table;
  const [hashOf, hashOfPair] = [books.hashOf('address'), books.hashOf('pair')];
  const counts = countByClient(table);
  const clients = new EntryGroups(words, count, false);
  const pairs = new EntryGroups(words, count, true);
  const pairOf = new Int32Array(count).fill(-1);
  const [sent, addresses, lines]: [boolean[], number[], number[]] = [[], [], []];
  const [clientOf, sizes]: [number[], number[]] = [[], []];
  for (let entry = 0, at = 0; entry < count; entry++, at += WORDS) {
    const a = words[at + WORD.a]!;
    if (counts[placeOf(a)]! < least || !isDirected(words, entry)) continue;
    const c = words[at + WORD.c]!;
    const hash = hashOf.of(a, 0, c & KEY.v6InA);
    if (!suspects.suspected(hash)) continue;
    const client = clients.of(entry, hash);
    if (client === sent.length) {
      sent.push(mayHaveSent(suspects.sources, a, c & KEY.v6InA));
      addresses.push(0);
      lines.push(Infinity);
    }
    if (!sent[client]) continue;
    const pair = pairs.of(entry, hashOfPair.of(a, words[at + WORD.b]!, c));
    if (pair === sizes.length) {
      clientOf.push(client);
      sizes.push(0);
      addresses[client]!++;
    }
    sizes[pair]!++;
    pairOf[entry] = pair;
    lines[client] = Math.min(lines[client]!, sums[entry * SUMS + SUM.line]!);
  }
  return { pairOf, clientOf, sizes, addresses, entries: clients.firsts, lines };
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
