/** The rows of one part of a log: its number, from 1, and a hash a row; 0 is none. */
export interface PartRows {
  readonly number: number;
  readonly hashes: Uint32Array;
}

const LEAST_SLOTS = 64;
/** Slots of which no more than this share are in use. */
const MOST_USED = 0.5;
const MARK_SHIFT = 32 - 17;
const NO_ROWS: readonly number[] = [];

/**
 * Of some hashes, those that are watched, how often each occurs in the parts of a log. A part's
 * number is given once.
 */
export class RowIndex {
  private hashes = new Uint32Array(LEAST_SLOTS);
  private counts = new Uint32Array(LEAST_SLOTS);
  /** The sums of the rows' parts: of a single row, its part. They may go round. */
  private sums = new Uint32Array(LEAST_SLOTS);
  private used = 0;
  /** Marks of hashes that are watched: near at hand, unlike the slots. */
  private readonly marks = new Uint8Array(2 ** (32 - MARK_SHIFT));
  /** By part: its rows whose hashes are watched, ascending. */
  private readonly watched = new Map<number, number[]>();
  /** Goes up whenever it changes which rows are repeated. */
  private version = 0;
  /** By part: how many of its rows have a hash that another row has, too. */
  private repeated = new Uint32Array(64);
  /** By part: the version that the last change to these rows made. */
  private versions = new Uint32Array(64);

  /** Forgets everything. */
  clear(): void {
    this.place(LEAST_SLOTS);
    this.marks.fill(0);
    this.watched.clear();
    this.repeated.fill(0);
  }

  /** Watches a hash from now on; no row has it yet. */
  watch(hash: number): void {
    if (this.used >= this.hashes.length * MOST_USED) this.grow();
    const at = this.slotOf(hash);
    if (this.hashes[at] === hash) return;
    this.hashes[at] = hash;
    this.marks[hash >>> MARK_SHIFT] = 1;
    this.used++;
  }

  isWatched(hash: number): boolean {
    return this.watchedAt(hash) >= 0;
  }

  /** Adds those rows of a part whose hashes are watched. */
  add({ number, hashes }: PartRows): void {
    const rows: number[] = [];
    for (let row = 0; row < hashes.length; row++) {
      const at = this.watchedAt(hashes[row]!);
      if (at < 0) continue;
      this.addRow(number, at);
      rows.push(row);
    }
    if (rows.length > 0) this.watched.set(number, rows);
  }

  /** Takes the rows of a part away again. */
  remove({ number, hashes }: PartRows): void {
    for (const row of this.watchedRows(number)) {
      this.removeRow(number, this.slotOf(hashes[row]!));
    }
    this.watched.delete(number);
  }

  /** Watches a hash from now on that rows of these parts may have. */
  search(hash: number, parts: readonly PartRows[]): void {
    this.watch(hash);
    const slot = this.slotOf(hash);
    for (const { number, hashes } of parts) {
      const rows: number[] = [];
      for (let row = hashes.indexOf(hash); row >= 0; row = hashes.indexOf(hash, row + 1)) {
        this.addRow(number, slot);
        rows.push(row);
      }
      if (rows.length === 0) continue;
      this.watched.set(number, [...this.watchedRows(number), ...rows].sort(inOrder));
    }
  }

  private addRow(part: number, at: number): void {
    const before = this.counts[at]!;
    if (before >= 1) {
      if (before === 1) this.change(this.sums[at]!, 1);
      this.change(part, 1);
    }
    this.counts[at] = before + 1;
    this.sums[at]! += part;
  }

  private removeRow(part: number, at: number): void {
    const left = --this.counts[at]!;
    this.sums[at]! -= part;
    if (left >= 1) this.change(part, -1);
    if (left === 1) this.change(this.sums[at]!, -1);
  }

  /** The slot of a watched hash; -1 if it is not watched. */
  private watchedAt(hash: number): number {
    if (this.marks[hash >>> MARK_SHIFT] === 0 || hash === 0) return -1;
    const at = this.slotOf(hash);
    return this.hashes[at] === hash ? at : -1;
  }

  /** The rows of a part whose hashes are watched, ascending: all that may be repeated are among them. */
  watchedRows(part: number): readonly number[] {
    return this.watched.get(part) ?? NO_ROWS;
  }

  /** The version of the last change to which rows of a part are repeated. */
  versionOf(part: number): number {
    return this.versions[part] ?? 0;
  }

  /** Whether some row of a part has a hash that another row has, too. */
  hasRepeated(part: number): boolean {
    return (this.repeated[part] ?? 0) > 0;
  }

  isRepeated(hash: number): boolean {
    const at = this.watchedAt(hash);
    return at >= 0 && this.counts[at]! > 1;
  }

  private change(part: number, by: number): void {
    if (part >= this.repeated.length) {
      this.repeated = grown(this.repeated, new Uint32Array(part * 2));
      this.versions = grown(this.versions, new Uint32Array(part * 2));
    }
    this.repeated[part]! += by;
    this.versions[part] = ++this.version;
  }

  private slotOf(hash: number): number {
    const { hashes } = this;
    const mask = hashes.length - 1;
    let at = hash & mask;
    while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { hashes, counts, sums } = this;
    this.place(hashes.length * 2);
    for (let from = 0; from < hashes.length; from++) {
      if (hashes[from] === 0) continue;
      const at = this.slotOf(hashes[from]!);
      this.hashes[at] = hashes[from]!;
      this.counts[at] = counts[from]!;
      this.sums[at] = sums[from]!;
      this.used++;
    }
  }

  /** Puts empty slots in place. */
  private place(slots: number): void {
    this.hashes = new Uint32Array(slots);
    this.counts = new Uint32Array(slots);
    this.sums = new Uint32Array(slots);
    this.used = 0;
  }
}

const inOrder = (a: number, b: number) => a - b;

function grown<T extends Uint32Array>(column: T, longer: T): T {
  longer.set(column);
  return longer;
}
