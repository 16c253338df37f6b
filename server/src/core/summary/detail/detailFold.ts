import { AS_COUNTED } from '../../fold/lineRuns';
import { BlockLabels } from '../../filter/blockLabels';
import { RecordMatcher } from '../../filter/recordMatcher';
import type { LayoutSet } from '../../layouts/layoutSet';
import type { Chunk } from '../../scan/chunk';
import type { Fold } from '../../fold/fold';
import { Batch, type Picks } from '../fold/batch';
import { Books } from '../fold/books';
import { readBatch } from '../fold/readBatch';
import { makeRoom, type Users } from '../fold/room';
import { bookSizes, newTable, TABLE_NAMES, usersOf, type TableName } from '../fold/tables';
import { isDoubtful, type Doubts } from '../group/doubts';
import type { GroupData, GroupTable, ValueColumns } from '../group/groupTable';
import type { KeyColumns } from '../group/keys';
import type { SummaryOptions } from '../options';
import { translate } from '../partial';
import type { Attempted } from '../finish/scans';
import { AttemptTally, lookBeforePrunes } from './attemptTally';
import { detailShare, type DetailPlan } from './detailPlan';
import { SeriesFold, type SeriesData } from './seriesFold';

/** What a second pass found out, as data that can be sent to another thread. */
export interface DetailPartial {
  readonly addresses: Uint8Array;
  readonly names: readonly string[];
  readonly recounts: Readonly<Partial<Record<TableName, GroupData>>>;
  readonly attempts: GroupData | undefined;
  /** What clients tried of which the attempts may tell no more. */
  readonly attempted: Attempted;
  readonly series: SeriesData | undefined;
}

/** The second pass over a log: counts what the first left in doubt, and only that. */
export class DetailFold implements Fold<DetailPartial> {
  private readonly books: Books;
  private readonly recounts: Partial<Record<TableName, GroupTable>> = {};
  private readonly attempts: GroupTable | undefined;
  private readonly tally: AttemptTally;
  private readonly series: SeriesFold | undefined;
  private readonly users: Users;
  private readonly batch = new Batch();
  private readonly picked: Picks = { places: new Int32Array(this.batch.rows.length), count: 0 };
  private readonly matcher: RecordMatcher | undefined;
  private mask = new Uint8Array(0);

  constructor(
    layouts: LayoutSet,
    { seed, memory, filter, groups, threats, thresholds }: SummaryOptions,
    private readonly plan: DetailPlan,
  ) {
    this.books = new Books(seed, ...bookSizes(memory));
    const wanted = TABLE_NAMES.filter(name => plan.doubts[name]);
    const share = detailShare(plan);
    for (const name of wanted) this.recounts[name] = newTable(name, this.books, memory, 0, share);
    this.attempts = plan.clients && newTable('conversations', this.books, memory, 0, share);
    this.tally = new AttemptTally(thresholds);
    if (this.attempts) lookBeforePrunes(this.attempts, this.tally, this.books);
    const { addresses, names } = usersOf(this.recounts);
    const attempts = this.attempts ? [this.attempts] : [];
    this.users = { addresses: [...addresses, ...attempts], names, holders: [] };
    this.series = plan.series && new SeriesFold(plan.series, this.books);
    const blocks = { groups: new BlockLabels(groups), threats: new BlockLabels(threats) };
    this.matcher = filter && new RecordMatcher(filter, { layouts, ...blocks });
  }

  /** Adds a chunk whose first line is this one of the log. */
  add(chunk: Chunk, firstLine: number): void {
    if (this.matcher) {
      if (this.mask.length < chunk.lines) this.mask = new Uint8Array(chunk.lines);
      this.matcher.select(chunk, this.mask);
    }
    this.addRows(chunk, 0, firstLine, this.matcher && this.mask);
  }

  /** Adds the records of a chunk from a row on, those only that the mask allows if there is one. */
  addRows(chunk: Chunk, from: number, firstLine: number, mask: Uint8Array | undefined): void {
    for (let row = from; row < chunk.lines;) {
      makeRoom(this.books, this.users);
      row = readBatch(this.batch, chunk, row, firstLine, this.books, mask);
      if (this.batch.size > 0) this.addBatch();
    }
  }

  /** Adds what another fold of the same plan found out, series excepted. */
  merge({ addresses, names, recounts, attempts, attempted }: DetailPartial): void {
    const numbers = translate(this.books, addresses, names);
    for (const name of TABLE_NAMES) {
      const [table, data] = [this.recounts[name], recounts[name]];
      if (table && data) table.merge(data, numbers, AS_COUNTED);
    }
    if (attempts) this.attempts?.merge(attempts, numbers, AS_COUNTED);
    this.tally.add(attempted);
  }

  partial(): DetailPartial {
    const recounts: Partial<Record<TableName, GroupData>> = {};
    for (const name of TABLE_NAMES) {
      const table = this.recounts[name];
      if (table) recounts[name] = table.data();
    }
    return {
      addresses: this.books.addresses.copy(),
      names: this.books.names.copy(),
      recounts,
      attempts: this.attempts?.data(),
      attempted: this.tally.found(),
      series: this.series?.data(),
    };
  }

  private addBatch(): void {
    const { batch } = this;
    const { doubts, clients } = this.plan;
    const { recounts } = this;
    this.recount(recounts.sources, doubts.sources, batch.source, batch.withSource);
    this.recount(
      recounts.destinations,
      doubts.destinations,
      batch.destination,
      batch.withDestination,
    );
    this.recount(recounts.ports, doubts.ports, batch.port, batch.withPort);
    this.recount(
      recounts.conversations,
      doubts.conversations,
      batch.conversation,
      batch.withPair,
      batch.ends,
    );
    this.recount(recounts.points, doubts.points, batch.point, batch.withPoint);
    this.recount(recounts.accounts, doubts.accounts, batch.account, batch.withAccount);
    const { rejected } = batch;
    this.recount(recounts.rejectedSources, doubts.rejectedSources, batch.source, rejected.source);
    this.recount(recounts.rejectedPorts, doubts.rejectedPorts, batch.port, rejected.port);
    this.recount(recounts.rejectedPairs, doubts.rejectedPairs, batch.pair, rejected.pair);
    this.recount(recounts.rejectedPoints, doubts.rejectedPoints, batch.point, rejected.point);
    if (this.attempts && clients) this.addAttempts(this.attempts, clients);
    this.series?.add(batch);
  }

  private recount(
    table: GroupTable | undefined,
    doubts: Doubts | undefined,
    keys: KeyColumns,
    { places, count }: Picks,
    values: ValueColumns = this.batch,
  ): void {
    if (!table || !doubts) return;
    const { picked } = this;
    picked.count = 0;
    for (let n = 0; n < count; n++) {
      const i = places[n]!;
      if (isDoubtful(doubts, keys.hash[i]!)) picked.places[picked.count++] = i;
    }
    table.add(keys, picked.places, picked.count, values);
  }

  private addAttempts(table: GroupTable, clients: Doubts): void {
    const { batch, picked } = this;
    const { withPair, client } = batch;
    picked.count = 0;
    for (let n = 0; n < withPair.count; n++) {
      const i = withPair.places[n]!;
      if (isDoubtful(clients, client.hash[i]!)) picked.places[picked.count++] = i;
    }
    table.add(batch.conversation, picked.places, picked.count, batch.ends);
  }
}
