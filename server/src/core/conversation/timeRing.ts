import { growAll } from './grown';

/** Takes one row out of the ring. */
export type TakeRow = (chunk: number, row: number) => void;

const NONE = -1;

/**
 * Puts rows that come nearly in order of time into order: a list of rows for each second, in a ring
 * that spans a little more than the disorder. Rows of one second come out in the order of lines.
 */
export class TimeRing {
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private readonly mask: number;
  private readonly nodes = new Nodes();
  private free = NONE;
  private used = 0;
  private waiting = 0;
  /** The first second that may still hold rows, and the latest seen. */
  private base = 0;
  private latest = -1;

  /** `backward`: rows come in the reverse order of their lines. */
  constructor(
    private readonly disorder: number,
    private readonly backward: boolean,
    private readonly take: TakeRow,
  ) {
    let size = 64;
    while (size < disorder + 2) size *= 2;
    this.mask = size - 1;
    this.heads = new Int32Array(size).fill(NONE);
    this.tails = new Int32Array(size).fill(NONE);
  }

  /** Adds a row; hands out those that no later one can come before. */
  add(second: number, chunk: number, row: number): void {
    if (second > this.latest) {
      this.latest = second;
      this.advance(second - this.disorder);
    }
    const node = this.node(chunk, row);
    const slot = second & this.mask;
    if (this.heads[slot] === NONE) this.heads[slot] = this.tails[slot] = node;
    else if (this.backward) {
      this.nodes.next[node] = this.heads[slot]!;
      this.heads[slot] = node;
    } else {
      this.nodes.next[this.tails[slot]!] = node;
      this.tails[slot] = node;
    }
    this.waiting++;
  }

  /** Hands out what is left. */
  finish(): void {
    this.advance(this.latest + 1);
  }

  /** Hands out all rows of the seconds before `until`. */
  private advance(until: number): void {
    while (this.waiting > 0 && this.base < until) {
      const slot = this.base & this.mask;
      let node = this.heads[slot]!;
      this.heads[slot] = this.tails[slot] = NONE;
      while (node !== NONE) {
        const after = this.nodes.next[node]!;
        this.take(this.nodes.chunks[node]!, this.nodes.rows[node]!);
        this.nodes.next[node] = this.free;
        this.free = node;
        this.waiting--;
        node = after;
      }
      this.base++;
    }
    if (this.base < until) this.base = until;
  }

  private node(chunk: number, row: number): number {
    let node = this.free;
    if (node === NONE) {
      node = this.used++;
      if (node === this.nodes.rows.length) growAll(this.nodes);
    } else this.free = this.nodes.next[node]!;
    this.nodes.chunks[node] = chunk;
    this.nodes.rows[node] = row;
    this.nodes.next[node] = NONE;
    return node;
  }
}

class Nodes {
  chunks = new Uint32Array(1024);
  rows = new Uint32Array(1024);
  next = new Int32Array(1024);
}
