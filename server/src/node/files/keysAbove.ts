import { keysBefore, type Keys } from '../../core/check/checkChunk';
import { scanChunk } from '../../core/scan/scanChunk';
import { BlockReader } from './readBlock';

/** The keys of the last key:value record in the block above one; undefined if there is none in it. */
export function keysAbove(
  block: number,
  declared: number,
  ...[file, size, { layouts, latest }]: ConstructorParameters<typeof BlockReader>
): Keys {
  // The kernel's memory holds the block at hand.
  const scan = { layouts, latest };
  const { bytes, last } = new BlockReader(file, size, scan).read(block - 1, declared);
  const chunk = scanChunk(bytes, declared, last, scan);
  return keysBefore(chunk, chunk.lines, layouts);
}
