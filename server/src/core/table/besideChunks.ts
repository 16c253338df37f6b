import type { Chunk } from '../scan/chunk';

/** Values that belong to a table's chunks, kept beside them while chunks come and go. */
export class BesideChunks<T> {
  private chunks: readonly Chunk[] = [];
  /** In the order of the chunks; undefined for one that has none yet. */
  values: (T | undefined)[] = [];

  /** Goes over to the chunks as they are now; gives the values of those that are gone. */
  follow(chunks: readonly Chunk[]): T[] {
    const { chunks: old, values } = this;
    if (chunks === old) return [];
    const least = Math.min(old.length, chunks.length);
    let head = 0;
    while (head < least && old[head] === chunks[head]) head++;
    let tail = 0;
    // Counted from the end by hand: `at` is a call, for hundreds of chunks at every key.
    const [oldLast, last] = [old.length - 1, chunks.length - 1];
    while (tail < least - head && old[oldLast - tail] === chunks[last - tail]) tail++;
    const between = new Map<Chunk, T>();
    for (let i = head; i < old.length - tail; i++) {
      if (values[i] !== undefined) between.set(old[i]!, values[i]!);
    }
    const fresh: (T | undefined)[] = [];
    for (const chunk of chunks.slice(head, chunks.length - tail)) {
      fresh.push(between.get(chunk));
      between.delete(chunk);
    }
    if (fresh.length === old.length - tail - head) {
      for (let i = 0; i < fresh.length; i++) values[head + i] = fresh[i];
    } else this.values = values.slice(0, head).concat(fresh, values.slice(old.length - tail));
    this.chunks = chunks;
    return [...between.values()];
  }
}
