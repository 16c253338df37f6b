import { grown } from './grown';

/**
 * Shortest capture window that any document gives, in seconds (Tencent Cloud NAT and CCN flow logs,
 * AWS): a shorter silence hides no window.
 */
export const SHORTEST_WINDOW = 60;

/** A stretch of time, in Unix seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Records that were skipped, and the line that says so. */
export interface Skipped extends Stretch {
  readonly line: number;
}

/** Which times the records of one observation point cover, and which they say were skipped. */
export class Coverage {
  readonly skipped: Skipped[] = [];
  private longestSkipped = 0;
  /** Ends of the stretches that hold records, silences of less than a window closed. */
  private bounds = new Uint32Array(8);
  private count = 0;
  private nextSort = 64;
  /** Length and phase of the windows without traffic, as long as all agree. */
  private grid: { length: number; phase: number } | undefined;
  private gridBroken = false;
  hasNoData = false;

  add(start: number, end: number): void {
    const last = this.count * 2 - 2;
    if (last >= 0) {
      const from = this.bounds[last]!;
      const to = this.bounds[last + 1]!;
      if (start < to + SHORTEST_WINDOW && end + SHORTEST_WINDOW > from) {
        if (start < from) this.bounds[last] = start;
        if (end > to) this.bounds[last + 1] = end;
        return;
      }
    }
    if (this.count >= this.nextSort) {
      this.merge();
      this.nextSort = Math.max(64, this.count * 2);
    }
    const at = this.count * 2;
    if (at === this.bounds.length) this.bounds = grown(this.bounds, at * 2);
    this.bounds[at] = start;
    this.bounds[at + 1] = end;
    this.count++;
  }

  /** A record of a window without traffic: its bounds are those of the window. */
  addNoData(start: number, end: number): void {
    this.hasNoData = true;
    this.add(start, end);
    const length = end - start;
    if (this.gridBroken) return;
    if (length < SHORTEST_WINDOW) this.breakGrid();
    else if (!this.grid) this.grid = { length, phase: start % length };
    else if (this.grid.length !== length || this.grid.phase !== start % length) this.breakGrid();
  }

  addSkipped(start: number, end: number, line: number): void {
    this.add(start, end);
    this.skipped.push({ from: start, to: end, line });
    this.longestSkipped = Math.max(this.longestSkipped, end - start);
  }

  /** To be called once after the last record. */
  finish(): void {
    this.merge();
    this.skipped.sort((x, y) => x.from - y.from);
  }

  /** The first skipped window that shares a second with `from` to `to`. */
  skippedIn(from: number, to: number): Skipped | undefined {
    const { skipped } = this;
    let low = 0;
    let high = skipped.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (skipped[middle]!.from < from - this.longestSkipped) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < skipped.length && skipped[i]!.from <= to; i++) {
      if (skipped[i]!.to >= from) return skipped[i];
    }
    return undefined;
  }

  /**
   * The first silence between records, touching `from` to `to`, in which a window of that length
   * may be missing. Where windows without traffic are on record the windows are known, and one has
   * to be missing whole.
   */
  silenceIn(from: number, to: number, window: number): Stretch | undefined {
    for (let i = this.indexBefore(from); i + 1 < this.count; i++) {
      const silence = { from: this.bounds[i * 2 + 1]!, to: this.bounds[i * 2 + 2]! };
      if (silence.from >= to) return undefined;
      if (silence.to <= from) continue;
      const missing = this.grid ? this.missingOnGrid(silence, from, to) : silence;
      if (missing && silence.to - silence.from >= (this.grid?.length ?? window)) return missing;
    }
    return undefined;
  }

  /** As {@link silenceIn}, but only where a window is missing for certain. */
  missingIn(from: number, to: number, window: number): Stretch | undefined {
    if (!this.hasNoData) return undefined;
    return this.silenceIn(from, to, this.grid ? window : window * 2);
  }

  private missingOnGrid(silence: Stretch, from: number, to: number): Stretch | undefined {
    const { length, phase } = this.grid!;
    // Records reach into the window in which the silence begins, and into that in which it ends.
    let start = Math.ceil((silence.from - phase) / length) * length + phase;
    for (; start + length <= silence.to; start += length) {
      if (start < to && start + length > from) return { from: start, to: start + length };
      if (start >= to) return undefined;
    }
    return undefined;
  }

  /** The last stretch that begins at or before a time; 0 if none does. */
  private indexBefore(time: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.bounds[middle * 2]! <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private breakGrid(): void {
    this.grid = undefined;
    this.gridBroken = true;
  }

  private merge(): void {
    const stretches: Stretch[] = [];
    for (let i = 0; i < this.count; i++) {
      stretches.push({ from: this.bounds[i * 2]!, to: this.bounds[i * 2 + 1]! });
    }
    stretches.sort((x, y) => x.from - y.from);
    let at = -1;
    for (const { from, to } of stretches) {
      if (at >= 0 && from < this.bounds[at * 2 + 1]! + SHORTEST_WINDOW) {
        if (to > this.bounds[at * 2 + 1]!) this.bounds[at * 2 + 1] = to;
      } else {
        at++;
        this.bounds[at * 2] = from;
        this.bounds[at * 2 + 1] = to;
      }
    }
    this.count = at + 1;
  }
}
