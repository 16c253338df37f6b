import type { ChunkSource } from './chunkSource';
import { ConversationTable, type TakeConversation } from './conversationTable';
import type { TakeRecord } from './flowRecord';
import { mix } from './grown';
import type { LogFacts } from './logFacts';
import { RecordBatch } from './recordBatch';
import { RECORD, RecordReader } from './recordReader';
import { TimeRing } from './timeRing';
import { yieldAs } from './yieldAs';

/** Records that one pass over a log in no order may hold at a time. */
const BATCH = 1 << 20;

export interface PairOptions {
  /** How many lines of each way of a conversation are kept. */
  readonly mostLines: number;
  /** Records that one pass over a log in no order holds at a time; for tests. */
  readonly batch?: number;
}

/** Passes over the log that pairing takes, and into how many parts the addresses are cut for it. */
export function planPasses({ ordering, flows }: LogFacts, { batch = BATCH }: PairOptions): number {
  return ordering === 'unordered' ? Math.max(1, Math.ceil(flows / batch)) : 1;
}

/** How far pairing has come. */
export interface PairStep {
  readonly pass: number;
  readonly passes: number;
  readonly chunk: number;
}

/**
 * Hands over every conversation of a log once it is complete. Records in order, either way, go
 * through in one pass that holds a window; a log in no order is cut into parts by pairs of
 * addresses, and each part takes a pass of its own. Yields after each chunk at least.
 */
export function* pairRecords(
  source: ChunkSource,
  facts: LogFacts,
  options: PairOptions,
  take: TakeConversation,
): Generator<PairStep, void> {
  const passes = planPasses(facts, options);
  if (facts.ordering === 'unordered') yield* pairInParts(source, facts, options, take, passes);
  else yield* pairInOrder(source, facts, options, take);
}

function* pairInOrder(
  source: ChunkSource,
  facts: LogFacts,
  { mostLines }: PairOptions,
  take: TakeConversation,
): Generator<PairStep, void> {
  const backward = facts.ordering === 'descending';
  const table = new ConversationTable(facts.window, facts.lookBack, mostLines, take);
  const add: TakeRecord = (record, line) => table.add(record, line);
  const ring = new TimeRing(facts.disorder, backward, add);
  const reader = new RecordReader(facts.points, facts.addresses, facts.icmp);
  for (let i = 0; i < source.count; i++) {
    const index = backward ? source.count - 1 - i : i;
    const chunk = source.at(index);
    const base = source.firstLine(index);
    reader.open(chunk);
    for (let n = 0; n < chunk.lines; n++) {
      const row = backward ? chunk.lines - 1 - n : n;
      if (reader.read(row) === RECORD.flow) ring.add(reader, base + row);
    }
    yield { pass: 0, passes: 1, chunk: i };
  }
  ring.finish();
  const last = { pass: 0, passes: 1, chunk: source.count - 1 };
  yield* yieldAs(table.finish(), last);
}

function* pairInParts(
  source: ChunkSource,
  facts: LogFacts,
  { mostLines }: PairOptions,
  take: TakeConversation,
  passes: number,
): Generator<PairStep, void> {
  const reader = new RecordReader(facts.points, facts.addresses, facts.icmp);
  const batch = new RecordBatch();
  for (let pass = 0; pass < passes; pass++) {
    for (let index = 0; index < source.count; index++) {
      const chunk = source.at(index);
      const base = source.firstLine(index);
      reader.open(chunk);
      for (let row = 0; row < chunk.lines; row++) {
        if (reader.read(row) !== RECORD.flow) continue;
        if (partOf(reader, passes) === pass) batch.add(reader, base + row);
      }
      yield { pass, passes, chunk: index };
    }
    const last = { pass, passes, chunk: source.count - 1 };
    yield* yieldAs(pairBatch(facts, batch, mostLines, take), last);
  }
}

/** Hands over the conversations among some records alone. Yields often. */
export function* pairBatch(
  { window, lookBack }: LogFacts,
  batch: RecordBatch,
  mostLines: number,
  take: TakeConversation,
): Generator<void, void> {
  const table = new ConversationTable(window, lookBack, mostLines, take);
  yield* batch.drain((record, line) => table.add(record, line));
  yield* table.finish();
}

function partOf({ source, destination }: RecordReader, parts: number): number {
  const low = Math.min(source, destination);
  return (mix(mix(0, low), source ^ destination) >>> 0) % parts;
}
