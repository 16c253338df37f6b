import type { Block } from './block';
import { joinBytes } from './joinBytes';
import { UnusableInput } from './unusable';

const LF = 0x0a;
const CR = 0x0d;
/** No line of a flow log comes near this many bytes; a file without line ends must not be held. */
const LONGEST_LINE = 4 * 1024 * 1024;

/**
 * Cuts bytes into blocks of whole lines of at least `size` bytes; the last block is what remains,
 * be it nothing.
 */
export async function* wholeLines(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Block> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < size) continue;
    const bytes = joinBytes(held);
    const end = endOfLines(bytes);
    if (end === 0 && length > LONGEST_LINE) {
      throw new UnusableInput('has a line of more than 4 MiB: this is no flow log');
    }
    if (end > 0) yield { bytes: bytes.subarray(0, end), last: false };
    held = [bytes.subarray(end)];
    length -= end;
  }
  yield { bytes: joinBytes(held), last: true };
}

/** Where the last whole line ends; 0 if no line does. */
function endOfLines(bytes: Uint8Array): number {
  const lf = bytes.lastIndexOf(LF);
  if (lf >= 0) return lf + 1;
  // A carriage return that ends the bytes may be half a line end.
  return bytes.subarray(0, -1).lastIndexOf(CR) + 1;
}
