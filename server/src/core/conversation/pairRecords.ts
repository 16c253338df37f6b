import type { ChunkSource } from './chunkSource';
import { ConversationTable, type TakeConversation } from './conversationTable';
import { mix } from './grown';
import type { LogFacts } from './logFacts';
import { RECORD, RecordReader } from './recordReader';
import { RowBatch } from './rowBatch';
import { TimeRing } from './timeRing';

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
 * addresses, and each part takes a pass of its own. Yields after each chunk.
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
  const feed = new Feed(source, facts, new ConversationTable(facts.window, mostLines, take));
  const ring = new TimeRing(facts.disorder, backward, feed.take);
  const reader = new RecordReader(facts.points, facts.addresses, facts.icmp);
  for (let i = 0; i < source.count; i++) {
    const index = backward ? source.count - 1 - i : i;
    const chunk = source.at(index);
    reader.open(chunk);
    for (let n = 0; n < chunk.lines; n++) {
      const row = backward ? chunk.lines - 1 - n : n;
      if (reader.read(row) === RECORD.flow) ring.add(reader.start, index, row);
    }
    yield { pass: 0, passes: 1, chunk: i };
  }
  ring.finish();
  feed.table.finish();
}

function* pairInParts(
  source: ChunkSource,
  facts: LogFacts,
  { mostLines }: PairOptions,
  take: TakeConversation,
  passes: number,
): Generator<PairStep, void> {
  const reader = new RecordReader(facts.points, facts.addresses, facts.icmp);
  const batch = new RowBatch();
  for (let pass = 0; pass < passes; pass++) {
    for (let index = 0; index < source.count; index++) {
      const chunk = source.at(index);
      reader.open(chunk);
      for (let row = 0; row < chunk.lines; row++) {
        if (reader.read(row) !== RECORD.flow) continue;
        if (partOf(reader, passes) === pass) batch.add(reader.start, index, row);
      }
      yield { pass, passes, chunk: index };
    }
    pairBatch(source, facts, batch, mostLines, take);
  }
}

/** Hands over the conversations among some rows alone. */
export function pairBatch(
  source: ChunkSource,
  facts: LogFacts,
  batch: RowBatch,
  mostLines: number,
  take: TakeConversation,
): void {
  const feed = new Feed(source, facts, new ConversationTable(facts.window, mostLines, take));
  batch.drain(feed.take);
  feed.table.finish();
}

function partOf({ source, destination }: RecordReader, parts: number): number {
  const low = Math.min(source, destination);
  return (mix(mix(0, low), source ^ destination) >>> 0) % parts;
}

/** Reads rows again, in order of time, and adds them to a table. */
class Feed {
  private readonly reader: RecordReader;
  private open = -1;
  private base = 0;

  constructor(
    private readonly source: ChunkSource,
    { points, addresses, icmp }: LogFacts,
    readonly table: ConversationTable,
  ) {
    this.reader = new RecordReader(points, addresses, icmp);
  }

  readonly take = (chunk: number, row: number): void => {
    if (chunk !== this.open) {
      this.open = chunk;
      this.base = this.source.firstLine(chunk);
      this.reader.open(this.source.at(chunk));
    }
    this.reader.read(row);
    this.table.add(this.reader, this.base + row);
  };
}
