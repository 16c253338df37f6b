import type { FlowRecord, TakeRecord } from './flowRecord';
import { grown } from './grown';
import { RecordPool } from './recordPool';

const NONE = -1;

/**
 * Puts flow records that come nearly in order of time into order: a list of records for each second,
 * in a ring that spans a little more than the disorder. Those of one second come out in the order
 * of lines.
 */
export class TimeRing {
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private readonly mask: number;
  private readonly pool = new RecordPool();
  private next = new Int32Array(1024);
  private free = NONE;
  private used = 0;
  private waiting = 0;
  /** The first second that may still hold records, and the latest seen. */
  private base = 0;
  private latest = -1;

  /** `backward`: records come in the reverse order of their lines. */
  constructor(
    private readonly disorder: number,
    private readonly backward: boolean,
    private readonly take: TakeRecord,
  ) {
    let size = 64;
    while (size < disorder + 2) size *= 2;
    this.mask = size - 1;
    this.heads = new Int32Array(size).fill(NONE);
    this.tails = new Int32Array(size).fill(NONE);
  }

  /** Adds a record; hands out those that no later one can come before. */
  add(record: FlowRecord, line: number): void {
    const second = record.start;
    if (second > this.latest) {
      this.latest = second;
      this.advance(second - this.disorder);
    }
    const node = this.node(record, line);
    const slot = second & this.mask;
    if (this.heads[slot] === NONE) this.heads[slot] = this.tails[slot] = node;
    else if (this.backward) {
      this.next[node] = this.heads[slot]!;
      this.heads[slot] = node;
    } else {
      this.next[this.tails[slot]!] = node;
      this.tails[slot] = node;
    }
    this.waiting++;
  }

  /** Hands out what is left. */
  finish(): void {
    this.advance(this.latest + 1);
  }

  /** Hands out all records of the seconds before `until`. */
  private advance(until: number): void {
    while (this.waiting > 0 && this.base < until) {
      const slot = this.base & this.mask;
      let node = this.heads[slot]!;
      this.heads[slot] = this.tails[slot] = NONE;
      while (node !== NONE) {
        const after = this.next[node]!;
        this.take(this.pool.at(node), this.pool.lineOf(node));
        this.next[node] = this.free;
        this.free = node;
        this.waiting--;
        node = after;
      }
      this.base++;
    }
    if (this.base < until) this.base = until;
  }

  private node(record: FlowRecord, line: number): number {
    let node = this.free;
    if (node === NONE) {
      node = this.used++;
      if (node === this.next.length) this.next = grown(this.next, node * 2);
    } else this.free = this.next[node]!;
    this.pool.put(node, record, line);
    this.next[node] = NONE;
    return node;
  }
}
