import type { Kernel } from '../../scan/kernel';
import type { TableName } from '../fold/tables';
import { SUM, SUMS, WORD, WORDS } from '../group/entry';
import type { GroupData } from '../group/groupTable';
import {
  FACT,
  FACT_WORDS,
  HASHED_TABLES,
  HEADER,
  HEADER_WORDS,
  NAME_SUMS,
  PORTS,
  type FoldMap,
} from './foldMemory';

const TCP = 6;
const UDP = 17;

/** All tables of a fold with so many names, as other folds take them. */
export function readTables(
  kernel: Kernel,
  map: FoldMap,
  names: number,
): Record<TableName, GroupData> {
  const hashed = HASHED_TABLES.map((name, number) => [name, readTable(kernel, map, number)]);
  const tables = Object.fromEntries(hashed) as Record<HashedTable, GroupData>;
  return {
    ...tables,
    ports: withEntries(tables.ports, portEntries(kernel, map.portSums)),
    rejectedPorts: withEntries(tables.rejectedPorts, portEntries(kernel, map.rejectedPortSums)),
    points: nameEntries(kernel, map, names, NAME_SUMS.point),
    rejectedPoints: nameEntries(kernel, map, names, NAME_SUMS.rejectedPoint),
    accounts: nameEntries(kernel, map, names, NAME_SUMS.account),
  };
}

type HashedTable = (typeof HASHED_TABLES)[number];

/** One of the tables that are hash tables in the kernel. */
export function readTable({ memory: { buffer } }: Kernel, map: FoldMap, number: number): GroupData {
  const at = map.headers + number * HEADER_WORDS * 4;
  const header = new Uint32Array(buffer, at, HEADER_WORDS);
  const { entries, spillBuckets, buckets, spillSeen, seenWords } = map.tables[number]!;
  const spill = {
    buckets: new Float64Array(buffer, spillBuckets, buckets * 3),
    seen: new Int32Array(buffer, spillSeen, seenWords),
  };
  return {
    entries: new Float64Array(buffer, entries, header[HEADER.count]! * SUMS).slice(),
    spill:
      header[HEADER.spilled] === 0
        ? undefined
        : { buckets: spill.buckets.slice(), seen: spill.seen.slice() },
  };
}

function withEntries({ entries, spill }: GroupData, more: Float64Array): GroupData {
  const all = new Float64Array(entries.length + more.length);
  all.set(entries);
  all.set(more, entries.length);
  return { entries: all, spill };
}

function portEntries({ memory: { buffer } }: Kernel, at: number): Float64Array {
  const sums = new Float64Array(buffer, at, PORTS * 4);
  const found: number[] = [];
  for (let port = 0; port < PORTS; port++) if (sums[port * 4]! > 0) found.push(port);
  const entries = new Entries(found.length);
  for (const port of found) {
    const protocol = port >> 16 === 0 ? TCP : UDP;
    entries.push((protocol << 16) | (port & 65_535), 0, sums, port * 4);
  }
  return entries.sums;
}

function nameEntries(
  { memory: { buffer } }: Kernel,
  map: FoldMap,
  names: number,
  which: number,
): GroupData {
  const sums = new Float64Array(buffer, map.nameFacts, (names * FACT_WORDS) / 2);
  const facts = new Int32Array(buffer, map.nameFacts, names * FACT_WORDS);
  const placeOf = (name: number) => (name * FACT_WORDS) / 2 + which;
  const found: number[] = [];
  for (let name = 0; name < names; name++) if (sums[placeOf(name)]! > 0) found.push(name);
  const entries = new Entries(found.length);
  for (const name of found) {
    entries.push(name, facts[name * FACT_WORDS + FACT.pointWord]!, sums, placeOf(name));
  }
  return { entries: entries.sums, spill: undefined };
}

/** Entries as tables have them, of keys of one word. */
class Entries {
  readonly sums: Float64Array;
  private readonly words: Int32Array;
  private count = 0;

  constructor(entries: number) {
    this.sums = new Float64Array(entries * SUMS);
    this.words = new Int32Array(this.sums.buffer);
  }

  /** Adds a key with its four sums, which stand from `at` on. */
  push(word: number, point: number, sums: Float64Array, at: number): void {
    const entry = this.count++;
    this.words[entry * WORDS + WORD.a] = word;
    this.words[entry * WORDS + WORD.point] = point;
    for (let i = 0; i < 4; i++) this.sums[entry * SUMS + SUM.records + i] = sums[at + i]!;
  }
}
