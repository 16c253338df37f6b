import type { Chunk } from '../../../server/src/core/scan/chunk';
import type { ScanOptions } from '../../../server/src/core/scan/scanChunk';
import { cutChunks, endsUncertain } from '../../../server/src/core/table/cutChunks';
import type { Block } from '../input/block';
import { joinBytes } from '../input/joinBytes';

/** Bytes in a chunk, about. */
const CHUNK_SIZE = 256 * 1024;

/**
 * Reads blocks into chunks, one at a time, and holds no more than a block of them. `declared` is
 * the layout in force before the first line; -1 for none.
 */
export async function* readChunks(
  blocks: AsyncIterable<Block>,
  declared: number,
  options: ScanOptions,
  size = CHUNK_SIZE,
): AsyncGenerator<Chunk> {
  let before = declared;
  let held: Uint8Array = new Uint8Array(0);
  for await (const { bytes, last } of blocks) {
    const joined = held.length > 0 ? joinBytes([held, bytes]) : bytes;
    held = joined.subarray(joined.length);
    let at = 0;
    for (const chunk of cutChunks(joined, before, last, size, options)) {
      at += chunk.bytes.length;
      if (at === joined.length && !last && endsUncertain(chunk)) {
        // Its last lines may be pieces of a record that goes on in the next block.
        held = chunk.bytes;
        break;
      }
      before = chunk.declaredAfter;
      yield chunk;
    }
  }
}
