import type { Chunk } from '../scan/chunk';
import { MOST_WRAPPED_LINES } from '../scan/joinWrapped';
import { firstLines, scanChunk, type ScanOptions } from '../scan/scanChunk';

const LF = 0x0a;
const CR = 0x0d;

/**
 * Reads bytes into chunks of about `size` bytes, one at a time. A chunk ends where a line ends, and
 * not inside a wrapped record. `last` says that nothing follows; otherwise the bytes end with a
 * line end.
 */
export function* cutChunks(
  bytes: Uint8Array,
  declared: number,
  last: boolean,
  size: number,
  options: ScanOptions,
): Generator<Chunk> {
  let at = 0;
  let before = declared;
  do {
    const chunk = nextChunk(bytes.subarray(at), before, last, size, options);
    yield chunk;
    before = chunk.declaredAfter;
    at += chunk.bytes.length;
  } while (at < bytes.length);
}

/** Whether a chunk could end inside a wrapped record, so that more lines have to be read with it. */
export function endsUncertain(chunk: Chunk): boolean {
  return openFrom(chunk) < chunk.lines;
}

/** The first row of a chunk at which a record could begin that goes on behind the chunk. */
function openFrom({ openRows, lines }: Chunk): number {
  return openRows.find(row => lines - row < MOST_WRAPPED_LINES) ?? lines;
}

/** How far before a chunk's end its open rows are that matter to what follows. */
export function openDistances(chunk: Chunk): number[] {
  const { openRows, lines } = chunk;
  return openRows.map(row => lines - row).filter(distance => distance < MOST_WRAPPED_LINES);
}

/**
 * The first chunk of some bytes. Lines at its end that could be pieces of a record are left to the
 * next one; if they are all that it has, it takes more in.
 */
function nextChunk(
  bytes: Uint8Array,
  declared: number,
  last: boolean,
  size: number,
  options: ScanOptions,
): Chunk {
  for (let most = size; ; most *= 2) {
    const end = chunkEnd(bytes, most);
    const isEnd = end === bytes.length;
    const chunk = scanChunk(bytes.subarray(0, end), declared, last && isEnd, options);
    const closed = closedPart(chunk, isEnd);
    if (closed) return closed;
  }
}

/** A chunk without the lines at its end that may go on behind it; undefined if none is left. */
export function closedPart(chunk: Chunk, isEnd: boolean): Chunk | undefined {
  const closed = openFrom(chunk);
  if (isEnd || closed === chunk.lines) return chunk;
  return closed > 0 ? firstLines(chunk, closed) : undefined;
}

function chunkEnd(bytes: Uint8Array, size: number): number {
  if (size >= bytes.length) return bytes.length;
  const lf = bytes.subarray(0, size).lastIndexOf(LF);
  if (lf >= 0) return lf + 1;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === LF) return i + 1;
    if (bytes[i] === CR && bytes[i + 1] !== LF && i >= size) return i + 1;
  }
  return bytes.length;
}
