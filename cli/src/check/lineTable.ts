const LEAST_SLOTS = 1 << 14;
/** 200 MB of table, and a little over twelve million different lines. */
const MOST_SLOTS = 1 << 24;
const FULLEST = 0.75;
/** Words of a slot: the hash, and the line number plus one, 0 where it is free. */
const SLOT = 3;
const LINE = 2;

/** Tells on which line a text stood first, by hashes of 64 bits. */
export class LineTable {
  /** The table holds as much as it may and takes no more in. */
  full = false;
  private slots: number;
  private words: Uint32Array;
  private count = 0;
  /** Keeps the reads of {@link touch} from being left out. */
  touched = 0;

  /** A table for so many lines, which grows if there are more. */
  constructor(
    lines = 0,
    private readonly mostSlots = MOST_SLOTS,
  ) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(LEAST_SLOTS, lines / FULLEST)));
    this.slots = Math.min(slots, mostSlots);
    this.words = new Uint32Array(this.slots * SLOT);
  }

  /**
   * Takes the hashes of lines that follow each other from `firstLine` on, two words each and zeros
   * for what is of no interest. Calls back with those whose text stood before, and on which line
   * first; the others are remembered.
   */
  put(hashes: Uint32Array, firstLine: number, onKnown: (row: number, line: number) => void): void {
    const rows = hashes.length / 2;
    while (this.count + rows > this.room && this.slots < this.mostSlots) this.grow();
    this.touch(hashes);
    for (let row = 0; row < rows; row++) {
      const low = hashes[row * 2]!;
      const high = hashes[row * 2 + 1]!;
      if (low === 0 && high === 0) continue;
      const line = this.place(low, high, firstLine + row);
      if (line >= 0) onKnown(row, line);
    }
  }

  /** How many lines the table takes in before it has to grow. */
  private get room(): number {
    return this.slots * FULLEST;
  }

  /** The line that a hash has; -1 if it is new, and then it is remembered with this line. */
  private place(low: number, high: number, line: number): number {
    const { words } = this;
    const at = this.find(low, high);
    if (words[at + LINE] !== 0) return words[at + LINE]! - 1;
    if (this.count >= this.room) this.full = true;
    if (this.full) return -1;
    words[at] = low;
    words[at + 1] = high;
    words[at + LINE] = line + 1;
    this.count++;
    return -1;
  }

  /** Where the slot is that holds a hash, or the free one that it belongs into. */
  private find(low: number, high: number): number {
    const { words } = this;
    const end = words.length;
    let at = slotOf(low, high, this.slots - 1);
    while (words[at + LINE] !== 0 && !(words[at] === low && words[at + 1] === high)) {
      at += SLOT;
      if (at === end) at = 0;
    }
    return at;
  }

  /**
   * Reads the slots that hashes belong into, each on its own, so that the waits for memory overlap:
   * a search waits for one after the other.
   */
  private touch(hashes: Uint32Array): void {
    const { words } = this;
    const mask = this.slots - 1;
    let sum = 0;
    for (let i = 0; i < hashes.length; i += 2) {
      sum ^= words[slotOf(hashes[i]!, hashes[i + 1]!, mask) + LINE]!;
    }
    this.touched = sum;
  }

  private grow(): void {
    const before = this.words;
    this.slots *= 2;
    this.words = new Uint32Array(this.slots * SLOT);
    for (let from = 0; from < before.length; from += SLOT) {
      if (before[from + LINE] === 0) continue;
      const at = this.find(before[from]!, before[from + 1]!);
      for (let i = 0; i < SLOT; i++) this.words[at + i] = before[from + i]!;
    }
  }
}

/** Where the first slot is that is searched for a hash. */
function slotOf(low: number, high: number, mask: number): number {
  return ((low ^ (high >>> 7)) & mask) * SLOT;
}
