import { chunksOf, type ChunkSource } from '../conversation/chunkSource';
import { factsOf } from '../conversation/factsOf';
import type { LogFacts } from '../conversation/logFacts';
import { pairRecords, planPasses } from '../conversation/pairRecords';
import { yieldAs } from '../conversation/yieldAs';
import type { FlowTable } from '../table/flowTable';
import { findActionChanges } from './actionChanges';
import { classify } from './classify';
import { Context } from './context';
import { Findings } from './findings';
import { Seen } from './seen';
import { DEFAULT_SETTINGS, type ReachabilitySettings } from './settings';
import { orderStories } from './storyOrder';
import { DEFAULT_LIMITS, StoryTable, type StoryLimits } from './storyTable';

/** How far an explanation has come: chunks done, of all passes together. */
export interface ExplainStep {
  readonly done: number;
  readonly total: number;
}

/** What bounds an explanation's memory. */
export interface ExplainLimits extends StoryLimits {
  /** Records that one pass over a log in no order holds at a time. */
  readonly batch?: number;
}

/**
 * Explains a table: one pass for what all of its records say together, then one that pairs them, or
 * several if they are in no order of time. Yields often, so that the caller can pause or stop.
 */
export function* explainTable(
  table: FlowTable,
  settings: Partial<ReachabilitySettings> = {},
  limits: Partial<ExplainLimits> = {},
): Generator<ExplainStep, Findings> {
  const all: ReachabilitySettings = { ...DEFAULT_SETTINGS, ...settings };
  const source = chunksOf(table);
  const gathering = factsOf(table, all);
  let step = gathering.next();
  for (; !step.done; step = gathering.next()) {
    yield { done: step.value + 1, total: source.count * 2 };
  }
  return yield* explainFrom(source, step.value, all, limits);
}

/** Explains a log whose facts are known. Yields often. */
export function* explainFrom(
  source: ChunkSource,
  facts: LogFacts,
  settings: ReachabilitySettings,
  limits: Partial<ExplainLimits> = {},
): Generator<ExplainStep, Findings> {
  const { stories, plentiful, lines, batch }: ExplainLimits = { ...DEFAULT_LIMITS, ...limits };
  const context = new Context(source, facts, settings);
  const table = new StoryTable({ stories, plentiful, lines });
  const options = { mostLines: lines, ...(batch === undefined ? {} : { batch }) };
  const passes = planPasses(facts, options);
  const total = source.count * (1 + passes);
  const pairing = pairRecords(source, facts, options, (conversation, lists) => {
    const seen = new Seen(conversation, context);
    table.add(seen, classify(seen), lists);
  });
  for (const { pass, chunk } of pairing) {
    yield { done: source.count * (1 + pass) + chunk + 1, total };
  }
  const end: ExplainStep = { done: total, total };
  yield* yieldAs(findActionChanges(table), end);
  const order = yield* yieldAs(orderStories(table, context), end);
  return new Findings(table, context, order, {
    ordering: facts.ordering,
    passes,
    partitions: facts.ordering === 'unordered' ? passes : 1,
    window: facts.window,
    records: facts.records,
    conversations: table.conversations,
    unpaired: facts.unpaired,
  });
}
