import { readSync } from 'node:fs';
import type { ScanOptions } from '../../core/scan/scanChunk';
import { BLOCK_SIZE, BUFFER_SIZE, MARGIN } from './blocks';
import { firstOwnLine } from './lineBounds';

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
  /** Reads into a buffer of {@link BUFFER_SIZE} bytes. */
  constructor(
    private readonly file: number,
    private readonly size: number,
    private readonly options: Pick<ScanOptions, 'layouts' | 'latest'>,
    private readonly buffer: Uint8Array = new Uint8Array(BUFFER_SIZE),
  ) {}

  /** The lines of a block; those of a record wrapped across its ends are whole. */
  read(block: number, declared: number): OwnLines {
    const begin = block * BLOCK_SIZE;
    const from = Math.max(0, begin - MARGIN);
    const to = Math.min(this.size, begin + BLOCK_SIZE + MARGIN);
    const bytes = this.fill(from, to);
    const start =
      begin === 0 ? markLength(bytes) : firstOwnLine(bytes, begin - from, declared, this.options);
    const end =
      begin + BLOCK_SIZE >= this.size
        ? bytes.length
        : firstOwnLine(bytes, begin + BLOCK_SIZE - from, declared, this.options);
    const own = bytes.subarray(start, Math.max(start, end));
    const reachesEnd = from + end === this.size;
    const isFinal = begin + BLOCK_SIZE >= this.size;
    const terminated = endsLine(bytes);
    return { bytes: own, last: reachesEnd && (terminated ? isFinal : own.length > 0) };
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
