import type { ChunkSource } from '../conversation/chunkSource';

/** The names of the source and destination regions of a line's record; undefined without them. */
export function regionsAt(source: ChunkSource, line: number): [string, string] | undefined {
  const index = chunkOf(source, line);
  if (index < 0) return undefined;
  const { columns, names } = source.at(index);
  const row = line - source.firstLine(index);
  const text = (column: Uint16Array) => names.text(column[row]!);
  const found: [string, string] = [text(columns.srcRegion), text(columns.dstRegion)];
  return found[0] !== '' && found[1] !== '' ? found : undefined;
}

/** The number of the chunk that a line is in; -1 in an empty log. */
export function chunkOf(source: ChunkSource, line: number): number {
  let low = 0;
  let high = source.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (source.firstLine(middle) <= line) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}
