import type { Chunk } from '../scan/chunk';
import type { FlowTable } from '../table/flowTable';
import { chunksOf } from './chunkSource';
import { gatherFacts, type FactOptions, type LogFacts } from './logFacts';

interface Known extends FactOptions {
  readonly facts: LogFacts;
}

const known = new WeakMap<readonly Chunk[], Known>();

/** The facts of a table; gathered once for the same chunks and options. Yields after each chunk. */
export function* factsOf(table: FlowTable, options: FactOptions): Generator<number, LogFacts> {
  const { chunks } = table;
  const { icmpOrder, pairingWindow } = options;
  const found = known.get(chunks);
  if (found?.icmpOrder === icmpOrder && found.pairingWindow === pairingWindow) return found.facts;
  const facts = yield* gatherFacts(chunksOf(table), options);
  known.set(chunks, { icmpOrder, pairingWindow, facts });
  return facts;
}
