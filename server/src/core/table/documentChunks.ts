import { scanChunk } from '../scan/scanChunk';
import { closedPart, cutChunks } from './cutChunks';
import { DocumentChunk, type ChunkReading } from './documentChunk';

const encoder = new TextEncoder();

/** The chunks of bytes that come into a document, as {@link cutChunks} reads them. */
export function* chunksOfBytes(
  bytes: Uint8Array,
  declared: number,
  last: boolean,
  size: number,
  reading: ChunkReading,
): Generator<DocumentChunk> {
  let at = 0;
  for (const chunk of cutChunks(bytes, declared, last, size, reading.verdict)) {
    at += chunk.bytes.length;
    yield new DocumentChunk(chunk, chunk.bytes, last && at === bytes.length, reading);
  }
}

/**
 * The chunks of a document's whole text. As long as it is plain ASCII they are pieces of it: nothing
 * is copied but to where the kernel reads.
 */
export function* chunksOfText(
  text: string,
  declared: number,
  size: number,
  reading: ChunkReading,
): Generator<DocumentChunk> {
  let at = 0;
  let before = declared;
  do {
    const chunk = plainChunk(text, at, before, size, reading);
    if (!chunk) {
      yield* chunksOfBytes(encoder.encode(text.slice(at)), before, true, size, reading);
      return;
    }
    yield chunk;
    before = chunk.declaredAfter;
    at += chunk.lineStarts[chunk.lines]!;
  } while (at < text.length);
}

/** The chunk from a place of a text on; undefined if that takes more than the kernel's plain way. */
function plainChunk(
  text: string,
  at: number,
  declared: number,
  size: number,
  reading: ChunkReading,
): DocumentChunk | undefined {
  const rest = text.length - at;
  const length = rest <= size ? rest : text.lastIndexOf('\n', at + size - 1) + 1 - at;
  if (length < 0 || (length === 0 && rest > 0)) return undefined;
  const bytes = reading.options.kernel?.take(text.slice(at, at + length));
  if (!bytes) return undefined;
  const isEnd = length === rest;
  const chunk = closedPart(scanChunk(bytes, declared, isEnd, reading.verdict), isEnd);
  const end = chunk && at + chunk.lineStarts[chunk.lines]!;
  return chunk && new DocumentChunk(chunk, text.slice(at, end), end === text.length, reading);
}
