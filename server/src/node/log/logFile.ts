import { closeSync, openSync, readSync } from 'node:fs';
import type { ChunkSource } from '../../core/conversation/chunkSource';
import type { LayoutSet } from '../../core/layouts/layoutSet';
import type { Chunk } from '../../core/scan/chunk';
import { scanChunk, type ScanOptions } from '../../core/scan/scanChunk';
import { ChunkCache } from './chunkCache';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Where a chunk stands in its file, without the byte order mark, and what it begins with. */
interface ChunkPlace {
  readonly at: number;
  readonly bytes: number;
  readonly line: number;
  readonly declared: number;
}

/** The file has fewer bytes than it had. */
export class FileShrank extends Error {
  constructor() {
    super('became shorter while it was read');
  }
}

/**
 * A file whose chunks can be read again, a few of them held at any time. It knows the chunks that it
 * was told of while somebody read the file from its beginning.
 */
export class LogFile implements ChunkSource {
  private readonly places: ChunkPlace[] = [];
  private readonly file: number;
  private readonly begin: number;
  private readonly cache = new ChunkCache(index => this.load(index));
  private buffer = new Uint8Array(0);
  private end = 0;
  private lines = 0;

  constructor(
    path: string,
    private readonly scan: ScanOptions,
  ) {
    this.file = openSync(path, 'r');
    this.begin = beginsWithMark(this.file) ? BYTE_ORDER_MARK.length : 0;
  }

  /** Notes the chunk behind those known, and gives the line at which it begins. */
  note({ bytes, lines, declaredBefore }: Chunk): number {
    const line = this.lines;
    this.places.push({ at: this.end, bytes: bytes.length, line, declared: declaredBefore });
    this.end += bytes.length;
    this.lines += lines;
    return line;
  }

  get count(): number {
    return this.places.length;
  }

  get layouts(): LayoutSet {
    return this.scan.layouts;
  }

  at(index: number): Chunk {
    return this.cache.at(index);
  }

  firstLine(index: number): number {
    return this.places[index]!.line;
  }

  close(): void {
    closeSync(this.file);
  }

  private load(index: number): Chunk {
    const { at, bytes, declared } = this.places[index]!;
    // The cache keeps no text, so that one buffer does for all.
    if (bytes > this.buffer.length) this.buffer = new Uint8Array(bytes);
    const text = this.buffer.subarray(0, bytes);
    let filled = 0;
    while (filled < bytes) {
      const from = this.begin + at + filled;
      const count = readSync(this.file, text, filled, bytes - filled, from);
      if (count === 0) throw new FileShrank();
      filled += count;
    }
    const chunk = scanChunk(text, declared, index === this.places.length - 1, this.scan);
    // The columns of a kernel are there only until it reads on.
    const { columns, lines } = chunk;
    return columns === this.scan.kernel?.columns
      ? { ...chunk, columns: columns.copy(lines) }
      : chunk;
  }
}

function beginsWithMark(file: number): boolean {
  const bytes = new Uint8Array(BYTE_ORDER_MARK.length);
  readSync(file, bytes, 0, bytes.length, 0);
  return BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte);
}
