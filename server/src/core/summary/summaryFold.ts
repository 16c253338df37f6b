import { BlockLabels } from '../filter/blockLabels';
import { RecordMatcher } from '../filter/recordMatcher';
import type { LayoutSet } from '../layouts/layoutSet';
import type { Chunk } from '../scan/chunk';
import { detailPlan, type DetailPlan } from './detail/detailPlan';
import type { DetailPartial } from './detail/detailFold';
import { Details } from './detail/details';
import { buildSummary, type OutsideFacts } from './finish/buildSummary';
import { coverageOf, NO_COVERAGE } from './finish/coverageRuns';
import type { Fold } from '../fold/fold';
import { AS_COUNTED, type LineRuns } from '../fold/lineRuns';
import { Batch, type Picks } from './fold/batch';
import { BlockTally } from './fold/blockTally';
import { Books } from './fold/books';
import { Coverage, MOST_COVERED, MOST_SLOTS } from './fold/coverage';
import { readBatch } from './fold/readBatch';
import { RegionPairs } from './fold/regionPairs';
import { makeRoom, type Users } from './fold/room';
import { bookSizes, newTables, TABLE_NAMES, usersOf, type Tables } from './fold/tables';
import { Timeline } from './fold/timeline';
import { Totals } from './fold/totals';
import type { Ground } from './group/ground';
import type { GroupTable } from './group/groupTable';
import type { KeyColumns, Translation } from './group/keys';
import type { SummaryOptions } from './options';
import { tablesData, translate, type SummaryPartial } from './partial';
import type { Summary } from './summary';

/**
 * Summarises the chunks of a log as they come, in bounded memory. Folds of parts of a log merge to
 * the fold of the whole; at any time `finish` gives the picture so far.
 */
export class SummaryFold implements Fold<SummaryPartial> {
  readonly books: Books;
  readonly tables: Tables;
  readonly totals: Totals;
  readonly timeline: Timeline;
  readonly coverage: Coverage;
  readonly regionPairs = new RegionPairs();
  readonly groups: BlockTally;
  readonly threats: BlockTally;
  readonly details: Details;
  private readonly users: Users;
  private readonly batch = new Batch();
  private readonly matcher: RecordMatcher | undefined;
  private mask = new Uint8Array(0);

  /**
   * A fold into which those of several `parts` are merged has room for what they hold. Its tables
   * stand in the `ground`, if there is one.
   */
  constructor(
    layouts: LayoutSet,
    readonly options: SummaryOptions,
    parts = 1,
    ground?: Ground,
  ) {
    const { memory, expected, seed, filter, buckets } = options;
    this.books = new Books(seed, ...bookSizes(memory * parts));
    this.tables = newTables(this.books, memory, expected, parts, ground);
    this.totals = new Totals(layouts);
    this.timeline = new Timeline(buckets);
    this.coverage = new Coverage(this.books, MOST_COVERED, MOST_SLOTS);
    this.users = { ...usersOf(this.tables), holders: [this.coverage, this.regionPairs] };
    const groups = new BlockLabels(options.groups);
    this.groups = new BlockTally(groups);
    const threats = new BlockLabels(options.threats);
    this.threats = new BlockTally(threats);
    this.matcher = filter && new RecordMatcher(filter, { layouts, groups, threats });
    this.details = new Details(this.books, this.tables, options, ground);
  }

  /** Adds a chunk whose first line is this one of the log. */
  add(chunk: Chunk, firstLine: number): void {
    this.totals.addLines(chunk);
    this.addRows(chunk, 0, firstLine, this.select(chunk));
  }

  /** Adds the records of a chunk from a row on, those only that the mask allows if there is one. */
  addRows(chunk: Chunk, from: number, firstLine: number, mask?: Uint8Array): void {
    this.details.forget();
    for (let row = from; row < chunk.lines;) {
      makeRoom(this.books, this.users);
      row = readBatch(this.batch, chunk, row, firstLine, this.books, mask);
      if (this.batch.size > 0) this.addBatch(chunk);
    }
  }

  /** What was folded so far, to be merged by another fold with the same options. */
  partial(): SummaryPartial {
    return {
      seed: this.options.seed,
      addresses: this.books.addresses.copy(),
      names: this.books.names.copy(),
      totals: this.totals.data(),
      timeline: this.timeline.data(),
      coverage: this.coverage.data(),
      regionPairs: this.regionPairs.data(),
      groups: this.groups.data(),
      threats: this.threats.data(),
      tables: tablesData(this.tables),
    };
  }

  /**
   * Adds what other folds folded, each with where its lines stand in the log. `areGiven` if nobody
   * needs it afterwards: then this fold goes on in its memory, which must not be freed before.
   */
  merge(
    partials: readonly { readonly partial: SummaryPartial; readonly runs?: LineRuns }[],
    areGiven = false,
  ): void {
    for (const name of TABLE_NAMES) {
      this.tables[name].expect(partials.map(({ partial }) => partial.tables[name]));
    }
    for (const { partial, runs = AS_COUNTED } of partials) {
      const numbers = this.mergeFew(partial, runs);
      for (const name of TABLE_NAMES) {
        this.tables[name].merge(partial.tables[name], numbers, runs, areGiven);
      }
    }
  }

  /**
   * Becomes what another fold folded from a log's first line on. Its tables stay where they are, to
   * be read: nothing can be added, and the data must not be freed before this fold is done with.
   */
  takeOver(partial: SummaryPartial): void {
    this.mergeFew(partial, AS_COUNTED);
    for (const name of TABLE_NAMES) this.tables[name].takeOver(partial.tables[name]);
  }

  /** What a second pass has to find out; undefined if there is nothing to. */
  planDetails(): DetailPlan | undefined {
    const plan = detailPlan(this);
    if (plan) this.details.begin(plan);
    return plan;
  }

  /** Adds what a fold of the second pass, made for {@link planDetails}, found out. */
  addDetails(
    partials: readonly { readonly partial: DetailPartial; readonly runs?: LineRuns }[],
  ): void {
    this.details.add(partials);
  }

  /** The summary of all that was added; more may be added afterwards. */
  finish(facts: OutsideFacts = {}): Summary {
    return buildSummary(this, facts, coverageOf(this));
  }

  /** The same before all was added, without the coverage. */
  picture(facts: OutsideFacts = {}): Summary {
    return buildSummary(this, facts, NO_COVERAGE);
  }

  /** Adds all but the tables; gives what the numbers in their keys are here. */
  private mergeFew(partial: SummaryPartial, runs: LineRuns): Translation {
    if (partial.seed !== this.options.seed) throw new Error('Folds with different seeds.');
    this.details.forget();
    makeRoom(this.books, this.users);
    const numbers = translate(this.books, partial.addresses, partial.names);
    const nameOf = (name: number) => numbers.name[name]!;
    this.totals.merge(partial.totals, runs);
    this.timeline.merge(partial.timeline, runs);
    this.coverage.merge(partial.coverage, nameOf);
    this.regionPairs.merge(partial.regionPairs, nameOf, runs);
    this.groups.merge(partial.groups, runs);
    this.threats.merge(partial.threats, runs);
    return numbers;
  }

  private select(chunk: Chunk): Uint8Array | undefined {
    if (!this.matcher) return undefined;
    if (this.mask.length < chunk.lines) this.mask = new Uint8Array(chunk.lines);
    this.matcher.select(chunk, this.mask);
    return this.mask;
  }

  private addBatch(chunk: Chunk): void {
    const { batch, tables } = this;
    const { columns } = chunk;
    this.totals.add(batch, columns);
    this.timeline.add(batch, columns);
    this.coverage.add(batch, columns);
    this.regionPairs.add(batch, columns);
    this.groups.add(batch, chunk);
    this.threats.add(batch, chunk);
    this.addTo(tables.sources, batch.source, batch.withSource);
    this.addTo(tables.destinations, batch.destination, batch.withDestination);
    this.addTo(tables.ports, batch.port, batch.withPort);
    this.addTo(tables.points, batch.point, batch.withPoint);
    this.addTo(tables.accounts, batch.account, batch.withAccount);
    this.addConversations();
    this.addTo(tables.rejectedSources, batch.source, batch.rejected.source);
    this.addTo(tables.rejectedPorts, batch.port, batch.rejected.port);
    this.addTo(tables.rejectedPairs, batch.pair, batch.rejected.pair);
    this.addTo(tables.rejectedPoints, batch.point, batch.rejected.point);
  }

  private addTo(table: GroupTable, keys: KeyColumns, { places, count }: Picks): void {
    table.add(keys, places, count, this.batch);
  }

  /** Counts the conversations that were new to their table for their clients. */
  private addConversations(): void {
    const { batch, tables } = this;
    const { conversations, clients } = tables;
    const { places, count } = batch.withPair;
    conversations.add(batch.conversation, places, count, batch.ends);
    clients.add(batch.client, conversations.fresh, conversations.freshCount, batch);
  }
}
