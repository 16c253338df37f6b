import type { Kernel } from '../../scan/kernel';
import type { TableName } from '../fold/tables';
import { SUM, SUMS, WORD, WORDS } from '../group/entry';
import type { GroupData } from '../group/groupTable';
import { ENDPOINT_TABLES, FACT, FACT_WORDS, NAME_SUMS, PORTS, type FoldMap } from './foldMemory';
import { hasPairs, HASHED_TABLES, HEADER, HEADER_WORDS, KINDS, SUMS_BYTES } from './tableMemory';
import { readEntries } from './readEntries';

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
    ...Object.fromEntries(
      ENDPOINT_TABLES.map(name => [name, endpointTable(tables[name], kernel, map, name)]),
    ),
    ports: withPorts(tables.ports, kernel, map, false),
    rejectedPorts: withPorts(tables.rejectedPorts, kernel, map, true),
    points: nameEntries(kernel, map, names, [NAME_SUMS.notRejected, NAME_SUMS.rejected]),
    rejectedPoints: nameEntries(kernel, map, names, [NAME_SUMS.rejected]),
    accounts: nameEntries(kernel, map, names, [NAME_SUMS.account]),
  };
}

type HashedTable = (typeof HASHED_TABLES)[number];
type EndpointTable = (typeof ENDPOINT_TABLES)[number];

/** One of the tables that are hash tables in the kernel. */
export function readTable(kernel: Kernel, map: FoldMap, number: number): GroupData {
  const { buffer } = kernel.memory;
  const at = kernel.exports.tables.value + number * HEADER_WORDS * 4;
  const header = new Uint32Array(buffer, at, HEADER_WORDS);
  const count = header[HEADER.count]!;
  const { kind, entries, spillBuckets, buckets, spillSeen, seenWords } = map.tables[number]!;
  const spill = {
    buckets: new Float64Array(buffer, spillBuckets, buckets * 3),
    seen: new Int32Array(buffer, spillSeen, seenWords),
  };
  return {
    entries: hasPairs(KINDS[kind]!)
      ? pairEntries(kernel, map, number, count)
      : new Float64Array(buffer, entries, count * SUMS).slice(),
    spill:
      header[HEADER.spilled] === 0
        ? undefined
        : { buckets: spill.buckets.slice(), seen: spill.seen.slice() },
  };
}

/** The entries of a table of pairs. */
function pairEntries(kernel: Kernel, map: FoldMap, number: number, count: number): Float64Array {
  const write = (from: number, to: number) => kernel.exports.writePairs(number, from, to);
  return readEntries(kernel, map, { numbers: count, used: count, write });
}

/** What addresses have in one role, as a table, of which the kernel has the spill only. */
function endpointTable(
  { spill }: GroupData,
  kernel: Kernel,
  map: FoldMap,
  name: EndpointTable,
): GroupData {
  const { exports } = kernel;
  const role = ENDPOINT_TABLES.indexOf(name);
  const numbers = exports.endpointCount();
  const used = exports.countInRole(role);
  const write = (from: number, to: number) => exports.writeEndpoints(role, from, to);
  return { entries: readEntries(kernel, map, { numbers, used, write }), spill };
}

/** A table with the ports that have sums of their own, those of rejected records or of all. */
function withPorts(
  { entries, spill }: GroupData,
  kernel: Kernel,
  map: FoldMap,
  rejected: boolean,
): GroupData {
  const { exports } = kernel;
  const used = exports.countUsed(map.portSums + (rejected ? PORTS * SUMS_BYTES : 0), PORTS);
  const write = (from: number, to: number) => exports.writePorts(rejected, from, to);
  return { entries: readEntries(kernel, map, { numbers: PORTS, used, write }, entries), spill };
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
  const entries = new Float64Array(found.length * SUMS);
  const words = new Int32Array(entries.buffer);
  found.forEach((name, entry) => {
    words[entry * WORDS + WORD.a] = name;
    words[entry * WORDS + WORD.point] = facts[name * FACT_WORDS + FACT.pointWord]!;
    const figures = entries.subarray(entry * SUMS, (entry + 1) * SUMS);
    figures[SUM.line] = Infinity;
    for (const place of places) {
      const at = (name * FACT_WORDS) / 2 + place;
      if (sums[at] === 0) continue;
      for (let i = 0; i < 3; i++) figures[SUM.records + i]! += sums[at + i]!;
      figures[SUM.line] = Math.min(figures[SUM.line]!, sums[at + 3]!);
    }
  });
  return { entries, spill: undefined };
}
