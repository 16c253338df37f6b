import { placeInBytes, type Place, type PlaceInBytes } from './placeInBytes';
import { endsUncertain, openDistances } from './cutChunks';
import { ChunkReading } from './documentChunk';
import { chunksOfBytes, chunksOfText } from './documentChunks';
import { DOCUMENT_CHUNK, emptyTable, type FlowTable, type ReadOptions } from './flowTable';
import type { Helper } from './pieces';
import { MOST_WRAPPED_LINES } from '../scan/joinWrapped';
import type { Chunk } from '../scan/chunk';

/** How the text of a document is read. */
interface DocumentOptions extends ReadOptions {
  /** Reads pieces of a large text meanwhile. */
  readonly helper?: Helper | undefined;
}

/** A change to a document's text; without `range` the text is all new. */
export interface TextChange {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

/** Chunks `[from, to)` and the bytes that come in their place. */
interface Stretch {
  from: number;
  to: number;
  bytes: Uint8Array;
  /** Whole lines at its beginning and at its end that stand there as they did. */
  untouchedBefore: number;
  untouchedAfter: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const LF = 0x0a;
const CR = 0x0d;

/**
 * The text of an open log, held as the bytes of its chunks. A change reads the chunks it touches
 * again, and no others.
 */
export class FlowDocument {
  table!: FlowTable;
  private reading!: ChunkReading;
  private readonly size: number;

  constructor(
    text: string,
    private readonly latest: number,
    private readonly options: DocumentOptions = {},
  ) {
    this.size = options.size ?? DOCUMENT_CHUNK;
    this.read(text);
  }

  /** Applies changes in order; places past the end of a line or of the text mean that end. */
  update(changes: readonly TextChange[]): void {
    for (let i = 0; i < changes.length;) {
      const { range, text } = changes[i]!;
      if (!range) {
        this.read(text);
        i++;
        continue;
      }
      const edits = this.editsAtOnce(changes, i);
      this.replace(this.stretchOf(edits));
      i += edits.length;
    }
  }

  /** The whole text. */
  text(): string {
    return this.table.chunks.map(chunk => chunk.text ?? decoder.decode(chunk.bytes)).join('');
  }

  private read(text: string): void {
    const { table, declared } = emptyTable(this.latest, this.options);
    this.reading = new ChunkReading(table.options);
    table.splice(0, 0, [
      ...chunksOfText(text, declared, this.size, this.reading, this.options.helper),
    ]);
    this.table = table;
  }

  /**
   * The change with that number and those after it that can be made together with it: editors list
   * the changes of one step from the text's end to its beginning, so that none moves another.
   */
  private editsAtOnce(changes: readonly TextChange[], first: number): Edit[] {
    const edits: Edit[] = [];
    for (let i = first; i < changes.length; i++) {
      const { range, text } = changes[i]!;
      if (!range) break;
      const [start, end] = inOrder(range.start, range.end);
      const from = placeInBytes(this.table, start, 'start');
      const to = placeInBytes(this.table, end, 'end');
      const above = edits.at(-1);
      if (above && !(to.index === above.from.index && to.offset < above.from.offset)) break;
      edits.push({ from, to, text });
    }
    return edits;
  }

  /** The chunks that edits touch, the last edit of the text first, and what they make of them. */
  private stretchOf(edits: readonly Edit[]): Stretch {
    const { chunks } = this.table;
    const last = edits[0]!;
    const first = edits.at(-1)!;
    const parts: Uint8Array[] = [];
    let at = 0;
    for (const { from, to, text } of edits.toReversed()) {
      parts.push(chunks[from.index]!.bytes.subarray(at, from.offset));
      parts.push(encoder.encode(from.half + text + to.half));
      at = to.offset;
    }
    const end = chunks[last.to.index]!;
    parts.push(end.bytes.subarray(at));
    return {
      from: first.from.index,
      to: last.to.index + 1,
      bytes: joinBytes(parts),
      // Whatever an edit does to line ends, it does to no more than the line before it.
      untouchedBefore: Math.max(0, first.from.row - 1),
      untouchedAfter: end.lines - last.to.row - 1,
    };
  }

  /** Puts a stretch in place, with as many neighbours as its lines hang together with. */
  private replace(stretch: Stretch): void {
    const { table, size } = this;
    for (;;) {
      this.takeBefore(stretch);
      const { from, to, bytes } = stretch;
      const next = table.chunks[to];
      if (next && (bytes.length < size / 4 || !endsAtLine(bytes, next))) {
        this.takeAfter(stretch, to + 1);
        continue;
      }
      const declared = table.chunks[from - 1]?.declaredAfter ?? table.chunks[0]!.declaredBefore;
      const fresh = [...chunksOfBytes(bytes, declared, !next, size, this.reading)];
      const end = this.endOfDependent(stretch, fresh.at(-1)!);
      if (end === to) {
        table.splice(from, to - from, fresh);
        return;
      }
      this.takeAfter(stretch, end);
    }
  }

  /** Takes chunks in of which a line end, or a record that was wrapped, may go on in the stretch. */
  private takeBefore(stretch: Stretch): void {
    for (;;) {
      const before = this.table.chunks[stretch.from - 1];
      if (!before) return;
      const near = endsUncertain(before) && stretch.untouchedBefore < MOST_WRAPPED_LINES;
      if (!near && !splitsLineEnd(before, stretch.bytes)) return;
      stretch.from--;
      stretch.bytes = joinBytes([before.bytes, stretch.bytes]);
      stretch.untouchedBefore += before.lines;
    }
  }

  private takeAfter(stretch: Stretch, end: number): void {
    const taken = this.table.chunks.slice(stretch.to, end);
    stretch.bytes = joinBytes([stretch.bytes, ...taken.map(chunk => chunk.bytes)]);
    stretch.to = end;
    stretch.untouchedAfter = taken.at(-1)!.lines;
  }

  /** The number of the first chunk behind a stretch that need not be read again with it. */
  private endOfDependent({ to, untouchedAfter }: Stretch, tail: Chunk): number {
    const { chunks } = this.table;
    const next = chunks[to];
    if (!next) return to;
    if (next.declaredBefore !== tail.declaredAfter) {
      const header = chunks.findIndex((chunk, index) => index >= to && chunk.hasHeader);
      return header < 0 ? chunks.length : header + 1;
    }
    // Rows that were open here before have been tried together with those that follow.
    const known = openDistances(chunks[to - 1]!);
    const same = openDistances(tail).every(
      distance => distance <= untouchedAfter && known.includes(distance),
    );
    return same ? to : to + 1;
  }
}

interface Edit {
  readonly from: PlaceInBytes;
  readonly to: PlaceInBytes;
  readonly text: string;
}

function inOrder(a: Place, b: Place): [Place, Place] {
  return a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a];
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function endsAtLine(bytes: Uint8Array, next: Chunk): boolean {
  const byte = bytes[bytes.length - 1];
  return byte === LF || (byte === CR && next.bytes[0] !== LF);
}

function splitsLineEnd(before: Chunk, bytes: Uint8Array): boolean {
  return bytes[0] === LF && before.bytes.at(-1) === CR;
}
