import { AS_COUNTED, lineIn, type LineRuns } from '../../fold/lineRuns';
import { joinPoints, MARK, SUM, SUMS, WORD, WORDS, type Entries } from './entry';
import { EntryTable, STEP, stepKeys } from './entryTable';
import type { Ground, Incoming } from './ground';
import { heaviest } from './heaviest';
import type { KeyColumns, KeyHash, Translation } from './keys';
import { hasSeen, METRICS, Spill, type MetricNumber, type SpillData } from './spill';

export { MOST_ENTRIES } from './entryTable';

/** What the records of a batch add to their keys. */
export interface ValueColumns {
  readonly packets: Float64Array;
  readonly bytes: Float64Array;
  readonly lines: Float64Array;
  /** The word of each record's observation point (see entry.ts). */
  readonly points: Int32Array;
}

/** What a thread hands on of a table. */
export interface GroupData {
  readonly entries: Float64Array;
  readonly spill: SpillData | undefined;
}

const FEWEST = 64;

/**
 * Sums by key in bounded memory: a table that, when full, puts its lightest entries out into a
 * {@link Spill}, which bounds what any key can have lost. Keys that carry much stay.
 */
export class GroupTable extends EntryTable {
  spill: Spill | undefined;
  /** Places in the last batch of the records whose key was not in the table. */
  readonly fresh: Int32Array;
  freshCount = 0;
  /** What a key that was left out of the table can have at most, by each metric. */
  readonly leftOut: [records: number, packets: number, bytes: number] = [0, 0, 0];
  /** Called before entries are put out. */
  beforePrune: (() => void) | undefined;
  private prunes = 0;

  /**
   * `most` entries at most, with room for `expected` from the start; batches of up to `batch`.
   * Tables that are merged have to agree in `spillFor`, for how many entries their spill is made.
   */
  constructor(
    readonly most: number,
    hashOf: KeyHash,
    expected = FEWEST,
    batch = 1024,
    private readonly spillFor = most,
    ground?: Ground,
  ) {
    super(hashOf, Math.min(most, Math.max(FEWEST, expected)), ground);
    this.fresh = new Int32Array(batch);
  }

  /** Adds the records of a batch at the places `picks[0, count)`. */
  add(keys: KeyColumns, picks: Int32Array, count: number, values: ValueColumns): void {
    this.freshCount = 0;
    const step = Math.max(1, this.most >> 1);
    for (let from = 0; from < count; from += step) {
      const to = Math.min(count, from + step);
      this.makeRoom(to - from);
      this.addSome(keys, picks, from, to, values);
    }
  }

  private addSome(
    { hash, a, b, c }: KeyColumns,
    picks: Int32Array,
    from: number,
    to: number,
    { packets, bytes, lines, points }: ValueColumns,
  ): void {
    const { words, sums, fresh } = this;
    for (let n = from; n < to; n++) {
      const i = picks[n]!;
      const known = this.count;
      const entry = this.place(hash[i]!, a[i]!, b[i]!, c[i]!);
      if (entry === known) fresh[this.freshCount++] = i;
      const at = entry * SUMS;
      if (lines[i]! < sums[at + SUM.line]!) sums[at + SUM.line] = lines[i]!;
      sums[at + SUM.records]! += 1;
      sums[at + SUM.packets]! += packets[i]!;
      sums[at + SUM.bytes]! += bytes[i]!;
      const point = points[i]!;
      const before = words[entry * WORDS + WORD.point]!;
      if (point !== before) words[entry * WORDS + WORD.point] = joinPoints(before, point);
    }
  }

  /** Adds an entry of another table to a key. */
  addEntry(a: number, b: number, c: number, from: Entries, number: number): void {
    this.makeRoom(1);
    this.addSums(this.place(this.hashOf.of(a, b, c), a, b, c), from, number, AS_COUNTED);
  }

  /** Takes note of a key that is left out. */
  leaveOut(boundOf: (metric: MetricNumber) => number): void {
    for (const metric of METRICS) {
      this.leftOut[metric] = Math.max(this.leftOut[metric], boundOf(metric));
    }
  }

  /** Puts the lightest entries out so that about `most` are left. */
  prune(most: number): void {
    if (this.count <= most) return;
    this.beforePrune?.();
    const { sums } = this;
    const keep = heaviest(this.words, this.count, most);
    const spill = (this.spill ??= Spill.sizedFor(this.spillFor));
    for (let entry = 0; entry < this.count; entry++) {
      if (keep[entry] === 1) continue;
      const at = entry * SUMS;
      const [records, packets, bytes] = [SUM.records, SUM.packets, SUM.bytes];
      spill.take(
        this.entryHash(entry),
        sums[at + records]!,
        sums[at + packets]!,
        sums[at + bytes]!,
      );
    }
    spill.endRound();
    this.newPoint = MARK.mayBeBack;
    this.prunes++;
    this.keep(keep);
  }

  data(): GroupData {
    return { entries: this.sums.slice(0, this.count * SUMS), spill: this.spill?.data() };
  }

  /** Makes room for what is to be merged at once: of many tables, most hold the same keys. */
  expect(tables: readonly GroupData[]): void {
    const sizes = tables.map(({ entries }) => entries.length / SUMS).sort((a, b) => b - a);
    const [one = 0, two = 0] = sizes;
    const room = Math.min(this.most, this.count + one + two);
    if (room > this.room) this.grow(room);
  }

  /** Becomes what another table of the same size holds, as it stands there; nothing can be added. */
  takeOver({ entries, spill }: GroupData): void {
    this.showEntries(entries);
    this.spill = spill && new Spill(spill.buckets, spill.seen);
  }

  /**
   * Adds what another table of the same size holds, its keys' words translated if need be and its
   * lines where they stand in the log. `isGiven` if nobody needs the data afterwards.
   */
  merge(
    { entries: sums, spill }: GroupData,
    numbers: Translation,
    runs: LineRuns,
    isGiven = false,
  ): void {
    const prunes = this.prunes;
    const words = new Int32Array(sums.buffer, sums.byteOffset, sums.length * 2);
    const entries = { sums, words };
    const count = sums.length / SUMS;
    const met = this.notMet(spill ? this.count : 0);
    const step = Math.min(STEP, Math.max(1, this.most >> 1));
    for (let first = 0; first < count; first += step) {
      const incoming = { entries, first, count: Math.min(step, count - first), numbers, runs };
      this.makeRoom(incoming.count);
      if (!this.ground.merge(this, incoming, met)) this.mergeStep(incoming, met);
    }
    if (!spill) return;
    if (this.spill) this.spill.merge(spill, this.ground);
    else this.spill = isGiven ? new Spill(spill.buckets, spill.seen) : Spill.of(spill);
    this.newPoint = MARK.mayBeBack;
    // What the other table does not hold it may have put out; who was met is not known any more
    // where entries have moved.
    if (this.prunes > prunes) met.fill(0);
    const known = met.subarray(0, this.count);
    if (!this.ground.markSeen(this, known, spill.seen)) this.markSeen(known, spill.seen);
  }

  private markSeen(met: Uint8Array, seen: Int32Array): void {
    for (let entry = 0; entry < met.length; entry++) {
      if (met[entry] === 1 || !hasSeen(seen, this.entryHash(entry))) continue;
      this.words[entry * WORDS + WORD.point]! |= MARK.mayBeBack;
    }
  }

  /** One byte for each of the first entries, to note that another table holds its key, too. */
  private notMet(entries: number): Uint8Array {
    const { buffer, at } = this.ground.take(entries);
    return new Uint8Array(buffer, at, entries).fill(0);
  }

  private mergeStep({ entries, first, count, numbers, runs }: Incoming, met: Uint8Array): void {
    const { hash, a, b, c } = stepKeys;
    this.hashOf.read(entries.words, first, count, numbers, stepKeys);
    for (let i = 0; i < count; i++) {
      const entry = this.place(hash[i]!, a[i]!, b[i]!, c[i]!);
      this.addSums(entry, entries, first + i, runs);
      if (entry < met.length) met[entry] = 1;
    }
  }

  private addSums(entry: number, from: Entries, number: number, runs: LineRuns): void {
    const { sums, words } = this;
    const at = entry * SUMS;
    const other = number * SUMS;
    const line = lineIn(runs, from.sums[other + SUM.line]!);
    if (line < sums[at + SUM.line]!) sums[at + SUM.line] = line;
    sums[at + SUM.records]! += from.sums[other + SUM.records]!;
    sums[at + SUM.packets]! += from.sums[other + SUM.packets]!;
    sums[at + SUM.bytes]! += from.sums[other + SUM.bytes]!;
    const word = entry * WORDS + WORD.point;
    words[word] = joinPoints(words[word]!, from.words[number * WORDS + WORD.point]!);
  }

  private makeRoom(entries: number): void {
    if (this.count + entries <= this.room) return;
    if (this.room < this.most) {
      this.grow(Math.min(this.most, Math.max(this.room * 2, this.count + entries)));
    }
    if (this.count + entries > this.room) this.prune((this.most * 3) >> 3);
  }
}
