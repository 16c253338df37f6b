import { growAll } from './grown';

const NONE = 0;

/**
 * Short lists of line numbers in one pool. A list is known by the number of its first node, 0 being
 * the empty one.
 */
export class LineLists {
  private readonly nodes = new Nodes();
  private free = NONE;
  private used = 1;

  /** Puts a line before a list and gives the list that results. */
  push(list: number, line: number): number {
    let node = this.free;
    if (node === NONE) {
      node = this.used++;
      if (node === this.nodes.lines.length) growAll(this.nodes);
    } else this.free = this.nodes.next[node]!;
    this.nodes.lines[node] = line;
    this.nodes.next[node] = list;
    return node;
  }

  /** Adds a line to a list of at most `most`, whose highest makes room. */
  pushLowest(list: number, line: number, most: number): number {
    let highest = list;
    let count = 0;
    for (let node = list; node !== NONE; node = this.nodes.next[node]!) {
      if (this.nodes.lines[node]! > this.nodes.lines[highest]!) highest = node;
      count++;
    }
    if (count < most) return this.push(list, line);
    if (line < this.nodes.lines[highest]!) this.nodes.lines[highest] = line;
    return list;
  }

  each(list: number, visit: (line: number) => void): void {
    for (let node = list; node !== NONE; node = this.nodes.next[node]!)
      visit(this.nodes.lines[node]!);
  }

  /** The lines of a list in ascending order. */
  sorted(list: number): number[] {
    const lines: number[] = [];
    this.each(list, line => lines.push(line));
    return lines.sort((x, y) => x - y);
  }

  /** Gives the nodes of a list back to the pool. */
  release(list: number): void {
    for (let node = list; node !== NONE;) {
      const after = this.nodes.next[node]!;
      this.nodes.next[node] = this.free;
      this.free = node;
      node = after;
    }
  }
}

class Nodes {
  lines = new Uint32Array(1024);
  next = new Uint32Array(1024);
}
