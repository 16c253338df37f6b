import { FLAG, LINE } from '../scan/columns';
import type { Chunk } from '../scan/chunk';
import type { ChunkSource } from './chunkSource';
import type { LogFacts } from './logFacts';
import { RECORD, RecordReader } from './recordReader';
import { RecordBatch } from './recordBatch';

/** Rows of one pair of addresses that are taken together; of more, those of one flow alone. */
const MOST = 50_000;
/** Rows of one flow that are taken together; of more, those nearby alone. */
const MOST_OF_FLOW = 500_000;

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
 * Which of the records between two addresses were taken: all of them, at any observation point;
 * those of one flow and its reverse; or of these the ones that stand near a line.
 */
export type RowExtent = 'all' | 'flow' | 'nearby';

/** The flow records between the two addresses of a record at a line, no more than memory bears. */
export function* rowsBetween(
  source: ChunkSource,
  facts: LogFacts,
  record: RecordReader,
  line: number,
): Generator<void, { readonly rows: RecordBatch; readonly extent: RowExtent }> {
  const isOfFlow = (other: RecordReader) => isSameFlow(other, record);
  const isNear = (other: RecordReader, at: number) =>
    isOfFlow(other) && Math.abs(at - line) <= MOST_OF_FLOW / 2;
  const all = yield* collect(source, facts, record, () => true, MOST);
  if (all) return { rows: all, extent: 'all' };
  const flow = yield* collect(source, facts, record, isOfFlow, MOST_OF_FLOW);
  if (flow) return { rows: flow, extent: 'flow' };
  const near = yield* collect(source, facts, record, isNear, MOST_OF_FLOW + 1);
  return { rows: near ?? new RecordBatch(), extent: 'nearby' };
}

/** The records between two addresses that a test takes; undefined as soon as they are too many. */
function* collect(
  source: ChunkSource,
  facts: LogFacts,
  wanted: RecordReader,
  takes: (record: RecordReader, line: number) => boolean,
  most: number,
): Generator<void, RecordBatch | undefined> {
  const batch = new RecordBatch();
  const reader = new RecordReader(facts.points, facts.addresses, facts.icmp);
  for (let index = 0; index < source.count; index++) {
    const chunk = source.at(index);
    const base = source.firstLine(index);
    const mayMatch = matcherOf(chunk, facts, wanted);
    reader.open(chunk);
    for (let row = 0; row < chunk.lines; row++) {
      if (!mayMatch(row) || reader.read(row) !== RECORD.flow) continue;
      if (takes(reader, base + row)) batch.add(reader, base + row);
    }
    if (batch.size > most) return undefined;
    yield;
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
