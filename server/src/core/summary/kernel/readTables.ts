import type { Kernel } from '../../scan/kernel';
import type { TableName } from '../fold/tables';
import { MARK, SUMS } from '../group/entry';
import type { GroupData } from '../group/groupTable';
import { KEY } from '../group/keys';
import {
  ENDPOINT_MARK,
  ENDPOINT_TABLES,
  FACT,
  FACT_WORDS,
  NAME_SUMS,
  PORTS,
  type FoldMap,
} from './foldMemory';
import {
  hasPairs,
  HASHED_TABLES,
  HEADER,
  HEADER_WORDS,
  KINDS,
  PAIR_BYTES,
  SUMS_BYTES,
  type TablePlace,
} from './tableMemory';
import { EntryWriter, SumsReader } from './readSums';

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
    ...Object.fromEntries(ENDPOINT_TABLES.map(name => [name, endpointTable(kernel, map, name)])),
    ports: withPorts(tables.ports, kernel, map, 0),
    rejectedPorts: withPorts(tables.rejectedPorts, kernel, map, PORTS * SUMS_BYTES),
    points: nameEntries(kernel, map, names, [NAME_SUMS.notRejected, NAME_SUMS.rejected]),
    rejectedPoints: nameEntries(kernel, map, names, [NAME_SUMS.rejected]),
    accounts: nameEntries(kernel, map, names, [NAME_SUMS.account]),
  };
}

type HashedTable = (typeof HASHED_TABLES)[number];

/** One of the tables that are hash tables in the kernel. */
export function readTable(kernel: Kernel, map: FoldMap, number: number): GroupData {
  const { buffer } = kernel.memory;
  const at = map.headers + number * HEADER_WORDS * 4;
  const header = new Uint32Array(buffer, at, HEADER_WORDS);
  const count = header[HEADER.count]!;
  const { kind, entries, spillBuckets, buckets, spillSeen, seenWords } = map.tables[number]!;
  const spill = {
    buckets: new Float64Array(buffer, spillBuckets, buckets * 3),
    seen: new Int32Array(buffer, spillSeen, seenWords),
  };
  return {
    entries: hasPairs(KINDS[kind]!)
      ? pairEntries(kernel, map.tables[number]!, count)
      : new Float64Array(buffer, entries, count * SUMS).slice(),
    spill:
      header[HEADER.spilled] === 0
        ? undefined
        : { buckets: spill.buckets.slice(), seen: spill.seen.slice() },
  };
}

function pairEntries(kernel: Kernel, { entries, apart }: TablePlace, count: number): Float64Array {
  const keys = new Int32Array(kernel.memory.buffer, entries, (count * PAIR_BYTES) / 4);
  const sums = new SumsReader(kernel, entries + PAIR_BYTES - SUMS_BYTES, apart, PAIR_BYTES);
  const found = new EntryWriter(count);
  for (let entry = 0; entry < count; entry++) {
    const at = (entry * PAIR_BYTES) / 4;
    found.push(keys[at]!, keys[at + 1]!, keys[at + 2]!, keys[at + 3]!, sums.at(entry));
  }
  return found.sums;
}

/** What addresses have in one role, as a table. */
function endpointTable(
  kernel: Kernel,
  map: FoldMap,
  name: (typeof ENDPOINT_TABLES)[number],
): GroupData {
  const { exports, memory } = kernel;
  const role = ENDPOINT_TABLES.indexOf(name) * map.mostEndpoints * SUMS_BYTES;
  const keys = new Int32Array(memory.buffer, map.endpointKeys, exports.endpointCount() * 2);
  const sums = new SumsReader(kernel, map.endpointSums + role, map.endpointApart + role);
  const count = exports.endpointCount();
  const used = sums.used(count);
  const entries = new EntryWriter(used.length);
  for (const number of used) {
    const marks = keys[number * 2 + 1]!;
    const point = marks & ENDPOINT_MARK.mayBeBack ? MARK.mayBeBack : 0;
    entries.push(
      keys[number * 2]!,
      0,
      marks & ENDPOINT_MARK.v6 ? KEY.v6InA : 0,
      point,
      sums.at(number),
    );
  }
  const { spill } = readTable(kernel, map, HASHED_TABLES.indexOf(name));
  return { entries: entries.sums, spill };
}

/** A table with the ports that have sums of their own, which stand from a place among those on. */
function withPorts(
  { entries: others, spill }: GroupData,
  kernel: Kernel,
  map: FoldMap,
  from: number,
): GroupData {
  const sums = new SumsReader(kernel, map.portSums + from, map.portApart + from);
  const used = sums.used(PORTS);
  const entries = new EntryWriter(used.length, others);
  for (const port of used) {
    const protocol = port >> 16 === 0 ? TCP : UDP;
    entries.push((protocol << 16) | (port & 65_535), 0, 0, 0, sums.at(port));
  }
  return { entries: entries.sums, spill };
}

/** What names have in one place or in several together. */
function nameEntries(
  { memory: { buffer } }: Kernel,
  map: FoldMap,
  names: number,
  places: readonly number[],
): GroupData {
  const sums = new Float64Array(buffer, map.nameFacts, (names * FACT_WORDS) / 2);
  const facts = new Int32Array(buffer, map.nameFacts, names * FACT_WORDS);
  const isUsed = (name: number) => places.some(place => sums[(name * FACT_WORDS) / 2 + place]! > 0);
  const found = Array.from({ length: names }, (_, name) => name).filter(isUsed);
  const entries = new EntryWriter(found.length);
  const figures = new Float64Array(4);
  for (const name of found) {
    figures.set([0, 0, 0, Infinity]);
    for (const place of places) {
      const at = (name * FACT_WORDS) / 2 + place;
      if (sums[at] === 0) continue;
      for (let i = 0; i < 3; i++) figures[i]! += sums[at + i]!;
      figures[3] = Math.min(figures[3]!, sums[at + 3]!);
    }
    entries.push(name, 0, 0, facts[name * FACT_WORDS + FACT.pointWord]!, figures);
  }
  return { entries: entries.sums, spill: undefined };
}
