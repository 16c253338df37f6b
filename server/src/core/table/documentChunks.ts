import { scanChunk } from '../scan/scanChunk';
import { closedPart, cutChunks } from './cutChunks';
import { DocumentChunk, type ChunkReading } from './documentChunk';
import { HelpedPieces } from './helpedPieces';
import type { Helper } from './pieces';

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
    yield DocumentChunk.of(chunk, chunk.bytes, last && at === bytes.length, reading);
  }
}

/**
 * The chunks of a document's whole text. As long as it is plain ASCII they are pieces of it: nothing
 * is copied but to where the kernel reads. A helper may read some of them meanwhile.
 */
export function* chunksOfText(
  text: string,
  declared: number,
  size: number,
  reading: ChunkReading,
  helper?: Helper,
): Generator<DocumentChunk> {
  let at = 0;
  let before = declared;
  let helped: HelpedPieces | undefined;
  try {
    do {
      const chunk =
        helpedChunk(helped, text, at, before, reading) ??
        plainChunk(text, at, helped?.limitFrom(at) ?? text.length, before, size, reading) ??
        // A record may go on behind where a piece begins.
        (helped && plainChunk(text, at, text.length, before, size, reading));
      if (!chunk) {
        helped?.end();
        yield* chunksOfBytes(encoder.encode(text.slice(at)), before, true, size, reading);
        return;
      }
      yield chunk;
      if (at === 0) {
        // By now a header at the beginning is known.
        const { layouts, latest } = reading.options;
        const pieces = { layouts, latest, declared: chunk.declaredAfter, size };
        helped = HelpedPieces.begin(text, chunk.lineStarts[chunk.lines]!, helper, pieces);
      }
      before = chunk.declaredAfter;
      at += chunk.lineStarts[chunk.lines]!;
      helped?.give(at + size, before);
    } while (at < text.length);
  } finally {
    helped?.end();
  }
}

/** The chunk from a place of a text on if a helper has read it. */
function helpedChunk(
  helped: HelpedPieces | undefined,
  text: string,
  at: number,
  declared: number,
  reading: ChunkReading,
): DocumentChunk | undefined {
  const taken = helped?.take(at, declared);
  if (!taken) return undefined;
  const { look, end } = taken;
  return new DocumentChunk(look, text.slice(at, end), end === text.length, reading);
}

/**
 * The chunk from a place of a text on, up to another at most; undefined if that takes more than the
 * kernel's plain way.
 */
function plainChunk(
  text: string,
  at: number,
  limit: number,
  declared: number,
  size: number,
  reading: ChunkReading,
): DocumentChunk | undefined {
  const rest = limit - at;
  const length = rest <= size ? rest : text.lastIndexOf('\n', at + size - 1) + 1 - at;
  if (length < 0 || (length === 0 && rest > 0)) return undefined;
  const bytes = reading.options.kernel?.take(text.slice(at, at + length));
  if (!bytes) return undefined;
  const isEnd = at + length === text.length;
  const chunk = closedPart(scanChunk(bytes, declared, isEnd, reading.verdict), isEnd);
  const end = chunk && at + chunk.lineStarts[chunk.lines]!;
  return chunk && DocumentChunk.of(chunk, text.slice(at, end), end === text.length, reading);
}
