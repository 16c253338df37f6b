import { FLAG, LINE } from '../scan/columns';
import type { Chunk } from '../scan/chunk';
import type { ChunkSource } from './chunkSource';
import type { LogFacts } from './logFacts';
import { RECORD, RecordReader } from './recordReader';
import { RowBatch } from './rowBatch';

/** Rows of one pair of addresses that are taken together; of more, those of one flow alone. */
const MOST = 50_000;

/** The flow record at a row of a chunk; undefined if there is none. */
export function flowAt(
  chunk: Chunk,
  row: number,
  { points, addresses, icmp }: LogFacts,
): RecordReader | undefined {
  const reader = new RecordReader(points, addresses, icmp);
  reader.open(chunk);
  return reader.read(row) === RECORD.flow ? reader : undefined;
}

/**
 * All flow records between the two addresses of a record, at any observation point; where they are
 * too many those of its own flow and the reverse.
 */
export function rowsBetween(source: ChunkSource, facts: LogFacts, record: RecordReader): RowBatch {
  const all = collect(source, facts, record, false);
  return all.size <= MOST ? all : collect(source, facts, record, true);
}

function collect(
  source: ChunkSource,
  facts: LogFacts,
  wanted: RecordReader,
  sameFlow: boolean,
): RowBatch {
  const batch = new RowBatch();
  const reader = new RecordReader(facts.points, facts.addresses, facts.icmp);
  for (let index = 0; index < source.count; index++) {
    const chunk = source.at(index);
    const mayMatch = matcherOf(chunk, facts, wanted);
    reader.open(chunk);
    for (let row = 0; row < chunk.lines; row++) {
      if (!mayMatch(row) || reader.read(row) !== RECORD.flow) continue;
      if (!sameFlow || isSameFlow(reader, wanted)) batch.add(reader.start, index, row);
    }
    if (!sameFlow && batch.size > MOST) return batch;
  }
  return batch;
}

/** A quick test that leaves out nearly all other rows. */
function matcherOf(
  { columns, v6 }: Chunk,
  { addresses }: LogFacts,
  wanted: RecordReader,
): (row: number) => boolean {
  const { source, destination, flags, kind } = columns;
  const { source: one, destination: other } = wanted;
  if (!wanted.v6) {
    return row =>
      kind[row] === LINE.record &&
      ((source[row] === one && destination[row] === other) ||
        (source[row] === other && destination[row] === one)) &&
      (flags[row]! & FLAG.sourceV6) === 0;
  }
  const [first, second] = [addresses.at(one).slice(), addresses.at(other).slice()];
  const is = (entry: number, address: Uint8Array) => {
    const bytes = v6.at(entry);
    return address.every((byte, i) => byte === bytes[i]);
  };
  return row => {
    if ((flags[row]! & (FLAG.sourceV6 | FLAG.destinationV6)) !== BOTH_V6) return false;
    const [from, to] = [source[row]!, destination[row]!];
    return (is(from, first) && is(to, second)) || (is(from, second) && is(to, first));
  };
}

const BOTH_V6 = FLAG.sourceV6 | FLAG.destinationV6;

function isSameFlow(x: RecordReader, y: RecordReader): boolean {
  return (
    x.a === y.a && x.b === y.b && x.ports === y.ports && x.meta === y.meta && x.point === y.point
  );
}
