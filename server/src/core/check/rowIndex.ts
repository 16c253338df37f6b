/** Words of a slot: both hashes, how many rows have them, and the sum of those rows' parts. */
const SLOT = 4;
const LEAST_SLOTS = 64;

/**
 * How often each pair of hashes occurs in the parts of a log, kept while parts come and go. Parts
 * are numbered from 1; a number is given once.
 */
export class RowIndex {
  private slots = new Uint32Array(LEAST_SLOTS * SLOT);
  private used = 0;
  /** Goes up whenever it changes which rows are repeated. */
  version = 0;
  /** By part: how many of its rows have hashes that another row has, too. */
  private repeated = new Uint32Array(64);
  /** By part: the version that the last change to these rows made. */
  private versions = new Float64Array(64);
  /** Marks of first hashes that were repeated once: few, and near at hand, unlike the slots. */
  private readonly marks = new Uint8Array(1 << 16);

  /** Rows for which there is room before the index has to be made anew. */
  get room(): number {
    return Math.floor((this.slots.length / SLOT) * 0.7) - this.used;
  }

  /** Forgets everything and makes room for so many rows. */
  clear(rows: number): void {
    const slots = 1 << Math.ceil(Math.log2(Math.max(LEAST_SLOTS, rows * 2)));
    this.slots = new Uint32Array(slots * SLOT);
    this.used = 0;
    this.repeated.fill(0);
    this.marks.fill(0);
  }

  /** Adds a part's rows, of which there must be no more than {@link room}. */
  add(part: number, hashes: Uint32Array): void {
    this.growTo(part);
    const { slots } = this;
    for (let i = 0; i < hashes.length; i += 2) {
      if (hashes[i] === 0) continue;
      const at = this.slotOf(hashes[i]!, hashes[i + 1]!);
      if (slots[at] === 0) {
        slots[at] = hashes[i]!;
        slots[at + 1] = hashes[i + 1]!;
        this.used++;
      }
      const before = slots[at + 2]!;
      if (before === 1) this.change(slots[at + 3]!, 1);
      if (before >= 1) {
        this.change(part, 1);
        this.marks[hashes[i]! >>> 16] = 1;
      }
      slots[at + 2] = before + 1;
      slots[at + 3]! += part;
    }
  }

  /** Takes the rows of a part away again. */
  remove(part: number, hashes: Uint32Array): void {
    const { slots } = this;
    for (let i = 0; i < hashes.length; i += 2) {
      if (hashes[i] === 0) continue;
      const at = this.slotOf(hashes[i]!, hashes[i + 1]!);
      const left = slots[at + 2]! - 1;
      slots[at + 2] = left;
      slots[at + 3]! -= part;
      if (left >= 1) this.change(part, -1);
      // The sum is the number of the one part that is left.
      if (left === 1) this.change(slots[at + 3]!, -1);
    }
  }

  private change(part: number, by: number): void {
    this.repeated[part]! += by;
    this.versions[part] = ++this.version;
  }

  /** The version of the last change to which rows of a part are repeated. */
  versionOf(part: number): number {
    return this.versions[part]!;
  }

  /** Whether some row of a part has hashes that another row has, too. */
  hasRepeated(part: number): boolean {
    return this.repeated[part]! > 0;
  }

  isRepeated(low: number, high: number): boolean {
    if (low === 0 || this.marks[low >>> 16] === 0) return false;
    return this.slots[this.slotOf(low, high) + 2]! > 1;
  }

  private slotOf(low: number, high: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = (low * SLOT) & mask;
    while (slots[at] !== 0 && (slots[at] !== low || slots[at + 1] !== high)) {
      at = (at + SLOT) & mask;
    }
    return at;
  }

  private growTo(part: number): void {
    if (part < this.repeated.length) return;
    const repeated = new Uint32Array(part * 2);
    const versions = new Float64Array(part * 2);
    repeated.set(this.repeated);
    versions.set(this.versions);
    this.repeated = repeated;
    this.versions = versions;
  }
}
