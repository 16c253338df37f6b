import { chunksOf, type ChunkSource } from '../conversation/chunkSource';
import { factsOf } from '../conversation/factsOf';
import { gatherFacts, type LogFacts } from '../conversation/logFacts';
import { pairRecords, planPasses } from '../conversation/pairRecords';
import type { FlowTable } from '../table/flowTable';
import { findActionChanges } from './actionChanges';
import { classify } from './classify';
import { Context } from './context';
import { Findings } from './findings';
import { Seen } from './seen';
import { DEFAULT_SETTINGS, type ReachabilitySettings } from './settings';
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

/** Explains a table. Yields between chunks, so that the caller can pause or stop. */
export function explainTable(
  table: FlowTable,
  settings: Partial<ReachabilitySettings> = {},
  limits: Partial<ExplainLimits> = {},
): Generator<ExplainStep, Findings> {
  const all: ReachabilitySettings = { ...DEFAULT_SETTINGS, ...settings };
  return explain(chunksOf(table), factsOf(table, all), all, limits);
}

/**
 * Explains the records that a source gives: one pass for what all of them say together, then one
 * that pairs them, or several if they are in no order of time.
 */
export function explainChunks(
  source: ChunkSource,
  settings: Partial<ReachabilitySettings> = {},
  limits: Partial<ExplainLimits> = {},
): Generator<ExplainStep, Findings> {
  const all: ReachabilitySettings = { ...DEFAULT_SETTINGS, ...settings };
  return explain(source, gatherFacts(source, all), all, limits);
}

function* explain(
  source: ChunkSource,
  gathering: Generator<number, LogFacts>,
  settings: ReachabilitySettings,
  limits: Partial<ExplainLimits>,
): Generator<ExplainStep, Findings> {
  const { stories, plentiful, lines, batch }: ExplainLimits = { ...DEFAULT_LIMITS, ...limits };
  let step = gathering.next();
  for (; !step.done; step = gathering.next()) {
    yield { done: step.value + 1, total: source.count * 2 };
  }
  const facts = step.value;
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
  findActionChanges(table);
  return new Findings(table, context, {
    ordering: facts.ordering,
    passes,
    partitions: facts.ordering === 'unordered' ? passes : 1,
    window: facts.window,
    records: facts.records,
    conversations: table.conversations,
    unpaired: facts.unpaired,
  });
}
