const LEAST_SLOTS = 1 << 14;
/** 200 MB of table, and a little over twelve million different lines. */
const MOST_SLOTS = 1 << 24;
const FULLEST = 0.75;
const BLANK = 0x20;

/** Tells on which line a text stood first, by hashes of 64 bits. */
export class LineTable {
  /** The table holds as much as it may and takes no more in. */
  full = false;
  private slots = LEAST_SLOTS;
  private count = 0;
  private low = new Uint32Array(this.slots);
  private high = new Uint32Array(this.slots);
  /** Line number + 1; 0 where a slot is free. */
  private lines = new Uint32Array(this.slots);

  constructor(private readonly mostSlots = MOST_SLOTS) {}

  /**
   * The line on which the bytes stood first, blanks and line ends around them aside; -1 if they
   * are new, and then they are remembered with this line.
   */
  put(bytes: Uint8Array, start: number, end: number, line: number): number {
    let from = start;
    let to = end;
    while (from < to && bytes[from]! <= BLANK) from++;
    while (to > from && bytes[to - 1]! <= BLANK) to--;
    let low = 0x9e3779b9;
    let high = 0x7f4a7c15 ^ (to - from);
    let i = from;
    for (; i + 4 <= to; i += 4) {
      const word = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
      low = mix(low ^ word, 0x85ebca6b);
      high = mix(high + word, 0xc2b2ae35);
    }
    for (; i < to; i++) {
      low = mix(low ^ bytes[i]!, 0x85ebca6b);
      high = mix(high + bytes[i]!, 0xc2b2ae35);
    }
    return this.place(low >>> 0, high >>> 0, line);
  }

  private place(low: number, high: number, line: number): number {
    let slot = this.find(low, high);
    if (this.lines[slot] !== 0) return this.lines[slot]! - 1;
    if (this.full) return -1;
    if (this.count >= this.slots * FULLEST) {
      if (this.slots >= this.mostSlots) {
        this.full = true;
        return -1;
      }
      this.grow();
      slot = this.find(low, high);
    }
    this.low[slot] = low;
    this.high[slot] = high;
    this.lines[slot] = line + 1;
    this.count++;
    return -1;
  }

  /** The slot that holds a hash, or the free one that it belongs into. */
  private find(low: number, high: number): number {
    const mask = this.slots - 1;
    let slot = (low ^ (high >>> 7)) & mask;
    while (this.lines[slot] !== 0 && !(this.low[slot] === low && this.high[slot] === high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { low, high, lines } = this;
    this.slots *= 2;
    this.low = new Uint32Array(this.slots);
    this.high = new Uint32Array(this.slots);
    this.lines = new Uint32Array(this.slots);
    for (let i = 0; i < lines.length; i++) {
      if (lines[i] === 0) continue;
      const slot = this.find(low[i]!, high[i]!);
      this.low[slot] = low[i]!;
      this.high[slot] = high[i]!;
      this.lines[slot] = lines[i]!;
    }
  }
}

function mix(hash: number, factor: number): number {
  const product = Math.imul(hash, factor);
  return product ^ (product >>> 15);
}
