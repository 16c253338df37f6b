import type { Ground } from '../group/ground';
import { GroupTable, MOST_ENTRIES } from '../group/groupTable';
import type { KeyKind } from '../group/keys';
import { BATCH } from './batch';
import type { Books } from './books';
import type { Users } from './room';

/** The tables of a fold: what their keys are, and which share of the memory is theirs. */
const TABLES = {
  sources: { kind: 'address', share: 0.13 },
  destinations: { kind: 'address', share: 0.13 },
  ports: { kind: 'port', share: 0.07 },
  conversations: { kind: 'conversation', share: 0.38 },
  points: { kind: 'name', share: 0.03 },
  accounts: { kind: 'name', share: 0.01 },
  rejectedSources: { kind: 'address', share: 0.06 },
  rejectedPorts: { kind: 'port', share: 0.04 },
  rejectedPairs: { kind: 'pair', share: 0.1 },
  rejectedPoints: { kind: 'name', share: 0.02 },
  /** Clients by the conversations that were new to the table: who may be scanning. */
  clients: { kind: 'address', share: 0.03 },
} as const satisfies Record<string, { kind: KeyKind; share: number }>;

/** The tables whose largest entries are listed. */
export const RANKED_TABLES = [
  ...(['sources', 'destinations', 'ports', 'conversations', 'points', 'accounts'] as const),
  ...(['rejectedSources', 'rejectedPorts', 'rejectedPairs'] as const),
];

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
export type Tables = Readonly<Record<TableName, GroupTable>>;

/** Bytes of an entry with its share of index and spill. */
const ENTRY_BYTES = 82;
const FEWEST_ENTRIES = 16;
/** Ports of TCP, of UDP, and some of other protocols; and the least memory that is to hold them. */
const ALL_PORTS = (2 << 16) + 8192;
const ALL_PORTS_FROM = 8 << 20;
/** Share of the memory that is left for IPv6 addresses, in numbers of 28 bytes. */
const ADDRESS_SHARE = 0.1;
const ADDRESS_BYTES = 28;
const MOST_NAMES = 1 << 16;

export const kindOf = (table: TableName): KeyKind => TABLES[table].kind;

/** How many entries a table has room for with its share of the memory. */
export function mostEntries(
  name: TableName,
  memory: number,
  share: number = TABLES[name].share,
): number {
  // The ports of TCP and UDP are few enough to be counted one and all, unless memory is short.
  if (TABLES[name].kind === 'port' && memory >= ALL_PORTS_FROM) return ALL_PORTS;
  const fits = Math.floor((memory * share) / ENTRY_BYTES);
  return Math.min(MOST_ENTRIES >> 1, Math.max(FEWEST_ENTRIES, fits));
}

/** The bytes of a table with its share of the memory. */
export const tableBytes = (name: TableName, memory: number): number => memory * TABLES[name].share;

/** A table of its share of the memory. */
export function newTable(
  name: TableName,
  books: Books,
  memory: number,
  expected: number,
  share: number = TABLES[name].share,
  ground?: Ground,
): GroupTable {
  const most = mostEntries(name, memory, share);
  const first = Math.ceil(expected * share);
  return new GroupTable(most, books.hashOf(TABLES[name].kind), first, BATCH, most, ground);
}

/** Tables that hold what tables of so many parts of a log do. */
export function newTables(
  books: Books,
  memory: number,
  expected: number,
  parts: number,
  ground?: Ground,
): Tables {
  const tables = TABLE_NAMES.map(name => {
    const most = mostEntries(name, memory);
    const { kind, share } = TABLES[name];
    // What was folded in a kernel may hold as many clients as sources.
    const ofPart = parts > 1 && name === 'clients' ? mostEntries('sources', memory) : most;
    const room = Math.min(MOST_ENTRIES >> 1, ofPart * parts);
    const first = Math.ceil(expected * share);
    return [name, new GroupTable(room, books.hashOf(kind), first, BATCH, most, ground)] as const;
  });
  return Object.fromEntries(tables) as Record<TableName, GroupTable>;
}

/** How many IPv6 addresses and names may be known at a time. */
export function bookSizes(memory: number): [addresses: number, names: number] {
  return [Math.floor((memory * ADDRESS_SHARE) / ADDRESS_BYTES), MOST_NAMES];
}

/** The tables whose keys hold addresses, and those whose keys are names. */
export function usersOf(tables: Partial<Tables>): Omit<Users, 'holders'> {
  const of = (kinds: readonly KeyKind[]) =>
    TABLE_NAMES.filter(name => kinds.includes(kindOf(name))).flatMap(name => tables[name] ?? []);
  return { addresses: of(['address', 'pair', 'conversation']), names: of(['name']) };
}
