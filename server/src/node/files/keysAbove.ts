import { keysBefore, type Keys } from '../../core/check/checkChunk';
import { scanChunk, type ScanOptions } from '../../core/scan/scanChunk';
import { BlockReader } from './readBlock';

/** A block of a file, before which some columns were declared. */
export interface BlockAt {
  readonly file: number;
  readonly size: number;
  readonly block: number;
  readonly declared: number;
}

/** The keys of the last key:value record in the block above one; undefined if there is none in it. */
export function keysAbove(
  { file, size, block, declared }: BlockAt,
  { layouts, latest }: ScanOptions,
): Keys {
  // The kernel's memory holds the block at hand.
  const scan = { layouts, latest };
  const { bytes, last } = new BlockReader(file, size, scan).read(block - 1, declared);
  const chunk = scanChunk(bytes, declared, last, scan);
  return keysBefore(chunk, chunk.lines, layouts);
}
