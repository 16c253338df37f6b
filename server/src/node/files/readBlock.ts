import { readSync } from 'node:fs';
import type { ScanOptions } from '../../core/scan/scanChunk';
import { BLOCK_SIZE, BUFFER_SIZE, MARGIN, SHORT_MARGIN } from './blocks';
import { firstOwnLine, plainOwnLine } from './lineBounds';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The lines that belong to a block, and whether the file ends with them. */
export interface OwnLines {
  readonly bytes: Uint8Array;
  readonly last: boolean;
}

/** The file has fewer bytes than it had. */
export class FileShrank extends Error {}

/** Reads the lines of blocks of one file; what it gives is there until the next one is read. */
export class BlockReader {
  /** Where the lines of the block behind the last one begin in the file. */
  private next = { block: -1, at: 0 };

  /** Reads into a buffer of {@link BUFFER_SIZE} bytes. */
  constructor(
    private readonly file: number,
    private readonly size: number,
    private readonly options: Pick<ScanOptions, 'layouts' | 'latest' | 'kernel'>,
    private readonly buffer: Uint8Array = new Uint8Array(BUFFER_SIZE),
  ) {}

  /** The lines of a block; those of a record wrapped across its ends are whole. */
  read(block: number, declared: number): OwnLines {
    const lines =
      block === this.next.block ? this.readOn(this.next.at, block, declared) : undefined;
    return lines ?? this.readApart(block, declared);
  }

  /** Reads a block that begins at a known line, if it is as easy to tell where it ends. */
  private readOn(from: number, block: number, declared: number): OwnLines | undefined {
    const boundary = Math.min(this.size, (block + 1) * BLOCK_SIZE);
    if (from > boundary - SHORT_MARGIN) return undefined;
    const bytes = this.fill(from, Math.min(this.size, boundary + SHORT_MARGIN));
    const isFinal = boundary === this.size;
    const end = isFinal
      ? bytes.length
      : plainOwnLine(bytes, boundary - from, declared, this.options);
    return end === undefined ? undefined : this.take(block, from, bytes, 0, end);
  }

  private readApart(block: number, declared: number): OwnLines {
    const begin = block * BLOCK_SIZE;
    const boundary = begin + BLOCK_SIZE;
    const from = Math.max(0, begin - MARGIN);
    const bytes = this.fill(from, Math.min(this.size, boundary + MARGIN));
    const ownLineAt = (place: number) =>
      plainOwnLine(bytes, place - from, declared, this.options) ??
      firstOwnLine(bytes, place - from, declared, this.options);
    const start =
      block === this.next.block
        ? this.next.at - from
        : begin === 0
          ? markLength(bytes)
          : ownLineAt(begin);
    const end = boundary >= this.size ? bytes.length : ownLineAt(boundary);
    return this.take(block, from, bytes, start, Math.max(start, end));
  }

  /** Takes the lines of a block from what was read, which stands in the file from a place on. */
  private take(
    block: number,
    from: number,
    bytes: Uint8Array,
    start: number,
    end: number,
  ): OwnLines {
    // A line that goes on behind what was read has no known end.
    if (end < bytes.length) this.next = { block: block + 1, at: from + end };
    const isFinal = (block + 1) * BLOCK_SIZE >= this.size;
    const reachesEnd = from + end === this.size;
    // A line longer than what is read behind a block is no record, whatever its end says.
    const isCut = end === bytes.length && !reachesEnd;
    const last = (reachesEnd || isCut) && (endsLine(bytes) ? isFinal : end > start);
    return { bytes: bytes.subarray(start, end), last };
  }

  private fill(from: number, to: number): Uint8Array {
    const bytes = this.buffer.subarray(0, to - from);
    let filled = 0;
    while (filled < bytes.length) {
      const read = readSync(this.file, bytes, filled, bytes.length - filled, from + filled);
      if (read === 0) throw new FileShrank('it became shorter while it was read; try again');
      filled += read;
    }
    return bytes;
  }
}

function markLength(bytes: Uint8Array): number {
  return BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? BYTE_ORDER_MARK.length : 0;
}

function endsLine(bytes: Uint8Array): boolean {
  const byte = bytes[bytes.length - 1];
  return byte === 0x0a || byte === 0x0d;
}
