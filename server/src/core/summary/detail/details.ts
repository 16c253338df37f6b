import { AS_COUNTED, type LineRuns } from '../../fold/lineRuns';
import { parseAddress } from '../../record/address';
import { attemptsOf, type Attempted, type IsClient } from '../finish/scans';
import type { Books } from '../fold/books';
import { newTable, TABLE_NAMES, type TableName, type Tables } from '../fold/tables';
import { settle } from '../group/doubts';
import type { Ground } from '../group/ground';
import type { GroupTable } from '../group/groupTable';
import { KEY } from '../group/keys';
import type { SummaryOptions } from '../options';
import { translate } from '../partial';
import { AttemptTally, lookBeforePrunes } from './attemptTally';
import type { DetailPartial } from './detailFold';
import { detailShare, type DetailPlan } from './detailPlan';
import { SeriesFold } from './seriesFold';

/** What a second pass found out, beside the tables of the first. */
export class Details {
  /** The plan that was carried out; undefined before. */
  plan: DetailPlan | undefined;
  attempts: GroupTable | undefined;
  series: SeriesFold | undefined;
  private tally: AttemptTally;
  private recounts: Partial<Record<TableName, GroupTable>> = {};
  private settled: Partial<Record<TableName, GroupTable>> = {};

  constructor(
    private readonly books: Books,
    private readonly first: Tables,
    private readonly options: SummaryOptions,
    private readonly ground?: Ground,
  ) {
    this.tally = new AttemptTally(options.thresholds);
  }

  /** Makes ready for what a plan asks for; what was known before is forgotten. */
  begin(plan: DetailPlan): void {
    this.plan = plan;
    this.attempts = undefined;
    this.tally = new AttemptTally(this.options.thresholds);
    this.series = plan.series && new SeriesFold(plan.series, this.books);
    this.recounts = {};
    this.settled = {};
  }

  /** Forgets what was found out, since more has been added to the first pass. */
  forget(): void {
    if (!this.plan) return;
    this.plan = undefined;
    this.attempts = undefined;
    this.series = undefined;
    this.recounts = {};
    this.settled = {};
  }

  /** Adds parts of the second pass, each with where its lines stand in the log. */
  add(parts: readonly { readonly partial: DetailPartial; readonly runs?: LineRuns }[]): void {
    this.settled = {};
    for (const name of TABLE_NAMES) {
      const tables = parts.flatMap(({ partial }) => partial.recounts[name] ?? []);
      if (tables.length > 0) (this.recounts[name] ??= this.tableFor(name)).expect(tables);
    }
    const attempts = parts.flatMap(({ partial }) => partial.attempts ?? []);
    if (attempts.length > 0) (this.attempts ??= this.attemptsTable()).expect(attempts);
    for (const { partial, runs = AS_COUNTED } of parts) this.addOne(partial, runs);
  }

  /** The tables as they are known now: those of the first pass, corrected by the second. */
  tables(): Tables {
    const { plan, recounts, first } = this;
    if (!plan) return first;
    for (const name of TABLE_NAMES) {
      const [doubts, recount] = [plan.doubts[name], recounts[name]];
      if (!doubts || !recount) continue;
      this.settled[name] ??= settle(first[name], doubts, recount, this.ground);
    }
    return { ...first, ...this.settled };
  }

  /** What clients tried, those only whom `isClient` takes for one. */
  attempted(isClient: IsClient): Attempted {
    const { attempts, books, tally } = this;
    const { thresholds } = this.options;
    const all = new AttemptTally(thresholds);
    const isOne = ({ client }: { readonly client: string }) => isClient(...keyOf(client, books));
    const { byAddresses, byPorts } = tally.found();
    all.add({ byAddresses: byAddresses.filter(isOne), byPorts: byPorts.filter(isOne) });
    if (attempts) all.add(attemptsOf(attempts, books, isClient, thresholds));
    return all.found();
  }

  private addOne(partial: DetailPartial, runs: LineRuns): void {
    const { addresses, names, recounts, attempts, attempted, series } = partial;
    const numbers = translate(this.books, addresses, names);
    for (const name of TABLE_NAMES) {
      const data = recounts[name];
      if (data) this.recounts[name]?.merge(data, numbers, runs);
    }
    if (attempts) this.attempts?.merge(attempts, numbers, runs);
    this.tally.add(attempted, runs);
    if (series) this.series?.merge(series);
  }

  private attemptsTable(): GroupTable {
    const table = this.tableFor('conversations');
    lookBeforePrunes(table, this.tally, this.books);
    return table;
  }

  /** As large as the one whose figures it takes over. */
  private tableFor(name: TableName): GroupTable {
    const { plan, options, ground } = this;
    return newTable(name, this.books, options.memory, 0, plan && detailShare(plan), ground);
  }
}

/** The words that an address has in a key: its own, and whether it is IPv6. */
function keyOf(text: string, books: Books): [word: number, v6: number] {
  const address = parseAddress(text);
  if (address?.family === 6) return [books.addresses.intern(address.bytes), KEY.v6InA];
  return [(address?.value ?? 0) | 0, 0];
}
